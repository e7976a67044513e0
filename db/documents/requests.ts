/** Requests (verzoeken) as the window works with them: list, create, open, save, assess. Versions and revisions: versions.ts. */
import type { Assessment } from '../../shared/domain/assessment.ts';
import type { FieldChanges, FieldValue, RequestDocument, RequestSummary } from '../../shared/domain/request.ts';
import type { Template } from '../../shared/domain/template.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import { whereThereIsRoom } from '../file/failures.ts';
import { record } from '../trail/trail.ts';
import { canonicalJson } from './canonical.ts';
import { type Desk, assessValues, count, documentOf, isAssessable, mustBeDraft, packVersionsOf } from './desk.ts';
import { type Touched, groupOf, keepInStep } from './groups.ts';
import { newId } from './ids.ts';
import { summarise } from './projection.ts';
import { revisionsOf, summaryOf } from './revisions.ts';
import { homeSpace } from './spaces.ts';
import { checkedChanges, initialValues } from './values.ts';
import { type DocumentRow, valuesOf, writeFields } from './working-copies.ts';

export interface Saved {
  readonly seq: number;
  readonly savedAt: string;
  /** the other drafts of its group, where the save changed them too */
  readonly followers: readonly Touched[];
}

interface SummaryRow extends DocumentRow {
  readonly title: string;
  readonly start: string | null;
  readonly region_code: string | null;
  readonly assessed_seq: number;
  readonly blocks: number;
  readonly warns: number;
  readonly group_id: string | null;
}

/** Newest work first; of one dossier or of all. What was saved since it was last assessed is assessed now, so that the counts are of what is stored. */
export function listRequests(desk: Desk, dossier?: string): RequestSummary[] {
  const rows = desk.file.rows<SummaryRow>(sql`
    SELECT document.*, title, start, region_code, assessed_seq, blocks, warns, group_id
    FROM document JOIN request_summary ON request_summary.document = document.id
    LEFT JOIN group_member ON group_member.document = document.id
    WHERE document.kind = 'request' AND (${dossier ?? null} IS NULL OR dossier = ${dossier ?? null}) ORDER BY saved_at DESC, id DESC`);
  // a request whose template or legal basis no loaded pack holds is listed too, with the counts it had
  const stale = rows.filter((row) => row.assessed_seq !== row.seq && isAssessable(desk, row.template_id));
  const counted = new Map(stale.map((row) => [row.id, countsOf(assessStored(desk, row))]));
  if (stale.length > 0) keepCounts(desk.file, stale, counted);
  return rows.map((row) => summaryRow(row, counted.get(row.id) ?? row));
}

/** A fresh draft with the template's initial values and what the window already knows, in a dossier or in none. */
export function createRequest(desk: Desk, templateId: string, values: FieldChanges, dossier?: string): RequestDocument {
  const template = desk.reference.template(templateId);
  const checked = checkedChanges(template, desk.reference.forAssessment, { ...initialValues(template), ...values });
  return desk.file.atomically(() => {
    if (dossier !== undefined) documentOf(desk, dossier, 'dossier');
    return openRequest(desk, addRequest(desk, template, checked, { dossier }).id);
  });
}

/** A draft with values that were checked. Call inside a transaction. */
export function addRequest(
  desk: Desk,
  template: Template,
  values: ReadonlyMap<string, FieldValue | null>,
  { dossier = null, origin = null }: { readonly dossier?: string | null | undefined; readonly origin?: string | null },
): DocumentRow {
  const basis = desk.reference.legalBasis(template.legalBasis);
  const now = desk.now();
  const at = now.toISOString();
  const id = newId(now);
  const reference = nextReference(desk, now);
  desk.file.run(sql`
    INSERT INTO document (id, space, kind, reference, template_id, legal_basis_id, state, version, seq, saved_at, created_at, pack_versions, dossier, origin)
    VALUES (${id}, ${homeSpace(desk.file).id}, 'request', ${reference}, ${template.id}, ${basis.id}, 'draft', 1, 0, ${at}, ${at},
      ${canonicalJson(desk.reference.packVersions)}, ${dossier}, ${origin})`);
  writeFields(desk.file, documentOf(desk, id), values, at);
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
export function belonging(desk: Desk, { id, dossier, origin }: DocumentRow): Pick<RequestDocument, 'dossierId' | 'group' | 'origin'> {
  const group = groupOf(desk.file, id);
  return {
    ...(dossier === null ? {} : { dossierId: dossier }),
    ...(group === undefined ? {} : { group }),
    ...(origin === null ? {} : { origin: { id: origin, reference: documentOf(desk, origin).reference } }),
  };
}

/** Returns when the changes are on the disk, here and in the drafts that are kept in step. Throws `document.finalised`, `input.invalid`, `reference.unknown`, `disk.full`. */
export function saveRequest(desk: Desk, id: string, changes: FieldChanges): Saved {
  return desk.file.atomically(() => {
    const document = documentOf(desk, id);
    mustBeDraft(document);
    const template = desk.reference.template(document.template_id);
    const savedAt = desk.now().toISOString();
    const checked = checkedChanges(template, desk.reference.forAssessment, changes);
    const changed = writeFields(desk.file, document, checked, savedAt);
    if (changed) summarise(desk.file, id, checked.keys());
    const followers = keepInStep(desk, document, template, checked, savedAt);
    return changed ? { seq: document.seq + 1, savedAt, followers } : { seq: document.seq, savedAt: document.saved_at, followers };
  });
}

/** The rules' view of what is stored, at `now` or on the post's clock. */
export function assessRequest(desk: Desk, id: string, now?: string): Assessment {
  const document = documentOf(desk, id);
  const assessed = assessStored(desk, document, now);
  if (now === undefined) keepCounts(desk.file, [document], new Map([[id, countsOf(assessed)]]));
  return assessed;
}

function assessStored(desk: Desk, document: DocumentRow, now = desk.now().toISOString()): Assessment {
  return assessValues(desk, document, valuesOf(desk.file, document.id), now);
}

interface Counts {
  readonly blocks: number;
  readonly warns: number;
}

function countsOf({ findings }: Assessment): Counts {
  return { blocks: count(findings, 'blocks'), warns: count(findings, 'warns') };
}

/** The counts are derived: a list is shown also where they cannot be kept. */
function keepCounts(file: StoreFile, documents: readonly DocumentRow[], counted: ReadonlyMap<string, Counts>): void {
  whereThereIsRoom(() =>
    file.atomically(() => {
      for (const { id, seq } of documents) {
        const { blocks, warns } = counted.get(id) ?? { blocks: 0, warns: 0 };
        file.run(sql`
          UPDATE request_summary SET assessed_seq = ${seq}, blocks = ${blocks}, warns = ${warns}
          WHERE document = ${id} AND (assessed_seq <> ${seq} OR blocks <> ${blocks} OR warns <> ${warns})`);
      }
    }),
  );
}

function summaryRow(row: SummaryRow, counts: Counts): RequestSummary {
  return {
    id: row.id,
    reference: row.reference,
    title: row.title,
    templateId: row.template_id,
    legalBasisId: row.legal_basis_id,
    state: row.state,
    version: row.version,
    ...(row.start === null ? {} : { start: row.start }),
    ...(row.region_code === null ? {} : { regionCode: row.region_code }),
    savedAt: row.saved_at,
    blocks: counts.blocks,
    warns: counts.warns,
    ...(row.dossier === null ? {} : { dossierId: row.dossier }),
    ...(row.group_id === null ? {} : { groupId: row.group_id }),
  };
}

/** `VR24-2026-001`: region of the post, year at the post, sequence of this post in that year. */
function nextReference(desk: Desk, now: Date): string {
  const year = Number(new Intl.DateTimeFormat('en', { timeZone: 'Europe/Amsterdam', year: 'numeric' }).format(now));
  desk.file.run(sql`INSERT INTO reference_number (year, last) VALUES (${year}, 1) ON CONFLICT (year) DO UPDATE SET last = last + 1`);
  const { last } = desk.file.row<{ last: number }>(sql`SELECT last FROM reference_number WHERE year = ${year}`) ?? { last: 1 };
  return `${desk.post.identity.regionCode}-${year}-${String(last).padStart(3, '0')}`;
}
