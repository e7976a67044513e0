/** Revisions and versions of a request: snapshot, finalise (vaststellen), next version. */
import type { RequestDocument, RevisionSummary } from '../../shared/domain/request.ts';
import { AppError } from '../../shared/errors.ts';
import { sql } from '../file/driver.ts';
import { record } from '../trail/trail.ts';
import { canonicalJson } from './canonical.ts';
import { type Desk, assessValues, count, documentOf, documentToWrite, mustBeDraft, packVersionsOf } from './desk.ts';
import { groupIdOf, stopFollowing } from './groups.ts';
import { belonging, openRequest } from './requests.ts';
import { openIn } from './open-differences.ts';
import { namedOrigin } from './origin.ts';
import { type ContentOf, type Revision, findRevision, isOfKind, reviseOn, revisionsOf, summaryOf } from './revisions.ts';
import { type DocumentRow, valuesOf } from './working-copies.ts';

/** Snapshot of the working copy. When nothing changed since the last one, that one is given back. */
export function reviseRequest(desk: Desk, id: string): RevisionSummary {
  return desk.file.atomically(() => {
    const document = documentToWrite(desk, id);
    return summaryOf(snapshot(desk, document, {}));
  });
}

/** The request as a revision holds it. Throws `document.unknown` when the document has no such revision. */
export function openRevision(desk: Desk, id: string, revision: string): RequestDocument {
  const document = documentOf(desk, id);
  const found = findRevision(desk.file, revision);
  if (!found || !isOfKind(found, 'request') || found.content.document !== id) throw new AppError('document.unknown', `no such revision of ${document.reference}`, { details: { id: revision } });
  const { content } = found;
  return {
    ...belonging(desk, document),
    id,
    reference: content.reference,
    templateId: content.template,
    legalBasisId: content.legalBasis,
    state: content.state,
    version: content.version,
    seq: document.seq,
    savedAt: found.at,
    createdAt: document.created_at,
    values: content.values,
    packVersions: content.packVersions,
    revisions: revisionsOf(desk.file, id, 'request').map(summaryOf),
    ...(content.reason === undefined ? {} : { finalisedDespite: content.reason }),
  };
}

export interface Finalisation {
  /** the working copy that the person saw */
  readonly seq: number;
  /** the written reason when checks block */
  readonly despite?: string | undefined;
}

/** Throws `document.finalised`, `document.stale` or `document.blocked`. */
export function finaliseRequest(desk: Desk, id: string, { seq, despite }: Finalisation): RequestDocument {
  return desk.file.atomically(() => {
    const document = documentToWrite(desk, id);
    mustBeDraft(document);
    if ('open' in openIn(desk.file, id)) throw new AppError('document.differs', 'a field that two posts changed apart is not decided');
    if (document.seq !== seq) throw new AppError('document.stale', `the stored working copy is ${document.seq}, not ${seq}`, { details: { stored: document.seq, seen: seq } });
    const at = desk.now().toISOString();
    const { findings } = assessValues(desk, document, valuesOf(desk.file, id), at);
    const blocks = count(findings, 'blocks');
    if (blocks > 0 && despite === undefined) throw new AppError('document.blocked', `${blocks} blocking checks stand open`, { details: { blocks } });
    const reason = blocks > 0 ? despite : undefined;
    const revision = snapshot(desk, document, { finalised: true, reason });
    desk.file.run(sql`
      UPDATE document SET state = 'finalised', saved_at = ${at}, finalised_despite = ${reason ?? null},
        pack_versions = ${canonicalJson(revision.content.packVersions)} WHERE id = ${id}`);
    desk.file.run(sql`
      UPDATE request_summary SET assessed_seq = ${document.seq}, blocks = ${blocks}, warns = ${count(findings, 'warns')} WHERE document = ${id}`);
    stopFollowing(desk.file, id);
    record(desk.file, { at, act: 'finalised', document: id, details: { revision: revision.id, version: document.version, blocks } });
    return openRequest(desk, id);
  });
}

/** Opens the next version as a working copy with the finalised values. Throws `input.invalid` for a draft. */
export function nextVersion(desk: Desk, id: string): RequestDocument {
  return desk.file.atomically(() => {
    const document = documentToWrite(desk, id);
    if (document.state !== 'finalised') throw new AppError('input.invalid', 'only a finalised request has a next version', { field: 'id' });
    const at = desk.now().toISOString();
    desk.file.run(sql`
      UPDATE document SET state = 'draft', version = version + 1, seq = seq + 1, saved_at = ${at}, finalised_despite = NULL WHERE id = ${id}`);
    record(desk.file, { at, act: 'nextVersion', document: id, details: { version: document.version + 1 } });
    return openRequest(desk, id);
  });
}

/** Call inside a transaction. */
export function snapshot(desk: Desk, document: DocumentRow, change: { readonly finalised?: boolean; readonly reason?: string | undefined } = {}): Revision<'request'> {
  const at = desk.now().toISOString();
  const { revision, isNew } = reviseOn(desk, 'request', document, (parents) => contentOf(desk, document, change, parents), at);
  if (isNew && !change.finalised) record(desk.file, { at, act: 'revised', document: document.id, details: { revision: revision.id, version: document.version } });
  return revision;
}

function contentOf(desk: Desk, document: DocumentRow, change: { readonly finalised?: boolean; readonly reason?: string | undefined }, parents: string[]): ContentOf<'request'> {
  const finalised = change.finalised ?? document.state === 'finalised';
  const group = groupIdOf(desk.file, document.id);
  const reason = change.reason ?? document.finalised_despite ?? undefined;
  return {
    kind: 'request',
    format: 'steunpunt-revision/1',
    document: document.id,
    space: document.space,
    reference: document.given_reference ?? document.reference,
    template: document.template_id,
    legalBasis: document.legal_basis_id,
    version: document.version,
    state: finalised ? 'finalised' : 'draft',
    values: valuesOf(desk.file, document.id),
    parents,
    author: { post: desk.post.identity.name, function: desk.post.identity.function },
    packVersions: packVersionsOf(desk, document),
    ...(reason === undefined ? {} : { reason }),
    ...namedOrigin(document),
    ...(group === undefined ? {} : { group }),
    ...(document.dossier === null ? {} : { dossier: document.dossier }),
    ...openIn(desk.file, document.id),
  };
}
