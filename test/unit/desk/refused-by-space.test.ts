/** Typed where the post may no longer write: it stays in the window and goes as soon as it may, but holds up no lock and no other view. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createOpenDrafts } from '../../../renderer/app/draft/open-drafts.ts';
import { createOpenQueues } from '../../../renderer/app/draft/open-queues.ts';
import { flushAll, unsavedNow } from '../../../renderer/app/save-state.ts';
import type { ErrorCode, Result } from '../../../shared/errors.ts';

let answer: ErrorCode | undefined;
const asTold = <T>(value: T): Promise<Result<T>> => Promise.resolve(answer ? { ok: false, error: { code: answer, message: 'told to refuse' } } : { ok: true, value });

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  answer = undefined;
});
afterEach(() => {
  vi.useRealTimers();
});

it.each(['space.frozen', 'space.role'] as const)('a draft that is refused with %s lets the post lock, keeps what was typed, and saves it when the role is back', async (code) => {
  const saved: unknown[] = [];
  const drafts = createOpenDrafts<string>({
    kind: 'dossier',
    save: (_, changes) => {
      if (!answer) saved.push(changes);
      return asTold({ seq: 1, savedAt: '2026-11-22T01:00:00.000Z' });
    },
  });
  const draft = drafts.open({ id: code, values: {}, seq: 0, savedAt: '' });
  expect(drafts.holdsTyping(code)).toBe(false);
  answer = 'disk.full';
  draft.type('title', 'Hoogwater');
  expect(await flushAll()).toBe(false);
  answer = code;
  expect(await flushAll()).toBe(true);
  expect(drafts.holdsTyping(code)).toBe(true);
  expect(draft.store.getState()).toMatchObject({ values: { title: 'Hoogwater' }, save: { kind: 'failing', error: { code } } });
  // who closes the window is asked all the same
  expect(unsavedNow()).toEqual([{ of: 'dossier', values: { title: 'Hoogwater' }, error: expect.objectContaining({ code }) }]);
  answer = undefined;
  expect(await flushAll()).toBe(true);
  expect(saved).toEqual([{ title: 'Hoogwater' }]);
  expect(unsavedNow()).toEqual([]);
  expect(drafts.holdsTyping(code)).toBe(false);
});

it('an entry that is refused so lets the post lock and can be taken back; one that another thing keeps does not', async () => {
  const queue = createOpenQueues<{ entry: string }, object>({ send: () => asTold({}), words: ({ entry }) => entry, writtenAt: () => '' }).open('dossier');
  answer = 'space.role';
  queue.add({ entry: 'a' });
  expect(await flushAll()).toBe(true);
  expect(queue.isEmpty()).toBe(false);
  expect(unsavedNow()).toMatchObject([{ of: 'entry', values: { words: 'a' }, error: { code: 'space.role' } }]);
  answer = 'disk.full';
  queue.add({ entry: 'b' });
  expect(await flushAll()).toBe(false);
  answer = undefined;
  expect(await flushAll()).toBe(true);
  expect(queue.takeBack('a')).toEqual({ entry: 'a' });
  expect(queue.isEmpty()).toBe(true);
});
