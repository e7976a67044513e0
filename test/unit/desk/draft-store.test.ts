import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDraft, type Draft } from '../../../renderer/app/draft/draft-store.ts';
import { saveAtLeastEach, saveDelay } from '../../../renderer/app/draft/save-queue.ts';
import { applyChanges, typingPause } from '../../../renderer/app/draft/history.ts';
import type { ErrorCode, Result } from '../../../shared/errors.ts';
import type { FieldChanges, FieldValues } from '../../../shared/domain/request.ts';

interface Saved {
  readonly seq: number;
  readonly savedAt: string;
}

/** A store at the other end of the line: keeps what was acknowledged, fails when told to, answers when told to. */
function fakeStore(initial: FieldValues = {}) {
  let durable = initial;
  let seq = 0;
  const failures: ErrorCode[] = [];
  const sent: FieldChanges[] = [];
  const held: Array<() => void> = [];
  let hold = false;
  let refusing: string | undefined;
  return {
    sent,
    durable: () => durable,
    failNext: (...codes: ErrorCode[]) => failures.push(...codes),
    refuse: (field: string) => (refusing = field),
    hold: () => (hold = true),
    answer: () => {
      hold = false;
      for (const release of held.splice(0)) release();
    },
    async send(changes: FieldChanges): Promise<Result<Saved>> {
      sent.push(changes);
      if (hold) await new Promise<void>((resolve) => held.push(resolve));
      const code = failures.shift() ?? (refusing !== undefined && refusing in changes ? 'input.invalid' : undefined);
      if (code) return { ok: false, error: { code, message: 'told to fail' } };
      durable = applyChanges(durable, changes);
      seq += 1;
      return { ok: true, value: { seq, savedAt: new Date().toISOString() } };
    },
  };
}

const open = (store: ReturnType<typeof fakeStore>): Draft => createDraft({ values: store.durable(), seq: 0, savedAt: '2026-11-22T01:00:00.000Z', send: store.send });
const typeText = (draft: Draft, field: string, text: string): void => {
  for (let length = 1; length <= text.length; length += 1) draft.type(field, text.slice(0, length));
};

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('autosave', () => {
  it('saves once, at most 120 ms after the last keystroke', async () => {
    const store = fakeStore();
    const draft = open(store);
    typeText(draft, 'effect.text', 'Zandzakken');
    await vi.advanceTimersByTimeAsync(saveDelay - 1);
    expect(store.sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(saveDelay).toBeLessThanOrEqual(120);
    expect(store.sent).toEqual([{ 'effect.text': 'Zandzakken' }]);
    expect(draft.store.getState()).toMatchObject({ save: { kind: 'saved' }, seq: 1 });
  });

  it('does not let steady typing hold a save back for longer than a second', async () => {
    const store = fakeStore();
    const draft = open(store);
    for (let passed = 0; passed <= saveAtLeastEach; passed += 100) {
      draft.type('effect.text', `${passed}`);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(store.sent.length).toBeGreaterThanOrEqual(1);
  });

  it('saves at once when the person leaves the field', async () => {
    const store = fakeStore();
    const draft = open(store);
    draft.type('applicant.incident', 'Geul');
    draft.leave();
    await vi.advanceTimersByTimeAsync(0);
    expect(store.durable()).toEqual({ 'applicant.incident': 'Geul' });
  });

  it('has one save under way and merges what is typed meanwhile, the latest value last', async () => {
    const store = fakeStore();
    const draft = open(store);
    store.hold();
    draft.type('a', '1');
    await vi.advanceTimersByTimeAsync(saveDelay);
    draft.type('a', '12');
    draft.type('b', 'x');
    draft.type('a', '123');
    await vi.advanceTimersByTimeAsync(10 * saveDelay);
    expect(store.sent).toEqual([{ a: '1' }]);
    store.answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(store.sent).toEqual([{ a: '1' }, { a: '123', b: 'x' }]);
    expect(store.durable()).toEqual({ a: '123', b: 'x' });
  });

  it('sends null for a field that was emptied', async () => {
    const store = fakeStore({ a: 'text' });
    const draft = open(store);
    draft.type('a', '');
    await draft.flush();
    expect(store.sent).toEqual([{ a: null }]);
    expect(draft.store.getState().values).toEqual({});
  });

  it('sends nothing for a change that changes nothing', async () => {
    const store = fakeStore({ a: ['GM0994'] });
    const draft = open(store);
    draft.change({ a: ['GM0994'], b: '' });
    await vi.advanceTimersByTimeAsync(1000);
    expect(store.sent).toEqual([]);
    expect(draft.store.getState().canUndo).toBe(false);
  });

  it('says after a flush that everything is durable, including what was typed while a save was under way', async () => {
    const store = fakeStore();
    const draft = open(store);
    store.hold();
    draft.type('a', '1');
    draft.leave();
    draft.type('a', '12');
    const flushed = draft.flush();
    expect(draft.isDurable()).toBe(false);
    store.answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(await flushed).toBe(true);
    expect(store.durable()).toEqual({ a: '12' });
    expect(draft.isDurable()).toBe(true);
  });
});

describe('failure of a save', () => {
  it.each(['store.down', 'internal', 'disk.full', 'folder.readonly', 'post.locked'] as const)('keeps every keystroke after %s and saves it when the store can again', async (code) => {
    const store = fakeStore();
    const draft = open(store);
    store.failNext(code, code);
    draft.type('a', '1');
    await vi.advanceTimersByTimeAsync(saveDelay);
    expect(draft.store.getState().save).toMatchObject({ kind: 'failing', error: { code } });
    draft.type('a', '12');
    draft.type('b', 'x');
    expect(draft.store.getState().values).toEqual({ a: '12', b: 'x' });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(store.durable()).toEqual({ a: '12', b: 'x' });
    expect(draft.store.getState().save).toEqual({ kind: 'saved' });
  });

  it('does not overwrite what was typed during the failed save with what that save carried', async () => {
    const store = fakeStore();
    const draft = open(store);
    store.failNext('store.down');
    store.hold();
    draft.type('a', 'old');
    draft.leave();
    draft.type('a', 'new');
    store.answer();
    await vi.advanceTimersByTimeAsync(5000);
    expect(store.durable()).toEqual({ a: 'new' });
  });

  it('does not hammer a full disk while the person types on', async () => {
    const store = fakeStore();
    const draft = open(store);
    store.failNext(...Array.from({ length: 50 }, () => 'disk.full' as const));
    for (let key = 0; key < 100; key += 1) {
      draft.type('a', 'x'.repeat(key + 1));
      await vi.advanceTimersByTimeAsync(150);
    }
    expect(store.sent.length).toBeLessThanOrEqual(6);
    expect(draft.isDurable()).toBe(false);
  });

  it('answers a flush with false when the try failed, and tries again on the next flush', async () => {
    const store = fakeStore();
    const draft = open(store);
    store.failNext('folder.readonly');
    draft.type('a', '1');
    expect(await draft.flush()).toBe(false);
    expect(await draft.flush()).toBe(true);
  });

  it('saves the other fields when the store refuses one, and keeps the refused value on screen', async () => {
    const store = fakeStore();
    const draft = open(store);
    store.refuse('b');
    draft.change({ a: '1', b: 'bad', c: '3' });
    expect(await draft.flush()).toBe(false);
    expect(store.durable()).toEqual({ a: '1', c: '3' });
    expect(draft.isDurable()).toBe(false);
    expect(Object.keys(draft.store.getState().refused)).toEqual(['b']);
    expect(draft.store.getState().values).toEqual({ a: '1', b: 'bad', c: '3' });
    store.refuse('nothing');
    draft.type('b', 'good');
    await draft.flush();
    expect(draft.store.getState().refused).toEqual({});
    expect(store.durable()).toEqual({ a: '1', b: 'good', c: '3' });
  });

  it('gives back on dispose what was never acknowledged', async () => {
    const store = fakeStore();
    const draft = open(store);
    store.hold();
    draft.type('a', '1');
    draft.leave();
    draft.type('b', '2');
    expect(draft.dispose()).toEqual({ a: '1', b: '2' });
  });
});

describe('undo and redo', () => {
  it('takes typing in one field back as one step, a pause or a blur as two', async () => {
    const store = fakeStore();
    const draft = open(store);
    typeText(draft, 'a', 'een');
    await vi.advanceTimersByTimeAsync(typingPause);
    typeText(draft, 'a', 'een twee');
    draft.leave();
    draft.type('a', 'een twee drie');
    expect(draft.undo()).toEqual(['a']);
    expect(draft.store.getState().values).toEqual({ a: 'een twee' });
    draft.undo();
    expect(draft.store.getState().values).toEqual({ a: 'een' });
    draft.undo();
    expect(draft.store.getState().values).toEqual({});
    expect(draft.undo()).toEqual([]);
  });

  it('makes an undone state durable too', async () => {
    const store = fakeStore({ a: 'before' });
    const draft = open(store);
    draft.change({ a: 'after', b: 'more' });
    await draft.flush();
    draft.undo();
    await draft.flush();
    expect(store.durable()).toEqual({ a: 'before' });
  });

  it('forgets what was undone once something else is typed', () => {
    const draft = open(fakeStore());
    draft.change({ a: '1' });
    draft.undo();
    draft.change({ b: '2' });
    expect(draft.store.getState().canRedo).toBe(false);
    expect(draft.redo()).toEqual([]);
  });

  const field = fc.constantFrom('a', 'b', 'c');
  const action = fc.oneof(
    fc.record({ kind: fc.constant('type' as const), field, value: fc.string({ maxLength: 4 }) }),
    fc.record({ kind: fc.constant('change' as const), field, value: fc.option(fc.array(fc.constantFrom('GM0994', 'GM0935'), { maxLength: 2 })) }),
    fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const, 'leave' as const) }),
    fc.record({ kind: fc.constant('wait' as const), milliseconds: fc.integer({ min: 0, max: 2500 }) }),
  );

  it('goes all the way back to the opened draft and all the way forth again, whatever was done, and what is on screen is durable', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 40 }), fc.array(fc.constantFrom<ErrorCode>('store.down', 'internal', 'disk.full'), { maxLength: 4 }), async (actions, failures) => {
        const initial = { a: 'opened', c: ['GM0994'] };
        const store = fakeStore(initial);
        store.failNext(...failures);
        const draft = open(store);
        for (const step of actions) {
          if (step.kind === 'type') draft.type(step.field, step.value);
          else if (step.kind === 'change') draft.change({ [step.field]: step.value });
          else if (step.kind === 'wait') await vi.advanceTimersByTimeAsync(step.milliseconds);
          else draft[step.kind]();
        }
        const last = draft.store.getState().values;
        let steps = 0;
        while (draft.undo().length > 0) steps += 1;
        const first = draft.store.getState().values;
        for (let step = 0; step < steps; step += 1) draft.redo();
        expect(draft.store.getState().values).toEqual(last);
        while (draft.store.getState().canUndo) draft.undo();
        expect(first).toEqual(initial);
        await vi.advanceTimersByTimeAsync(60_000);
        expect(draft.isDurable()).toBe(true);
        expect(store.durable()).toEqual(draft.store.getState().values);
      }),
      { numRuns: 200, verbose: 1 },
    );
  });
});
