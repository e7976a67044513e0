/** Whether a pack may still be trusted today. */
import type { PackSummary } from '../../../shared/domain/pack.ts';

export type Validity = 'notYet' | 'valid' | 'endsSoon' | 'outdated';

const soonDays = 30;

/** `today` is an ISO date. A pack is valid through its last day. */
export function validityOf(pack: Pick<PackSummary, 'validFrom' | 'validUntil'>, today: string): Validity {
  if (today < pack.validFrom) return 'notYet';
  if (today > pack.validUntil) return 'outdated';
  const daysLeft = (Date.parse(pack.validUntil) - Date.parse(today)) / 86_400_000;
  return daysLeft <= soonDays ? 'endsSoon' : 'valid';
}
