/** Whom a page of contacts shows, and who is on call at a moment, as values. */
import type { Contact, ContactCompletion, Duty } from '../../../shared/domain/contact.ts';
import { moment } from '../../../shared/domain/moment.ts';

/** In the address and in the list: the offices that serve all regions. */
export const nationalPage = 'landelijk';

export interface Offices {
  /** of the region itself; empty on the national page */
  readonly own: readonly Contact[];
  /** serve all regions */
  readonly national: readonly Contact[];
}

/** The offices for a region, or the national ones alone; what can be reached by anyone stands before what a post must fill in. */
export function officesFor(contacts: readonly Contact[], regionCode: string | undefined): Offices {
  const national = contacts.filter((contact) => contact.regionCode === undefined);
  return {
    own: regionCode === undefined ? [] : contacts.filter((contact) => contact.regionCode === regionCode),
    national: [...national.filter((contact) => !contact.placeholder), ...national.filter((contact) => contact.placeholder)],
  };
}

/** How well an office is known here: by the pack, by what this post filled in, or not yet. */
export type Reach = 'public' | 'filled' | 'open';

export function reachOf(contact: Pick<Contact, 'channels'>, completion: ContactCompletion | undefined): Reach {
  if (contact.channels.length > 0) return 'public';
  return completion !== undefined && completion.channels.length > 0 ? 'filled' : 'open';
}

export interface Roster {
  readonly now: readonly Duty[];
  readonly later: readonly Duty[];
  /** latest first */
  readonly past: readonly Duty[];
}

const instantOf = (text: string): number => moment(text)?.toDate().getTime() ?? Number.NaN;

/** The duties of these offices at an instant (ms since 1970). A duty counts from its start until just before its end. */
export function rosterOf(duties: readonly Duty[], contactIds: ReadonlySet<string>, now: number): Roster {
  const known = duties.filter((duty) => contactIds.has(duty.contactId)).toSorted((one, other) => instantOf(one.start) - instantOf(other.start));
  return {
    now: known.filter((duty) => instantOf(duty.start) <= now && now < instantOf(duty.end)),
    later: known.filter((duty) => now < instantOf(duty.start)),
    past: known.filter((duty) => instantOf(duty.end) <= now).toReversed(),
  };
}

/** What is wrong with a duty before it is sent, by field; nothing when it can be saved. */
export type DutyFault = 'missing' | 'backwards';

export function dutyFaults(draft: { readonly contactId: string | null; readonly start: string | null; readonly end: string | null; readonly who: string }): Partial<Record<'contactId' | 'start' | 'end' | 'who', DutyFault>> {
  const backwards = draft.start !== null && draft.end !== null && instantOf(draft.end) <= instantOf(draft.start);
  return {
    ...(draft.contactId === null ? { contactId: 'missing' as const } : {}),
    ...(draft.start === null ? { start: 'missing' as const } : {}),
    ...(draft.end === null ? { end: 'missing' as const } : backwards ? { end: 'backwards' as const } : {}),
    ...(draft.who.trim() === '' ? { who: 'missing' as const } : {}),
  };
}
