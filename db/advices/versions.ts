/** Versions of an advice: finalise (vaststellen), next version, a version as it was. */
import { type AdviceDocument, type StoredAdvice, nestedAdvice } from '../../shared/domain/advice.ts';
import { AppError } from '../../shared/errors.ts';
import { checkAdvice } from '../../shared/rules/advice/check.ts';
import { canonicalJson } from '../documents/canonical.ts';
import { type Desk, count, documentToWrite, mustBeDraft, packVersionsOf } from '../documents/desk.ts';
import { openIn } from '../documents/open-differences.ts';
import { namedOrigin } from '../documents/origin.ts';
import { type ContentOf, findRevision, isOfKind, reviseOn } from '../documents/revisions.ts';
import { type DocumentRow, valuesOf } from '../documents/working-copies.ts';
import { sql } from '../file/driver.ts';
import { record } from '../trail/trail.ts';
import { adviceValuesOf, contextOf, linksOf, readAdvice } from './read.ts';

/** A version as it was finalised. Throws `document.unknown`. */
export function adviceRevision(desk: Desk, id: string, revision: string): AdviceDocument {
  const held = findRevision(desk.file, revision);
  if (!held || !isOfKind(held, 'advice') || held.content.document !== id) throw new AppError('document.unknown', 'no such version of this advice', { details: { id: revision } });
  const { reference, state, version, values, packVersions } = held.content;
  return { ...readAdvice(desk, id), reference, state, version, values: nestedAdvice(values), packVersions, savedAt: held.at };
}

/** Throws `document.finalised`, `document.differs`, `document.stale` or `document.blocked`. */
export function finaliseAdvice(desk: Desk, id: string, { seq, despite }: { readonly seq: number; readonly despite?: string | undefined }): AdviceDocument {
  return desk.file.atomically(() => {
    const document = documentToWrite(desk, id, 'advice');
    mustBeDraft(document);
    if (document.seq !== seq) throw new AppError('document.stale', `the stored working copy is ${document.seq}, not ${seq}`, { details: { stored: document.seq, seen: seq } });
    const findings = checkAdvice(adviceValuesOf(desk.file, id), desk.reference.all.adviceCriteria, contextOf(desk, linksOf(desk.file, document).requestId));
    const blocks = count(findings, 'blocks');
    if (blocks > 0 && despite === undefined) throw new AppError('document.blocked', `${blocks} remarks stand open`, { details: { blocks } });
    const reason = blocks > 0 ? despite : undefined;
    const at = desk.now().toISOString();
    if ('open' in openIn(desk.file, id)) throw new AppError('document.differs', 'a field that two posts changed apart is not decided');
    const { revision } = reviseOn(desk, 'advice', document, (parents) => contentOf(desk, document, { finalised: true, reason }, parents), at);
    desk.file.run(sql`
      UPDATE document SET state = 'finalised', saved_at = ${at}, finalised_despite = ${reason ?? null},
        pack_versions = ${canonicalJson(revision.content.packVersions)} WHERE id = ${id}`);
    record(desk.file, { at, act: 'finalised', document: id, details: { revision: revision.id, version: document.version, blocks } });
    return readAdvice(desk, id);
  });
}

/** Opens the next version with what the finalised one says. Throws `input.invalid` for a draft. */
export function nextAdviceVersion(desk: Desk, id: string): AdviceDocument {
  return desk.file.atomically(() => {
    const document = documentToWrite(desk, id, 'advice');
    if (document.state !== 'finalised') throw new AppError('input.invalid', 'only a finalised advice has a next version', { field: 'id' });
    const at = desk.now().toISOString();
    desk.file.run(sql`UPDATE document SET state = 'draft', version = version + 1, seq = seq + 1, saved_at = ${at}, finalised_despite = NULL WHERE id = ${id}`);
    record(desk.file, { at, act: 'nextVersion', document: id, details: { version: document.version + 1 } });
    return readAdvice(desk, id);
  });
}

/** The working copy as a revision; the same content gives the one that is there. Call inside a transaction. */
export function snapshotAdvice(desk: Desk, document: DocumentRow): void {
  reviseOn(desk, 'advice', document, (parents) => contentOf(desk, document, {}, parents), desk.now().toISOString());
}

function contentOf(desk: Desk, document: DocumentRow, change: { readonly finalised?: boolean; readonly reason?: string | undefined }, parents: string[]): ContentOf<'advice'> {
  const reason = change.reason ?? document.finalised_despite ?? undefined;
  const { requestId } = linksOf(desk.file, document);
  const values: StoredAdvice = valuesOf(desk.file, document.id);
  return {
    kind: 'advice',
    format: 'steunpunt-revision/1',
    document: document.id,
    space: document.space,
    reference: document.given_reference ?? document.reference,
    version: document.version,
    state: change.finalised === true ? 'finalised' : document.state,
    values,
    parents,
    author: { post: desk.post.identity.name, function: desk.post.identity.function },
    packVersions: packVersionsOf(desk, document),
    ...(reason === undefined ? {} : { reason }),
    ...(requestId === undefined ? {} : { request: requestId }),
    ...(document.dossier === null ? {} : { dossier: document.dossier }),
    ...namedOrigin(document),
    ...openIn(desk.file, document.id),
  };
}
