/** A dossier copied into another space, with its log and its attachments. */
import type { DossierDocument } from '../../shared/domain/dossier.ts';
import type { LogEntry } from '../../shared/domain/log-entry.ts';
import { canonicalJson } from '../documents/canonical.ts';
import { type Desk, documentOf } from '../documents/desk.ts';
import { newId } from '../documents/ids.ts';
import { nameOrigin, spaceForCopy } from '../documents/origin.ts';
import { type StoredValue, valuesOf } from '../documents/working-copies.ts';
import { sql } from '../file/driver.ts';
import { attachmentsOf } from './attachments.ts';
import { addDossier, readDossier, snapshotDossier } from './dossiers.ts';
import { addEntry, logOf } from './log.ts';

/**
 * An open dossier with the fields of the other, its whole log and every attachment whose content is here. Requests and advice stay: they are
 * numbered and run on as they are, and whoever wants one there copies it. Throws as `spaceForCopy`.
 */
export function copyDossier(desk: Desk, id: string, space: string): DossierDocument {
  return desk.file.atomically(() => {
    const origin = documentOf(desk, id, 'dossier');
    const place = spaceForCopy(desk.file, origin, space);
    const values = new Map<string, StoredValue>(Object.entries(valuesOf(desk.file, id)));
    // that it was closed is said of the other alone
    values.delete('closed');
    const copy = addDossier(desk, values, place, id);
    nameOrigin(desk.file, copy, origin, place);
    copyLog(desk, logOf(desk, id), copy);
    copyAttachments(desk, id, copy);
    return readDossier(desk, copy);
  });
}

/** Each entry with who wrote it and when; a correction comes after the entry that it puts right, whose name it needs. */
function copyLog(desk: Desk, log: readonly LogEntry[], copy: string): void {
  if (log.length > 0) snapshotDossier(desk, copy);
  const byId = new Map(log.map((entry) => [entry.id, entry]));
  const copied = new Map<string, string>();
  const copyOf = ({ id, kind, at, text, author, writtenAt, corrects }: LogEntry): string => {
    const done = copied.get(id);
    if (done !== undefined) return done;
    const wrong = corrects === undefined ? undefined : byId.get(corrects);
    const made = addEntry(desk, copy, { text, entryKind: kind, at, written: { by: author, at: writtenAt }, ...(wrong === undefined ? {} : { corrects: copyOf(wrong) }) });
    copied.set(id, made.id);
    return made.id;
  };
  for (const entry of log) copyOf(entry);
}

/** The content is kept once, however many dossiers hold the file. */
function copyAttachments(desk: Desk, from: string, copy: string): void {
  const now = desk.now();
  const by = canonicalJson({ post: desk.post.identity.name, function: desk.post.identity.function });
  for (const { name, mediaType, sha256, waiting } of attachmentsOf(desk.file, from)) {
    if (waiting) continue;
    desk.file.run(sql`
      INSERT INTO attachment (id, dossier, name, media_type, blob, added_at, author)
      VALUES (${newId(now)}, ${copy}, ${name}, ${mediaType}, ${sha256}, ${now.toISOString()}, ${by})`);
  }
}
