/** Where: the municipalities of the request and the region that asks. */
import type { Municipality } from '../../domain/region.ts';
import { dayOf, dayText, homeZone, momentOfInstant } from '../../domain/moment.ts';
import { citation } from '../citation.ts';
import { read, readPeriod } from '../values.ts';
import { type Check, none, nothing, remark } from './check.ts';
import { periodField } from './period.ts';

const municipalitiesField = 'applicant.municipalities';

/**
 * A chair asks for the own region: a municipality of another region needs its own chair's request, or was mistyped. A municipality
 * that no longer exists at the start is named with its successor.
 */
export const region: Check = ({ values, reference, now }) => {
  const asked = read(values, 'applicant.region', 'region');
  const codes = read(values, municipalitiesField, 'municipalities') ?? [];
  if (codes.length === 0) return nothing;
  const known = codes.flatMap((code): Municipality[] => {
    const municipality = Object.hasOwn(reference.municipalities, code) ? reference.municipalities[code] : undefined;
    return municipality ? [municipality] : [];
  });
  const unknown = codes
    .filter((code) => !Object.hasOwn(reference.municipalities, code))
    .map((code) => remark('warns', 'checks.municipality.unknown', municipalitiesField, '', { code }));

  const start = readPeriod(values, periodField).start ?? momentOfInstant(now, homeZone);
  const gone = known
    .filter((one) => start !== undefined && one.validUntil !== undefined && dayOf(start) > one.validUntil)
    .map((one) => {
      const successor = one.successor === undefined ? none : (reference.municipalities[one.successor]?.name ?? one.successor);
      return remark('warns', 'checks.municipality.gone', municipalitiesField, citation(one.provenance), { name: one.name, until: dayText(one.validUntil ?? ''), successor });
    });

  const elsewhere = asked === undefined ? [] : known.filter((one) => one.regionCode !== asked);
  const outside = elsewhere.map((one) =>
    remark('warns', 'checks.municipality.elsewhere', municipalitiesField, citation(one.provenance), {
      name: one.name,
      theirs: reference.regions[one.regionCode]?.name ?? one.regionCode,
      ours: reference.regions[asked ?? '']?.name ?? asked ?? '',
    }),
  );
  const wrong = [...unknown, ...gone, ...outside];
  const first = known[0];
  if (wrong.length > 0 || asked === undefined || !first) return wrong;
  return [remark('ok', 'checks.municipality.ok', municipalitiesField, citation(first.provenance), { count: known.length, ours: reference.regions[asked]?.name ?? asked })];
};
