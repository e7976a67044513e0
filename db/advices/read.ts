/** Reading an advice: its values, what it is linked to, its finalised versions, what was done with its proposals. */
import { type AdviceDocument, type AdviceValues, type AdviceVersion, type ProposalAnswer, nestedAdvice } from '../../shared/domain/advice.ts';
import type { AdviceContext } from '../../shared/rules/advice/check.ts';
import { read } from '../../shared/rules/values.ts';
import { type Desk, documentOf, isAssessable, packVersionsOf } from '../documents/desk.ts';
import { originOf } from '../documents/origin.ts';
import { type Revision, findRevision, isOfKind, revisionsOf } from '../documents/revisions.ts';
import { readOnlyOf } from '../documents/spaces.ts';
import { fieldsOf } from '../documents/values.ts';
import { type DocumentRow, type FieldRow, readValues, valuesOf } from '../documents/working-copies.ts';
import { type StoreFile, sql } from '../file/driver.ts';

export function readAdvice(desk: Desk, id: string): AdviceDocument {
  const document = documentOf(desk, id, 'advice');
  return {
    id,
    reference: document.reference,
    state: document.state,
    version: document.version,
    seq: document.seq,
    savedAt: document.saved_at,
    createdAt: document.created_at,
    ...linksOf(desk.file, document),
    values: adviceValuesOf(desk.file, id),
    versions: versionsOf(desk.file, id),
    answers: answersOf(desk.file, id),
    packVersions: packVersionsOf(desk, document),
    spaceId: document.space,
    ...originOf(desk.file, document),
    ...readOnlyOf(desk.file, document.space),
  };
}

export function adviceValuesOf(file: StoreFile, id: string): AdviceValues {
  return nestedAdvice(readValues(file.rows<FieldRow>(sql`SELECT id, json FROM field WHERE document = ${id} ORDER BY id`)));
}

/** The request that it is of, and the dossier: that of its request, else its own. */
export function linksOf(file: StoreFile, { id, dossier }: DocumentRow): Pick<AdviceDocument, 'requestId' | 'dossierId'> {
  const link = file.row<{ request: string | null; dossier: string | null }>(sql`
    SELECT advice.request, request.dossier FROM advice LEFT JOIN document AS request ON request.id = advice.request WHERE advice.document = ${id}`);
  const request = link?.request ?? null;
  const lies = link?.dossier ?? dossier;
  return { ...(request === null ? {} : { requestId: request }), ...(lies === null ? {} : { dossierId: lies }) };
}

/** What the rules must know of the request; nothing when there is none, or when no loaded pack holds its template. */
export function contextOf(desk: Desk, requestId: string | undefined): AdviceContext {
  if (requestId === undefined) return {};
  const document = documentOf(desk, requestId);
  if (!isAssessable(desk, document.template_id)) return {};
  const template = desk.reference.template(document.template_id);
  const lines = read(valuesOf(desk.file, requestId), 'capabilities.lines', 'capabilityLines') ?? [];
  return {
    request: {
      legalBasisId: template.legalBasis,
      term: desk.reference.legalBasis(template.legalBasis).term,
      capabilityIds: lines.flatMap(({ capabilityId }) => capabilityId ?? []),
      fields: new Map(fieldsOf(template).map((field) => [field.id, field.label])),
    },
  };
}

/** Finalised versions, newest first. The newest stands, also while the next one is a draft: advice that was given stays given until it is replaced. */
export function versionsOf(file: StoreFile, id: string): AdviceVersion[] {
  return finalisedRevisions(file, id).map(({ id: revisionId, at, content }, index) => {
    const { outcome } = nestedAdvice(content.values);
    return { revisionId, version: content.version, state: index === 0 ? 'finalised' : 'superseded', ...(outcome === undefined ? {} : { outcome }), author: content.author, at };
  });
}

export function standingAdvice(file: StoreFile, id: string): AdviceVersion | undefined {
  return versionsOf(file, id)[0];
}

/** Newest first. */
export function finalisedRevisions(file: StoreFile, id: string): readonly Revision<'advice'>[] {
  return revisionsOf(file, id, 'advice')
    .filter(({ content }) => content.state === 'finalised')
    .toSorted((one, other) => other.content.version - one.content.version || other.number - one.number);
}

/** The newest answer to each proposal. */
export function answersOf(file: StoreFile, advice: string): ProposalAnswer[] {
  const rows = file.rows<{ revision: string }>(sql`SELECT revision FROM proposal_answer WHERE advice = ${advice} ORDER BY at, revision`);
  const newest = new Map<string, ProposalAnswer>();
  for (const { revision } of rows) {
    const held = findRevision(file, revision);
    if (!held || !isOfKind(held, 'adviceAct') || held.content.what.kind === 'linked') continue;
    const { what, author: by } = held.content;
    newest.set(what.proposal.id, { proposalId: what.proposal.id, answer: what.kind, ...(what.kind === 'declined' && what.reason !== undefined ? { reason: what.reason } : {}), by, at: held.at });
  }
  return [...newest.values()];
}
