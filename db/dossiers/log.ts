/** The log of a dossier: entries are revisions, only ever added, read in the order in which things happened. */
import type { LogEntry, LogEntryKind } from '../../shared/domain/log-entry.ts';
import { homeZone, moment, momentOfInstant } from '../../shared/domain/moment.ts';
import { AppError } from '../../shared/errors.ts';
import { type Desk, documentOf, documentToWrite } from '../documents/desk.ts';
import type { Touched } from '../documents/groups.ts';
import { newId } from '../documents/ids.ts';
import { type ContentOf, type Revision, addRevision, findRevision, isOfKind } from '../documents/revisions.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import { record } from '../trail/trail.ts';
import { snapshotDossier, touchDossier } from './dossiers.ts';

export interface EntryToWrite {
  readonly text: string;
  readonly kind: LogEntryKind;
  /** when it happened; now when absent */
  readonly at?: string | undefined;
  /** the entry of this dossier that it puts right */
  readonly corrects?: string | undefined;
  /** given by the writer, so that a repeat gives the entry that is there */
  readonly entry?: string | undefined;
}

/** Throws `document.unknown`, `entry.unknown` for a correction of nothing, `input.invalid`. */
export function writeEntry(desk: Desk, id: string, { text: typed, kind, at, corrects, entry }: EntryToWrite): { readonly entry: LogEntry; readonly touched: Touched } {
  return desk.file.atomically(() => {
    const dossier = documentOf(desk, id, 'dossier');
    const now = desk.now();
    const writtenAt = now.toISOString();
    const held = entry === undefined ? undefined : desk.file.row<{ revision: string; dossier: string }>(sql`SELECT revision, dossier FROM log_entry WHERE entry = ${entry}`);
    if (held) return { entry: entryOf(desk, id, held.revision), touched: { id, seq: dossier.seq, savedAt: dossier.saved_at } };
    documentToWrite(desk, id, 'dossier');
    const text = typed.trim();
    if (!text.isWellFormed() || text === '') throw new AppError('input.invalid', 'text is empty or holds half a character', { field: 'text' });
    const happened = at ?? minuteOf(writtenAt);
    if (moment(happened) === undefined) throw new AppError('input.invalid', 'no such moment', { field: 'at' });
    if (corrects !== undefined) entryOf(desk, id, corrects);
    snapshotDossier(desk, id);
    const revision = addEntry(desk, id, { text, entryKind: kind, at: happened, ...(entry === undefined ? {} : { entry }), ...(corrects === undefined ? {} : { corrects }) });
    return { entry: asEntry(revision, new Map()), touched: touchDossier(desk.file, dossier, writtenAt) };
  });
}

/** An entry that was checked, as a revision beside its dossier, which is in one already. Call inside a transaction. */
export function addEntry(desk: Desk, dossier: string, said: Pick<ContentOf<'logEntry'>, 'text' | 'entryKind' | 'at' | 'written' | 'corrects'> & { readonly entry?: string }): Revision<'logEntry'> {
  const now = desk.now();
  const writtenAt = now.toISOString();
  const made: ContentOf<'logEntry'> = {
    kind: 'logEntry',
    format: 'steunpunt-revision/1',
    document: dossier,
    space: documentOf(desk, dossier, 'dossier').space,
    parents: [],
    author: { post: desk.post.identity.name, function: desk.post.identity.function },
    entry: newId(now),
    ...said,
  };
  const { revision } = addRevision<'logEntry'>(desk.file, desk.post, made, writtenAt);
  showLogEntry(desk.file, revision);
  record(desk.file, { at: writtenAt, act: 'logged', document: dossier, details: { revision: revision.id, ...(said.corrects === undefined ? {} : { corrects: said.corrects }) } });
  return revision;
}

/** Where it is read from; one that came from another post as well. */
export function showLogEntry(file: StoreFile, { id, at, content }: Revision<'logEntry'>): void {
  file.run(sql`
    INSERT INTO log_entry (revision, dossier, entry, at, written_at, corrects)
    VALUES (${id}, ${content.document}, ${content.entry}, ${moment(content.at)?.toAbsoluteString() ?? at}, ${at}, ${content.corrects ?? null}) ON CONFLICT DO NOTHING`);
}

/** In the order in which things happened; of one moment in the order in which they were written. */
export function logOf(desk: Desk, id: string): LogEntry[] {
  documentOf(desk, id, 'dossier');
  const revisions = desk.file
    .rows<{ revision: string }>(sql`SELECT revision FROM log_entry WHERE dossier = ${id} ORDER BY at, written_at, entry`)
    .map(({ revision }) => entryRevision(desk, id, revision));
  // of two corrections the one that was written last, the same on every post
  const inWriting = revisions.toSorted((one, other) => writtenAt(one).localeCompare(writtenAt(other)) || (one.id < other.id ? -1 : 1));
  const corrections = new Map(inWriting.flatMap(({ id: by, content }) => (content.corrects === undefined ? [] : [[content.corrects, by] as const])));
  return revisions.map((revision) => asEntry(revision, corrections));
}

/** In the log where it was written: that of a copied dossier was copied at one moment. */
const writtenAt = ({ at, content }: Revision<'logEntry'>): string => content.written?.at ?? at;

function entryOf(desk: Desk, dossier: string, revision: string): LogEntry {
  return asEntry(entryRevision(desk, dossier, revision), new Map());
}

/** Its name and signature were proven when it was read. */
function entryRevision(desk: Desk, dossier: string, id: string): Revision<'logEntry'> {
  const revision = findRevision(desk.file, id);
  if (!revision || !isOfKind(revision, 'logEntry') || revision.content.document !== dossier) {
    throw new AppError('entry.unknown', 'no such entry in this dossier', { field: 'corrects', details: { id } });
  }
  return revision;
}

function asEntry(revision: Revision<'logEntry'>, corrections: ReadonlyMap<string, string>): LogEntry {
  const { id, content } = revision;
  const correctedBy = corrections.get(id);
  return {
    id,
    dossierId: content.document,
    kind: content.entryKind,
    at: content.at,
    writtenAt: writtenAt(revision),
    text: content.text,
    author: content.written?.by ?? content.author,
    ...(content.written === undefined ? {} : { copiedBy: content.author }),
    ...(content.corrects === undefined ? {} : { corrects: content.corrects }),
    ...(correctedBy === undefined ? {} : { correctedBy }),
  };
}

/** The minute on the clock of the Netherlands: nobody writes seconds in a log. */
export function minuteOf(instant: string): string {
  const at = momentOfInstant(instant, homeZone);
  if (!at) throw new Error('the clock gave no instant');
  return at.set({ second: 0, millisecond: 0 }).toString();
}
