/** The post's own notes on capabilities. */
import { type CapabilityNote, capabilityNote } from '../../shared/domain/capability.ts';
import { AppError } from '../../shared/errors.ts';
import type { Desk } from '../documents/desk.ts';
import { type StoreFile, sql } from '../file/driver.ts';

export function notes(file: StoreFile): CapabilityNote[] {
  return file
    .rows<{ capabilityId: string; text: string; savedAt: string }>(sql`
      SELECT capability AS capabilityId, text, saved_at AS savedAt FROM capability_note ORDER BY capability`)
    .map((row) => capabilityNote.parse(row));
}

/** Takes the place of the note that was there; an empty one removes it. Throws `reference.unknown`. */
export function saveNote(desk: Desk, capabilityId: string, text: string): { readonly savedAt: string } {
  // a note outlives an exercise, so it is of an installed capability
  if (!Object.hasOwn(desk.reference.installed.forAssessment.capabilities, capabilityId)) {
    throw new AppError('reference.unknown', `no pack holds capability ${capabilityId}`, { field: 'capabilityId', details: { id: capabilityId } });
  }
  const savedAt = desk.now().toISOString();
  const kept = text.trim();
  if (kept === '') desk.file.run(sql`DELETE FROM capability_note WHERE capability = ${capabilityId}`);
  else {
    desk.file.run(sql`
      INSERT INTO capability_note (capability, text, saved_at) VALUES (${capabilityId}, ${kept}, ${savedAt})
      ON CONFLICT (capability) DO UPDATE SET text = excluded.text, saved_at = excluded.saved_at`);
  }
  return { savedAt };
}
