/** Sources as a person reads them beside a remark: the short name of the work and the place in it, the same in both languages. */
import type { Provenance } from '../domain/basics.ts';

/**
 * Short names for the keys under which the packs cite their works. The pack holds the full title; beside a remark there is room for
 * the name that the field uses. A key that is not here is shown as it is.
 */
const shortNames: Readonly<Record<string, string>> = {
  S1: 'Beantwoording Kamervragen 15-07-2025',
  S2: 'Nota uitstelbrief impact HT3, 03-12-2025',
  L1: 'Politiewet 2012',
  L2: 'Wvr',
  L3: 'Regeling militaire steunverlening',
  L4: 'Veiligheidswet BES',
  L5: 'Aanwijzingen inzet krijgsmacht Aruba, Curaçao en Sint Maarten',
  L6: 'Besluit instelling Landelijke Operationele Staf',
  L7: 'Stb. 2022, 216',
  W1: 'Defensie, Samenwerken voor veiligheid',
  W2: 'LOCC, ‘Indienen van een bijstandsverzoek’',
  W3: 'NCTV, Bijstand en ondersteuning',
  W4: 'Rijksoverheid, LOCC',
  W5: 'Handreiking Redden van Mens en Dier',
  W6: 'Nieuwe verdeling veiligheidsregio’s, 21-06-2024',
  W7: 'Catalogus Nationale Operaties (inhoudsopgave)',
  W8: 'Defensiekrant 2015-03',
  W9: 'Defensie, CBRN Respons Eenheid',
  W10: 'Defensiekrant 2022-37',
  W11: 'EenVandaag, juni 2025',
  W12: 'Kamerstuk 30 300 X, nr. 106 (2006)',
  W13: 'Evaluatie convenant FNIK',
  ST: 'Voorstel Steunpunt',
};

const isLaw = (key: string): boolean => /^L\d+$/.test(key);

/** `Wvr art. 51 lid 1`, `Beantwoording Kamervragen 15-07-2025, antwoord 44`. */
export function citation(provenance: Pick<Provenance, 'source' | 'at'>): string {
  const name = Object.hasOwn(shortNames, provenance.source) ? (shortNames[provenance.source] ?? provenance.source) : provenance.source;
  if (provenance.at === undefined) return name;
  const place = provenance.at.replace(/^Antwoord/, 'antwoord');
  return isLaw(provenance.source) ? `${name} ${place}` : `${name}, ${place}`;
}

/** The minister's answers of 15 July 2025 (D2025-000339), `answers('44')` or `answers('8 en 22')`. */
export const answers = (numbers: string): string => citation({ source: 'S1', at: `antwoord ${numbers}` });

/** What the Court of Audit found, known to us only through the questions and answers about its report of March 2025. */
export const courtOfAudit = (cited: string): string => (cited.includes('Rekenkamer') ? cited : `Algemene Rekenkamer 2025, via ${cited}`);
