/** Dossiers as the window works with them: create, open, save. Their list: dossier-list.ts; their log: log.ts; their files: attachments.ts. */
import { type DossierChanges, type DossierDocument, type DossierRegion, type DossierValues, dossierValues } from '../../shared/domain/dossier.ts';
import { moment } from '../../shared/domain/moment.ts';
import { AppError } from '../../shared/errors.ts';
import { type Desk, documentOf, documentToWrite } from '../documents/desk.ts';
import { newId } from '../documents/ids.ts';
import { nextReference } from '../documents/reference-number.ts';
import { openIn } from '../documents/open-differences.ts';
import { namedOrigin, originOf } from '../documents/origin.ts';
import { type Revision, reviseOn } from '../documents/revisions.ts';
import { type Space, readOnlyOf } from '../documents/spaces.ts';
import { spaceForNew } from '../documents/view.ts';
import { type DocumentRow, type StoredValue, writeFields } from '../documents/working-copies.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import { record } from '../trail/trail.ts';

/** A dossier has no template: its fields are those of shared/domain/dossier.ts. The table asks for a word. */
const noTemplate = 'dossier';

export function createDossier(desk: Desk, title: string, regions: readonly DossierRegion[] = [], space?: string): DossierDocument {
  const values = checked(desk, { title, ...(regions.length === 0 ? {} : { regions: [...regions] }) });
  return desk.file.atomically(() => readDossier(desk, addDossier(desk, values, spaceForNew(desk.file, space))));
}

/** A dossier with values that were checked; gives its id. Call inside a transaction. */
export function addDossier(desk: Desk, values: ReadonlyMap<string, StoredValue | null>, place: Space, origin?: string): string {
  const now = desk.now();
  const at = now.toISOString();
  const id = newId(now);
  const reference = nextReference(desk, now, 'dossier', place);
  desk.file.run(sql`
    INSERT INTO document (id, space, kind, reference, template_id, legal_basis_id, state, version, seq, saved_at, created_at, pack_versions)
    VALUES (${id}, ${place.id}, 'dossier', ${reference}, ${noTemplate}, ${noTemplate}, 'draft', 1, 0, ${at}, ${at}, '{}')`);
  writeFields(desk.file, documentOf(desk, id, 'dossier'), values, at);
  record(desk.file, { at, act: 'created', document: id, details: { reference, ...(origin === undefined ? {} : { origin }) } });
  return id;
}

export function readDossier(desk: Desk, id: string): DossierDocument {
  const document = documentOf(desk, id, 'dossier');
  return {
    id,
    reference: document.reference,
    seq: document.seq,
    savedAt: document.saved_at,
    createdAt: document.created_at,
    values: dossierValuesOf(desk.file, id),
    spaceId: document.space,
    ...originOf(desk.file, document),
    ...readOnlyOf(desk.file, document.space),
  };
}

/** Returns when the changes are on the disk. A dossier that is closed or opened again leaves a revision. */
export function saveDossier(desk: Desk, id: string, changes: DossierChanges): { readonly seq: number; readonly savedAt: string } {
  return desk.file.atomically(() => {
    const document = documentToWrite(desk, id, 'dossier');
    const savedAt = desk.now().toISOString();
    const wasClosed = dossierValuesOf(desk.file, id).closed === true;
    if (!writeFields(desk.file, document, checked(desk, changes), savedAt)) return { seq: document.seq, savedAt: document.saved_at };
    if ((dossierValuesOf(desk.file, id).closed === true) !== wasClosed) snapshotDossier(desk, id);
    return { seq: document.seq + 1, savedAt };
  });
}

export function dossierValuesOf(file: StoreFile, id: string): DossierValues {
  const rows = file.rows<{ id: string; json: string }>(sql`SELECT id, json FROM field WHERE document = ${id} ORDER BY id`);
  return dossierValues.parse(Object.fromEntries(rows.map((row) => [row.id, JSON.parse(row.json)])));
}

/** The working copy as a signed revision; the same content gives the one that is there. Call inside a transaction. */
export function snapshotDossier(desk: Desk, id: string): Revision<'dossier'> {
  const document = documentOf(desk, id, 'dossier');
  const content = (parents: string[]): Revision<'dossier'>['content'] => ({
    kind: 'dossier',
    format: 'steunpunt-revision/1',
    document: id,
    space: document.space,
    reference: document.given_reference ?? document.reference,
    values: dossierValuesOf(desk.file, id),
    parents,
    author: { post: desk.post.identity.name, function: desk.post.identity.function },
    ...namedOrigin(document),
    ...openIn(desk.file, id),
  });
  return reviseOn(desk, 'dossier', document, content, desk.now().toISOString()).revision;
}

/** Something was added beside the fields: the dossier comes to the top of its list. Call inside a transaction. */
export function touchDossier(file: StoreFile, { id, seq }: DocumentRow, at: string): { readonly id: string; readonly seq: number; readonly savedAt: string } {
  file.run(sql`UPDATE document SET saved_at = ${at} WHERE id = ${id}`);
  return { id, seq, savedAt: at };
}

/** What the schema cannot see: a moment that does not exist, a region that no pack holds, half a character. */
function checked({ reference }: Desk, changes: DossierChanges): ReadonlyMap<string, StoredValue | null> {
  if (typeof changes.startedAt === 'string' && !moment(changes.startedAt)) throw new AppError('input.invalid', 'no such moment', { field: 'startedAt' });
  for (const { regionCode } of changes.regions ?? []) {
    if (!Object.hasOwn(reference.forAssessment.regions, regionCode)) throw new AppError('reference.unknown', `no pack holds ${regionCode}`, { field: 'regions', details: { id: regionCode } });
  }
  for (const field of ['title', 'description'] as const) {
    if (changes[field]?.isWellFormed() === false) throw new AppError('input.invalid', `${field} holds half a character`, { field });
  }
  return new Map(Object.entries(changes).flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])));
}
