/**
 * What several searches found, as one list. A word that a few capabilities answer to says more than one that half of the catalogue
 * answers to (inverse document frequency); what is said most strongly comes first, then what was found higher up.
 */

export interface WordHits {
  readonly written: string;
  /** ids of capabilities, best first */
  readonly ids: readonly string[];
  /** how many capabilities answer to the word, also beyond `ids` */
  readonly total: number;
}

export interface RankedCapability {
  readonly id: string;
  /** the words of the person that led to it */
  readonly because: readonly string[];
}

/** A word to which a larger part of the catalogue answers than this tells nothing apart. */
const tellsNothingFrom = 0.4;

/** `size` is the number of capabilities in the catalogue. */
export function ranked(found: readonly WordHits[], size: number): readonly RankedCapability[] {
  const telling = found.filter(({ total }) => total <= size * tellsNothingFrom);
  const weights = new Map<string, number>();
  const places = new Map<string, number>();
  const words = new Map<string, string[]>();
  for (const { written, ids, total } of telling.length > 0 ? telling : found) {
    const weight = Math.log((size + 1) / Math.max(1, total));
    for (const [place, id] of ids.entries()) {
      weights.set(id, (weights.get(id) ?? 0) + weight);
      places.set(id, Math.min(places.get(id) ?? place, place));
      words.set(id, [...(words.get(id) ?? []), written]);
    }
  }
  return [...words]
    .map(([id, because]) => ({ id, because }))
    .toSorted((one, other) => (weights.get(other.id) ?? 0) - (weights.get(one.id) ?? 0) || (places.get(one.id) ?? 0) - (places.get(other.id) ?? 0) || one.id.localeCompare(other.id));
}
