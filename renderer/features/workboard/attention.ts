/** What of the packs asks for attention, and how long it is until a start, as values. What of the requests does: db/documents/request-list.ts. */
import { hoursBetween, moment, momentOfInstant } from '../../../shared/domain/moment.ts';
import type { PackSummary } from '../../../shared/domain/pack.ts';
import type { RequestSummary } from '../../../shared/domain/request.ts';

/** A pack whose validity ends within this time is named, days. */
export const soonDays = 30;

export interface PackAttention {
  readonly pack: PackSummary;
  readonly state: 'outdated' | 'endsSoon' | 'notYet';
}

/** `today` is an ISO date. How long a pack of an exercise says that it holds matters to nobody: it ends with the exercise. */
export function packsOfNote(packs: readonly PackSummary[], today: string): readonly PackAttention[] {
  return packs.flatMap((pack): PackAttention[] => {
    if (pack.exercise) return [];
    if (today < pack.validFrom) return [{ pack, state: 'notYet' }];
    if (today > pack.validUntil) return [{ pack, state: 'outdated' }];
    const daysLeft = (Date.parse(pack.validUntil) - Date.parse(today)) / 86_400_000;
    return daysLeft <= soonDays ? [{ pack, state: 'endsSoon' }] : [];
  });
}

/** Whole hours from an instant until the start that is asked; negative when it has passed. */
export function hoursUntil({ start }: Pick<RequestSummary, 'start'>, now: string): number | undefined {
  const [begin, at] = [moment(start), momentOfInstant(now)];
  return begin && at ? Math.floor(hoursBetween(at, begin)) : undefined;
}
