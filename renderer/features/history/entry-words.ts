/** A revision in words. */
import type { DocumentHistory, HistoryEntry } from '../../../shared/domain/history.ts';
import type { Say } from '../../ui/say.ts';

/** A finalised version by its version, anything else by its number. */
export function entryName({ number, version, state }: Pick<HistoryEntry, 'number' | 'version' | 'state'>, say: Say): string {
  return state === 'finalised' ? say('history.finalised', { version }) : say('history.revision', { number });
}

/** The times of all revisions, to tell one that cannot be. */
export function timesOf({ entries }: Pick<DocumentHistory, 'entries'>): (revision: string) => string | undefined {
  const times = new Map(entries.map(({ id, at }) => [id, at]));
  return (revision) => times.get(revision);
}
