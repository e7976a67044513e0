/**
 * The queues of entries that are open in this window, one a document. They outlive the screen: before the post locks or the window
 * closes they are flushed, and what is not on the disk goes on trying.
 */
import type { Result } from '../../../shared/errors.ts';
import { type Unsaved, registerFlusher, reportSave } from '../save-state.ts';
import { useSession } from '../session.ts';
import { type EntryQueue, type Typed, createEntryQueue } from './entry-queue.ts';
import { refusedBySpace } from './save-queue.ts';

export interface OpenQueues<T extends Typed, W> {
  open(id: string): EntryQueue<T, W>;
}

export interface OpenQueuesParts<T extends Typed, W> {
  send(id: string, entry: T): Promise<Result<W>>;
  /** the words that were typed in it */
  words(entry: T): string;
  /** the instant at which it was written, on the post's clock */
  writtenAt(written: W): string;
}

export function createOpenQueues<T extends Typed, W>({ send, words, writtenAt }: OpenQueuesParts<T, W>): OpenQueues<T, W> {
  const queues = new Map<string, EntryQueue<T, W>>();
  let connected = false;

  async function flush(): Promise<void> {
    const flushed = await Promise.all([...queues.values()].map(async (queue) => (await queue.flush()) || queue.store.getState().waiting.every(({ error }) => error !== undefined && refusedBySpace(error))));
    if (flushed.includes(false)) throw new Error('a queue holds what is not saved yet');
  }

  const unsaved = (): readonly Unsaved[] =>
    [...queues.values()].flatMap((queue) => queue.store.getState().waiting.map(({ typed, error }): Unsaved => ({ of: 'entry', values: { words: words(typed) }, error })));

  function connect(): void {
    if (connected) return;
    connected = true;
    registerFlusher(flush, unsaved);
    useSession.subscribe((session, before) => {
      if (session.phase === 'open' || before.phase !== 'open') return;
      for (const [id, queue] of queues) {
        if (!queue.isEmpty()) continue;
        queue.dispose();
        queues.delete(id);
      }
    });
  }

  return {
    open(id) {
      connect();
      const known = queues.get(id);
      if (known) return known;
      const queue = createEntryQueue<T, W>({ send: (entry) => send(id, entry) });
      queue.store.subscribe(({ waiting, written }, before) => {
        const failed = waiting.find(({ state }) => state !== 'waiting');
        const last = written.at(-1);
        if (failed?.error) reportSave({ state: 'failed', error: failed.error });
        else if (waiting.length > 0) reportSave({ state: 'saving' });
        else if (last && written !== before.written) reportSave({ state: 'saved', at: writtenAt(last) });
      });
      queues.set(id, queue);
      return queue;
    },
  };
}
