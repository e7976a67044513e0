/** What must be said of a municipality whose borders in time are near or past. Days are ISO dates; the last day counts. */
import type { Municipality } from '../../../shared/domain/region.ts';
import { dayText } from '../../../shared/domain/moment.ts';
import type { Say } from '../../ui/index.ts';

export function municipalityNote(municipality: Municipality, nameOf: (code: string) => string | undefined, today: string, say: Say): string | undefined {
  const { validFrom, validUntil, successor } = municipality;
  if (validFrom !== undefined && today < validFrom) return say('contacts.municipalityFrom', { date: dayText(validFrom) });
  if (validUntil === undefined) return undefined;
  if (today > validUntil) return say('contacts.municipalityGone', { date: dayText(validUntil) });
  if (successor === undefined) return say('contacts.municipalityUntil', { date: dayText(validUntil) });
  return say('contacts.municipalityInto', { date: dayText(validUntil), successor: nameOf(successor) ?? successor });
}
