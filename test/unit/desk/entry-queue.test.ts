import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEntryQueue } from '../../../renderer/app/draft/entry-queue.ts';
import type { TypedEntry } from '../../../renderer/features/dossiers/open-dossiers.ts';
import type { LogEntry } from '../../../shared/domain/log-entry.ts';
import type { ErrorCode, Result } from '../../../shared/errors.ts';

type Mishap = ErrorCode | 'lost answer' | 'throws';

/** The store as it answers `dossier.log`: an entry id that it holds gives the entry that is there. */
function fakeStore() {
  const held: LogEntry[] = [];
  const ids: string[] = [];
  const mishaps: Mishap[] = [];
  const refused = new Set<string>();
  return {
    ids,
    refuse: (entry: string) => refused.add(entry),
    accept: () => refused.clear(),
    go: (...next: Mishap[]) => mishaps.push(...next),
    async send({ entry, text, kind, at }: TypedEntry): Promise<Result<LogEntry>> {
      const mishap = mishaps.shift();
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (mishap === 'throws') throw new Error('the bridge is gone');
      if (mishap !== undefined && mishap !== 'lost answer') return { ok: false, error: { code: mishap, message: 'told to fail' } };
      if (refused.has(entry)) return { ok: false, error: { code: 'input.invalid', message: 'told to refuse' } };
      let index = ids.indexOf(entry);
      if (index < 0) {
        index = ids.push(entry) - 1;
        held.push({ id: String(index).padStart(64, '0'), dossierId: 'd', kind, at, writtenAt: new Date().toISOString(), text, author: { post: 'ZL-01', function: 'rmoa' } });
      }
      // it was written, but the process died before it could say so
      if (mishap === 'lost answer') return { ok: false, error: { code: 'store.down', message: 'no answer' } };
      return { ok: true, value: held[index] as LogEntry };
    },
  };
}

const typed = (entry: string): TypedEntry => ({ entry, text: `text of ${entry}`, kind: 'entry', at: '2021-07-14T14:03:00+02:00[Europe/Amsterdam]' });

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the way of a log entry to the disk', () => {
  it('shows an entry as waiting until the store has acknowledged it', async () => {
    const queue = createEntryQueue(fakeStore());
    queue.add(typed('a'));
    expect(queue.store.getState().waiting).toMatchObject([{ typed: { entry: 'a' }, state: 'waiting' }]);
    expect(queue.isEmpty()).toBe(false);
    await vi.advanceTimersByTimeAsync(10);
    expect(queue.isEmpty()).toBe(true);
    expect(queue.store.getState().written).toMatchObject([{ text: 'text of a' }]);
  });

  it('says why an entry still waits, and sends it as soon as the store is back', async () => {
    const store = fakeStore();
    const queue = createEntryQueue(store);
    store.go('store.down', 'store.down');
    queue.add(typed('a'));
    await vi.advanceTimersByTimeAsync(10);
    expect(queue.store.getState().waiting).toMatchObject([{ state: 'failing', error: { code: 'store.down' } }]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(store.ids).toEqual(['a']);
    expect(queue.isEmpty()).toBe(true);
  });

  it('tries at once when asked to flush, and says whether that was enough', async () => {
    const store = fakeStore();
    const queue = createEntryQueue(store);
    store.go('disk.full', 'disk.full');
    queue.add(typed('a'));
    await vi.advanceTimersByTimeAsync(10);
    const [failed] = await Promise.all([queue.flush(), vi.advanceTimersByTimeAsync(10)]);
    expect(failed).toBe(false);
    const [done] = await Promise.all([queue.flush(), vi.advanceTimersByTimeAsync(10)]);
    expect(done).toBe(true);
    expect(store.ids).toEqual(['a']);
  });

  it('keeps what the store refuses on screen, sends the rest, and gives the text back', async () => {
    const store = fakeStore();
    const queue = createEntryQueue(store);
    store.refuse('a');
    queue.add(typed('a'));
    queue.add(typed('b'));
    await vi.advanceTimersByTimeAsync(100);
    expect(store.ids).toEqual(['b']);
    expect(queue.store.getState().waiting).toMatchObject([{ typed: { entry: 'a' }, state: 'refused' }]);
    expect(await queue.flush()).toBe(false);
    expect(queue.takeBack('b')).toBeUndefined();
    expect(queue.takeBack('a')).toEqual(typed('a'));
    expect(await queue.flush()).toBe(true);
  });

  it('sends an entry that is added in the moment in which the one before is acknowledged', async () => {
    const store = fakeStore();
    const queue = createEntryQueue(store);
    let once = false;
    queue.store.subscribe(({ written }) => {
      if (written.length !== 1 || once) return;
      once = true;
      void Promise.resolve().then(() => queue.add(typed('b')));
    });
    queue.add(typed('a'));
    await vi.advanceTimersByTimeAsync(50);
    expect(store.ids).toEqual(['a', 'b']);
  });

  const mishap = fc.constantFrom<Mishap>('store.down', 'internal', 'disk.full', 'post.locked', 'file.busy', 'lost answer', 'throws');
  const action = fc.oneof(
    { weight: 3, arbitrary: fc.constant({ kind: 'add' as const }) },
    fc.record({ kind: fc.constant('wait' as const), milliseconds: fc.integer({ min: 0, max: 3000 }) }),
    fc.record({ kind: fc.constant('flush' as const) }),
    fc.record({ kind: fc.constant('mishap' as const), mishap }),
  );

  it('loses none, writes none twice and keeps their order, whatever fails on the way', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 50 }), async (actions) => {
        const store = fakeStore();
        const queue = createEntryQueue(store);
        const added: string[] = [];
        for (const step of actions) {
          if (step.kind === 'add') {
            const entry = `e${added.length}`;
            added.push(entry);
            queue.add(typed(entry));
          } else if (step.kind === 'wait') await vi.advanceTimersByTimeAsync(step.milliseconds);
          else if (step.kind === 'flush') void queue.flush();
          else store.go(step.mishap);
          const { waiting, written } = queue.store.getState();
          expect([...written.map(({ text }) => text), ...waiting.map(({ typed: { text } }) => text)]).toEqual(added.map((entry) => `text of ${entry}`));
        }
        await vi.advanceTimersByTimeAsync(600_000);
        expect(store.ids).toEqual(added);
        expect(queue.isEmpty()).toBe(true);
      }),
      { numRuns: 200, verbose: 1 },
    );
  });
});
