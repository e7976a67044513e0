/** What this post knows of contacts beyond the packs: how to reach them, and who is on call when. */
import { type ContactCompletion, type Duty, contactCompletion, duty } from '../../shared/domain/contact.ts';
import { moment } from '../../shared/domain/moment.ts';
import { AppError } from '../../shared/errors.ts';
import type { Desk } from '../documents/desk.ts';
import { newId } from '../documents/ids.ts';
import { type StoreFile, sql } from '../file/driver.ts';

export interface CompletionToSave {
  readonly contactId: string;
  readonly channels: ContactCompletion['channels'];
  readonly note?: string | undefined;
}

export interface DutyToSave {
  readonly id?: string | undefined;
  readonly contactId: string;
  readonly start: string;
  readonly end: string;
  readonly who: string;
  readonly phone?: string | undefined;
  readonly note?: string | undefined;
}

export function completions(file: StoreFile): ContactCompletion[] {
  return file
    .rows<{ contact: string; channels: string; note: string | null; saved_at: string }>(sql`
      SELECT contact, channels, note, saved_at FROM contact_completion ORDER BY contact`)
    .map((row) =>
      contactCompletion.parse({ contactId: row.contact, channels: JSON.parse(row.channels), savedAt: row.saved_at, ...(row.note === null ? {} : { note: row.note }) }),
    );
}

/** Takes the place of what was there; with neither channel nor note nothing stays. Throws `reference.unknown`. */
export function completeContact(desk: Desk, { contactId, channels, note = '' }: CompletionToSave): ContactCompletion {
  mustBeContact(desk, contactId);
  const savedAt = desk.now().toISOString();
  const kept = note.trim() === '' ? null : note.trim();
  if (channels.length === 0 && kept === null) desk.file.run(sql`DELETE FROM contact_completion WHERE contact = ${contactId}`);
  else {
    desk.file.run(sql`
      INSERT INTO contact_completion (contact, channels, note, saved_at) VALUES (${contactId}, ${JSON.stringify(channels)}, ${kept}, ${savedAt})
      ON CONFLICT (contact) DO UPDATE SET channels = excluded.channels, note = excluded.note, saved_at = excluded.saved_at`);
  }
  return { contactId, channels, savedAt, ...(kept === null ? {} : { note: kept }) };
}

/** In the order in which they begin. */
export function duties(file: StoreFile): Duty[] {
  return file
    .rows<{ [K in 'id' | 'contact' | 'start' | 'end' | 'who']: string } & { phone: string | null; note: string | null }>(sql`
      SELECT id, contact, start, end, who, phone, note FROM duty`)
    .map(({ contact, phone, note, ...row }) => duty.parse({ ...row, contactId: contact, ...(phone === null ? {} : { phone }), ...(note === null ? {} : { note }) }))
    .toSorted((one, other) => instantOf(one.start) - instantOf(other.start) || (one.id < other.id ? -1 : 1));
}

/** Without an id a new one. Throws `input.invalid` for a duty that does not end after it begins, `entry.unknown`, `reference.unknown`. */
export function saveDuty(desk: Desk, { id, contactId, start, end, who, phone, note }: DutyToSave): Duty {
  mustBeContact(desk, contactId);
  if (Number.isNaN(instantOf(start))) throw new AppError('input.invalid', 'no such moment', { field: 'start' });
  if (!(instantOf(end) > instantOf(start))) throw new AppError('input.invalid', 'a duty ends after it begins', { field: 'end' });
  const saved: Duty = { id: id ?? newId(desk.now()), contactId, start, end, who, ...(phone === undefined ? {} : { phone }), ...(note === undefined ? {} : { note }) };
  const changed =
    id === undefined
      ? desk.file.run(sql`
          INSERT INTO duty (id, contact, start, end, who, phone, note) VALUES (${saved.id}, ${contactId}, ${start}, ${end}, ${who}, ${phone ?? null}, ${note ?? null})`)
      : desk.file.run(sql`
          UPDATE duty SET contact = ${contactId}, start = ${start}, end = ${end}, who = ${who}, phone = ${phone ?? null}, note = ${note ?? null} WHERE id = ${id}`);
  if (changed === 0) throw new AppError('entry.unknown', 'no such duty', { details: { id: saved.id } });
  return saved;
}

/** Removing what is gone already is no error. */
export function removeDuty(file: StoreFile, id: string): void {
  file.run(sql`DELETE FROM duty WHERE id = ${id}`);
}

/** Of the installed packs: what this post keeps of an office outlives every exercise. */
function mustBeContact({ reference }: Desk, id: string): void {
  if (!reference.installed.contacts.some((contact) => contact.id === id)) throw new AppError('reference.unknown', `no pack holds contact ${id}`, { field: 'contactId', details: { id } });
}

/** Milliseconds, NaN when the text names no moment. */
const instantOf = (text: string): number => moment(text)?.toDate().getTime() ?? Number.NaN;
