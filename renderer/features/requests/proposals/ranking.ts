/** What several searches found, as one list: what answers to more of the effect's words comes first, then what was found higher up. */

export interface WordHits {
  readonly written: string;
  /** ids of capabilities, best first */
  readonly ids: readonly string[];
}

export interface RankedCapability {
  readonly id: string;
  /** the words of the person that led to it */
  readonly because: readonly string[];
}

export function ranked(found: readonly WordHits[]): readonly RankedCapability[] {
  const words = new Map<string, string[]>();
  const places = new Map<string, number>();
  for (const { written, ids } of found) {
    for (const [place, id] of ids.entries()) {
      words.set(id, [...(words.get(id) ?? []), written]);
      places.set(id, (places.get(id) ?? 0) + place);
    }
  }
  const average = (id: string): number => (places.get(id) ?? 0) / (words.get(id)?.length ?? 1);
  return [...words]
    .map(([id, because]) => ({ id, because }))
    .toSorted((one, other) => other.because.length - one.because.length || average(one.id) - average(other.id) || one.id.localeCompare(other.id));
}
