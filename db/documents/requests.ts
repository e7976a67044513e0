/** Requests (verzoeken) as the window works with them: create, open, save, assess. Lists: request-list.ts; versions and revisions: versions.ts. */
import type { Assessment } from '../../shared/domain/assessment.ts';
import type { FieldChanges, FieldValue, RequestDocument } from '../../shared/domain/request.ts';
import type { Template } from '../../shared/domain/template.ts';
import { AppError } from '../../shared/errors.ts';
import { exerciseField, exerciseValue } from '../../shared/rules/exercise-field.ts';
import { sql } from '../file/driver.ts';
import { record } from '../trail/trail.ts';
import { canonicalJson } from './canonical.ts';
import { countsOf, keepCounts } from './counts.ts';
import { type Desk, assessValues, documentOf, documentToWrite, mustBeDraft, packVersionsOf } from './desk.ts';
import { type Touched, groupOf, keepInStep } from './groups.ts';
import { newId } from './ids.ts';
import { summarise } from './projection.ts';
import { originOf } from './origin.ts';
import { nextReference } from './reference-number.ts';
import { revisionsOf, summaryOf } from './revisions.ts';
import { readOnlyOf, space as spaceOf } from './spaces.ts';
import { spaceForNew } from './view.ts';
import { checkedChanges, fieldsOf, initialValues } from './values.ts';
import { type DocumentRow, valuesOf, writeFields } from './working-copies.ts';

export interface Saved {
  readonly seq: number;
  readonly savedAt: string;
  /** the other drafts of its group, where the save changed them too */
  readonly followers: readonly Touched[];
}

/** A fresh draft with the template's initial values and what the window already knows, in a dossier or in none, in the space of its dossier or in the one named. */
export function createRequest(desk: Desk, templateId: string, values: FieldChanges, dossier?: string, space?: string): RequestDocument {
  const template = desk.reference.template(templateId);
  const checked = checkedChanges(template, desk.reference.forAssessment, { ...initialValues(template), ...values });
  return desk.file.atomically(() => {
    if (dossier !== undefined) documentOf(desk, dossier, 'dossier');
    return openRequest(desk, addRequest(desk, template, checked, { dossier, space }).id);
  });
}

/** A draft with values that were checked. Call inside a transaction. */
export function addRequest(
  desk: Desk,
  template: Template,
  values: ReadonlyMap<string, FieldValue | null>,
  { dossier = null, origin = null, space }: { readonly dossier?: string | null | undefined; readonly origin?: string | null; readonly space?: string | undefined },
): DocumentRow {
  const basis = desk.reference.legalBasis(template.legalBasis);
  const now = desk.now();
  const at = now.toISOString();
  const id = newId(now);
  const place = spaceForNew(desk.file, dossier === null ? space : documentOf(desk, dossier, 'dossier').space);
  const reference = nextReference(desk, now, 'request', place);
  desk.file.run(sql`
    INSERT INTO document (id, space, kind, reference, template_id, legal_basis_id, state, version, seq, saved_at, created_at, pack_versions, dossier, origin)
    VALUES (${id}, ${place.id}, 'request', ${reference}, ${template.id}, ${basis.id}, 'draft', 1, 0, ${at}, ${at},
      ${canonicalJson(desk.reference.packVersions)}, ${dossier}, ${origin})`);
  const isExercise = exerciseValue(values.get(exerciseField), place.kind === 'exercise') ?? null;
  const written = fieldsOf(template).some((field) => field.id === exerciseField) ? new Map([...values, [exerciseField, isExercise]]) : values;
  writeFields(desk.file, documentOf(desk, id), written, at);
  summarise(desk.file, id);
  record(desk.file, { at, act: 'created', document: id, details: { reference, template: template.id, ...(origin === null ? {} : { origin }) } });
  return documentOf(desk, id);
}

export function openRequest(desk: Desk, id: string): RequestDocument {
  const document = documentOf(desk, id);
  return {
    ...belonging(desk, document),
    id,
    reference: document.reference,
    templateId: document.template_id,
    legalBasisId: document.legal_basis_id,
    state: document.state,
    version: document.version,
    seq: document.seq,
    savedAt: document.saved_at,
    createdAt: document.created_at,
    values: valuesOf(desk.file, id),
    packVersions: packVersionsOf(desk, document),
    revisions: revisionsOf(desk.file, id, 'request').map(summaryOf),
    ...(document.finalised_despite === null ? {} : { finalisedDespite: document.finalised_despite }),
  };
}

/** What a request belongs to: its dossier, its group, the request that it was copied from. The same for each of its revisions. */
export function belonging(desk: Desk, document: DocumentRow): Pick<RequestDocument, 'dossierId' | 'group' | 'origin' | 'spaceId' | 'exercise' | 'readOnly'> {
  const { id, dossier, space } = document;
  const group = groupOf(desk.file, id);
  return {
    spaceId: space,
    ...readOnlyOf(desk.file, space),
    ...(spaceOf(desk.file, space).kind === 'exercise' ? { exercise: true as const } : {}),
    ...(dossier === null ? {} : { dossierId: dossier }),
    ...(group === undefined ? {} : { group }),
    ...originOf(desk.file, document),
  };
}

/** Returns when the changes are on the disk, here and in the drafts that are kept in step. Throws `document.finalised`, `input.invalid`, `reference.unknown`, `disk.full`. */
export function saveRequest(desk: Desk, id: string, changes: FieldChanges): Saved {
  return desk.file.atomically(() => {
    const document = documentToWrite(desk, id);
    mustBeDraft(document);
    const template = desk.reference.template(document.template_id);
    mustSuitSpace(desk, document, changes);
    const savedAt = desk.now().toISOString();
    const checked = checkedChanges(template, desk.reference.forAssessment, changes);
    const changed = writeFields(desk.file, document, checked, savedAt);
    if (changed) summarise(desk.file, id, checked.keys());
    const followers = keepInStep(desk, document, template, checked, savedAt);
    return changed ? { seq: document.seq + 1, savedAt, followers } : { seq: document.seq, savedAt: document.saved_at, followers };
  });
}

/** Throws `input.invalid` where the field says exercise and the space does not, or the other way. */
function mustSuitSpace({ file }: Desk, { space }: DocumentRow, changes: FieldChanges): void {
  const said = changes[exerciseField];
  if (said === undefined || said === (exerciseValue(said, spaceOf(file, space).kind === 'exercise') ?? null)) return;
  throw new AppError('input.invalid', 'whether a request is exercise is decided by its space', { field: exerciseField });
}

/** The rules' view of what is stored, at `now` or on the post's clock. */
export function assessRequest(desk: Desk, id: string, now?: string): Assessment {
  const document = documentOf(desk, id);
  const assessed = assessValues(desk, document, valuesOf(desk.file, id), now ?? desk.now().toISOString());
  if (now === undefined) keepCounts(desk.file, [document], new Map([[id, countsOf(assessed)]]));
  return assessed;
}
