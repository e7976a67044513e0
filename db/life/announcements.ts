/**
 * Pre-announcements (vooraankondigingen): told by telephone that a request follows. They stand in the log of a dossier, or on their own
 * as a document of one revision; a request takes one into its life with a step that names it.
 */
import type { Announcement } from '../../shared/domain/life.ts';
import { moment } from '../../shared/domain/moment.ts';
import { AppError } from '../../shared/errors.ts';
import { type Desk, documentOf } from '../documents/desk.ts';
import type { Touched } from '../documents/groups.ts';
import { newId } from '../documents/ids.ts';
import { nextReference } from '../documents/reference-number.ts';
import { type ContentOf, type Revision, addRevision, findRevision, isOfKind } from '../documents/revisions.ts';
import { inView, spaceForNew } from '../documents/view.ts';
import { minuteOf, writeEntry } from '../dossiers/log.ts';
import { type StoreFile, sql, sqlOf } from '../file/driver.ts';
import { record } from '../trail/trail.ts';

export interface ToAnnounce {
  /** given by the writer, so that a repeat gives the one that is there */
  readonly id: string;
  readonly at?: string | undefined;
  readonly text: string;
  readonly by?: string | undefined;
  readonly dossierId?: string | undefined;
}

/** Throws `document.unknown` for a dossier that is not there, `input.invalid`. */
export function announce(desk: Desk, { id, at, text: typed, by, dossierId }: ToAnnounce): { readonly announcement: Announcement; readonly touched: Touched } {
  return desk.file.atomically(() => {
    if (dossierId !== undefined) {
      const text = by === undefined ? typed : `${by}: ${typed}`;
      const { entry, touched } = writeEntry(desk, dossierId, { text, kind: 'preAnnouncement', at, entry: id });
      return { announcement: found(desk, entry.id), touched };
    }
    const held = desk.file.row<{ revision: string; document: string }>(sql`SELECT revision, document FROM announcement WHERE step = ${id}`);
    if (held) return { announcement: found(desk, held.revision), touched: touchedOf(desk, held.document) };
    const text = typed.trim();
    if (!text.isWellFormed() || text === '' || by?.isWellFormed() === false) throw new AppError('input.invalid', 'text is empty or holds half a character', { field: 'text' });
    const now = desk.now();
    const madeAt = now.toISOString();
    const happened = at ?? minuteOf(madeAt);
    if (!moment(happened)) throw new AppError('input.invalid', 'no such moment', { field: 'at' });
    const document = newId(now);
    const place = spaceForNew(desk.file);
    const space = place.id;
    const reference = nextReference(desk, now, 'announcement', place);
    desk.file.run(sql`
      INSERT INTO document (id, space, kind, reference, template_id, legal_basis_id, state, version, seq, saved_at, created_at, pack_versions)
      VALUES (${document}, ${space}, 'announcement', ${reference}, 'announcement', 'announcement', 'finalised', 1, 0, ${madeAt}, ${madeAt}, '{}')`);
    const made: ContentOf<'announcement'> = {
      kind: 'announcement',
      format: 'steunpunt-revision/1',
      document,
      space,
      parents: [],
      author: { post: desk.post.identity.name, function: desk.post.identity.function },
      reference,
      step: id,
      at: happened,
      text,
      ...(by === undefined ? {} : { by }),
    };
    const { revision } = addRevision<'announcement'>(desk.file, desk.post, made, madeAt);
    desk.file.run(sql`UPDATE document SET head = ${revision.id} WHERE id = ${document}`);
    keepAnnouncement(desk.file, revision);
    record(desk.file, { at: madeAt, act: 'created', document, details: { reference, revision: revision.id } });
    return { announcement: found(desk, revision.id), touched: touchedOf(desk, document) };
  });
}

/** Keeps the place of a pre-announcement that is a revision of this store, made here or received. Call inside a transaction. */
export function keepAnnouncement(file: StoreFile, { id, at, content }: Revision<'announcement'>): void {
  file.run(sql`
    INSERT OR IGNORE INTO announcement (revision, document, step, at)
    VALUES (${id}, ${content.document}, ${content.step}, ${moment(content.at)?.toAbsoluteString() ?? at})`);
}

/** Newest first; not those of a log that were put right since. */
export function announcementsOf(desk: Desk): Announcement[] {
  const seen = inView(desk.file);
  return desk.file
    .rows<{ revision: string }>(
      sqlOf(
        sql`SELECT revision, at FROM announcement JOIN document ON document.id = announcement.document WHERE`,
        seen,
        sql`
          UNION ALL
          SELECT log_entry.revision, log_entry.at FROM log_entry JOIN revision ON revision.id = log_entry.revision JOIN document ON document.id = log_entry.dossier
          WHERE json_extract(body, '$.entryKind') = 'preAnnouncement' AND NOT EXISTS (SELECT 1 FROM log_entry AS later WHERE later.corrects = log_entry.revision) AND`,
        seen,
        sql`ORDER BY at DESC, revision`,
      ),
    )
    .flatMap(({ revision }) => announcementOf(desk, revision) ?? []);
}

function found(desk: Desk, id: string): Announcement {
  const announcement = announcementOf(desk, id);
  if (!announcement) throw new AppError('entry.unknown', 'no such pre-announcement', { details: { id } });
  return announcement;
}

function announcementOf(desk: Desk, id: string): Announcement | undefined {
  const revision = findRevision(desk.file, id);
  if (!revision) return undefined;
  const requests = desk.file.rows<{ id: string; reference: string }>(sql`
    SELECT DISTINCT document.id, reference FROM life_step JOIN document ON document.id = life_step.request WHERE announcement = ${id} ORDER BY reference`);
  if (isOfKind(revision, 'announcement')) {
    const { reference, at, text, by, author } = revision.content;
    return { id, reference, at, recordedAt: revision.at, text, ...(by === undefined ? {} : { by }), author, requests };
  }
  if (!isOfKind(revision, 'logEntry') || revision.content.entryKind !== 'preAnnouncement') return undefined;
  const { document: dossierId, at, text, author } = revision.content;
  return { id, reference: documentOf(desk, dossierId, 'dossier').reference, at, recordedAt: revision.at, text, author, dossierId, requests };
}

function touchedOf(desk: Desk, id: string): Touched {
  const { seq, saved_at } = documentOf(desk, id, 'announcement');
  return { id, seq, savedAt: saved_at };
}
