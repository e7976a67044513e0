/** What of the requests and packs asks for attention, as values. `now` is an instant, `today` an ISO date. */
import type { DossierSummary } from '../../../shared/domain/dossier.ts';
import { hoursBetween, moment, momentOfInstant } from '../../../shared/domain/moment.ts';
import type { PackSummary } from '../../../shared/domain/pack.ts';
import type { RequestSummary } from '../../../shared/domain/request.ts';

/** A start within this time asks for attention now, hours. It is also the general notice of the forces (catalogue: general-force). */
export const soonHours = 48;
/** A pack whose validity ends within this time is named, days. */
export const soonDays = 30;
const finalisedShown = 5;
const dossiersShown = 6;

export interface Starting {
  readonly request: RequestSummary;
  /** whole hours until the start; negative when it has passed */
  readonly hours: number;
}

export interface PackAttention {
  readonly pack: PackSummary;
  readonly state: 'outdated' | 'endsSoon' | 'notYet';
}

export interface Attention {
  /** drafts, the earliest start first, then the last saved */
  readonly open: readonly RequestSummary[];
  readonly missing: readonly RequestSummary[];
  /** drafts and finalised requests that start soon, and drafts whose start has passed */
  readonly soon: readonly Starting[];
  readonly finalised: readonly RequestSummary[];
  readonly packs: readonly PackAttention[];
}

export function attention(requests: readonly RequestSummary[], packs: readonly PackSummary[], now: string, today: string): Attention {
  const open = requests.filter((request) => request.state === 'draft').toSorted(byStartThenSaved);
  return {
    open,
    missing: open.filter((request) => request.blocks + request.warns > 0).toSorted((one, other) => other.blocks - one.blocks || other.warns - one.warns),
    soon: requests.flatMap((request) => starting(request, now)).toSorted((one, other) => one.hours - other.hours),
    finalised: requests
      .filter((request) => request.state === 'finalised')
      .toSorted((one, other) => other.savedAt.localeCompare(one.savedAt))
      .slice(0, finalisedShown),
    packs: packs.flatMap((pack) => packAttention(pack, today)),
  };
}

const lastAt = ({ lastEntryAt, savedAt }: DossierSummary): string => lastEntryAt ?? savedAt;

/** How many dossiers are open, and those with the newest entries. */
export function openDossiers(dossiers: readonly DossierSummary[]): { readonly open: number; readonly shown: readonly DossierSummary[] } {
  const open = dossiers.filter(({ closed }) => !closed);
  return { open: open.length, shown: open.toSorted((one, other) => lastAt(other).localeCompare(lastAt(one))).slice(0, dossiersShown) };
}

function starting(request: RequestSummary, now: string): Starting[] {
  const [start, at] = [moment(request.start), momentOfInstant(now)];
  if (!start || !at) return [];
  const hours = Math.floor(hoursBetween(at, start));
  if (hours > soonHours) return [];
  return hours >= 0 || request.state === 'draft' ? [{ request, hours }] : [];
}

function packAttention(pack: PackSummary, today: string): PackAttention[] {
  if (today < pack.validFrom) return [{ pack, state: 'notYet' }];
  if (today > pack.validUntil) return [{ pack, state: 'outdated' }];
  const daysLeft = (Date.parse(pack.validUntil) - Date.parse(today)) / 86_400_000;
  return daysLeft <= soonDays ? [{ pack, state: 'endsSoon' }] : [];
}

/** milliseconds; a start that is not known comes last */
const startOf = (request: RequestSummary): number => moment(request.start)?.toDate().getTime() ?? Number.MAX_SAFE_INTEGER;

function byStartThenSaved(one: RequestSummary, other: RequestSummary): number {
  return startOf(one) - startOf(other) || other.savedAt.localeCompare(one.savedAt);
}
