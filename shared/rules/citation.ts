/** Sources as a person reads them beside a remark: the short name of the work and the place in it, the same in both languages. */
import type { Provenance } from '../domain/basics.ts';

/**
 * Packs name their works so that a person can read the key ('Wvr', 'NCTV'). Two works carry the key that answers and notes refer to
 * them by; these are their short names.
 */
const shortNames: ReadonlyMap<string, string> = new Map([
  ['S1', 'Beantwoording Kamervragen 15-07-2025'],
  ['W2', 'LOCC, ‘Indienen van een bijstandsverzoek’'],
]);

/** `Wvr art. 51 lid 1`, `Beantwoording Kamervragen 15-07-2025, antwoord 44`. */
export function citation({ source, at }: Pick<Provenance, 'source' | 'at'>): string {
  const name = shortNames.get(source) ?? source;
  if (at === undefined) return name;
  return at.startsWith('art.') ? `${name} ${at}` : `${name}, ${at}`;
}

/** The minister's answers of 15 July 2025 (D2025-000339), `answers('44')` or `answers('8 en 22')`. */
export const answers = (numbers: string): string => citation({ source: 'S1', at: `antwoord ${numbers}` });

/** What the Court of Audit found, known to us only through the questions and answers about its report of March 2025. */
export const courtOfAudit = (cited: string): string => (cited.includes('Rekenkamer') ? cited : `Algemene Rekenkamer 2025, via ${cited}`);
