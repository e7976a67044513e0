/** What must be said of a municipality whose borders in time are near or past. Days are ISO dates; the last day counts. */
import type { Municipality } from '../../../shared/domain/region.ts';
import type { Format } from '../../app/language/index.ts';
import type { Say } from '../../ui/index.ts';

export function municipalityNote(municipality: Municipality, nameOf: (code: string) => string | undefined, today: string, say: Say, { date }: Pick<Format, 'date'>): string | undefined {
  const { validFrom, validUntil, successor } = municipality;
  if (validFrom !== undefined && today < validFrom) return say('contacts.municipalityFrom', { date: date(validFrom) });
  if (validUntil === undefined) return undefined;
  if (today > validUntil) return say('contacts.municipalityGone', { date: date(validUntil) });
  if (successor === undefined) return say('contacts.municipalityUntil', { date: date(validUntil) });
  return say('contacts.municipalityInto', { date: date(validUntil), successor: nameOf(successor) ?? successor });
}
