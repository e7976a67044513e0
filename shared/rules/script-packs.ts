/**
 * The packs of a script: which kinds an exercise may lay over the installed packs, and which count at a moment. Places (regions,
 * municipalities, the map) stay as they are: a post, its references and its spaces are named after them.
 */
import type { ScriptPack } from '../domain/exercise-script.ts';
import type { PackKind } from '../domain/pack.ts';
import { type ScriptClock, hasAppeared, minutesOf } from './script-clock.ts';

export const exercisePackKinds: readonly PackKind[] = ['capabilities', 'contacts', 'templates', 'fields', 'effects', 'legal-bases', 'advice-criteria', 'life-reasons', 'finder'];

/** As documents and papers name it: no installed pack can be taken for it. */
export const exercisePackId = (id: string): string => `oefening-${id}`;

export interface TimedPack extends Pick<ScriptPack, 'id' | 'at'> {
  /** of the pack itself: a later one of the same id takes the place of the former, as a newer version does */
  readonly packId: string;
}

/**
 * Those that count, lowest first: what a later one says of an entry stands above what an earlier one says of it, by their times in the
 * script. So who releases one by hand changes when it counts, never what it lies on.
 */
export function packsInForce<P extends TimedPack>(packs: readonly P[], clock: ScriptClock): readonly P[] {
  return standingPacks(packs.filter((one) => hasAppeared(clock, one)));
}

/** Of those that have come, whenever that was. */
export function standingPacks<P extends TimedPack>(packs: readonly P[]): readonly P[] {
  const inOrder = packs.toSorted((one, other) => minutesOf(one.at) - minutesOf(other.at) || (one.id < other.id ? -1 : 1));
  return inOrder.filter((one, index) => !inOrder.slice(index + 1).some(({ packId }) => packId === one.packId));
}

/** Entries under their ids: one that is laid over takes the place of the one that has its id, a new one comes behind. Nothing is taken away, so that a document finds what it names. */
export function laidOver<T extends { readonly id: string }>(entries: T[], laid: readonly T[]): T[] {
  return laid.length === 0 ? entries : [...new Map([...entries, ...laid].map((entry) => [entry.id, entry])).values()];
}
