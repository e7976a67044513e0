/**
 * Contacts: whom to reach, how and for what. Offices, never people: a pack names no one. What is not public is a placeholder that the
 * post fills in on the machine (`ContactCompletion`), kept apart from the pack so that a newer pack never overwrites it.
 */
import { z } from 'zod';
import { bilingual, instant, provenance, regionCode, slug, zonedDateTime } from './basics.ts';

export const channelKind = z.enum(['phone', 'alarm', 'mail', 'visit', 'post']);

export const contactChannel = z.strictObject({
  kind: channelKind,
  label: bilingual,
  /** as printed in the source: `088 662 80 48` */
  value: z.string().min(1),
  provenance,
});
export type ContactChannel = z.infer<typeof contactChannel>;

export const contact = z.strictObject({
  id: slug,
  title: bilingual,
  /** what this office does for the reader, one line */
  role: bilingual,
  /** when to call it, and when not */
  use: bilingual.optional(),
  /** other names people type, former ones among them: OVR for RMOA */
  aliases: z.array(z.string()),
  /** the region it belongs to; absent for a national office */
  regionCode: regionCode.optional(),
  /** name of the regional military command it belongs to, as in the regions pack */
  command: z.string().optional(),
  /** nothing public is known: the post fills it in */
  placeholder: z.boolean(),
  channels: z.array(contactChannel),
  /** GRIP level from which this office joins, where a source says so */
  fromGrip: z.int().min(1).max(5).optional(),
  provenance,
});
export type Contact = z.infer<typeof contact>;

/** What the post knows of a contact beyond the pack. Personal data: it stays on this machine and leaves only on paper that the person prints. */
export const contactCompletion = z.strictObject({
  contactId: slug,
  channels: z.array(z.strictObject({ kind: channelKind, value: z.string().trim().min(1).max(200) })).max(10),
  note: z.string().max(2000).optional(),
  savedAt: instant,
});
export type ContactCompletion = z.infer<typeof contactCompletion>;

/** Who answers for an office from when to when (rooster). Personal data, like a completion: it stays on this machine. */
export const duty = z.strictObject({
  id: z.uuid(),
  contactId: slug,
  start: zonedDateTime,
  end: zonedDateTime,
  /** function or call sign, in one line */
  who: z.string().trim().min(1).max(200),
  phone: z.string().trim().min(1).max(200).optional(),
  note: z.string().trim().min(1).max(2000).optional(),
});
export type Duty = z.infer<typeof duty>;
