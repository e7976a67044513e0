/** Every municipality asks for itself. */
import { citation } from '../citation.ts';
import { read } from '../values.ts';
import { type Check, nothing, remark } from './check.ts';

const municipalitiesField = 'applicant.municipalities';

/** The LOCC: two or more municipalities make one request each, signed by its own mayor. MSC Zoe (2019): Schiermonnikoog and Terschelling. */
export const ownRequest: Check = ({ values, reference }) => {
  if (read(values, 'applicant.actor', 'choice') !== 'mayor') return nothing;
  const codes = read(values, municipalitiesField, 'municipalities') ?? [];
  if (codes.length < 2) return nothing;
  const names = codes.map((code) => reference.municipalities[code]?.name ?? code);
  const list = (locale: string): string => new Intl.ListFormat(locale).format(names);
  return [remark('warns', 'checks.municipality.ownRequest', municipalitiesField, citation({ source: 'W2' }), { count: codes.length, names: list('nl-NL'), namesEn: list('en-GB') })];
};
