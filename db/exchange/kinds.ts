/** What each kind of document and of revision means to the exchange. A new kind that posts share is told here. */
import type { Desk } from '../documents/desk.ts';
import { type ContentOf, type DocumentContent, type Revision, type RevisionContent, isDocumentContent } from '../documents/revisions.ts';
import { snapshot } from '../documents/versions.ts';
import { documentRow } from '../documents/working-copies.ts';
import { snapshotAdvice } from '../advices/versions.ts';
import { snapshotDossier } from '../dossiers/dossiers.ts';
import { showLogEntry } from '../dossiers/log.ts';
import { sql } from '../file/driver.ts';
import { linkTo } from './links.ts';
import { keepAnnouncement } from '../life/announcements.ts';
import { keepStep } from '../life/steps.ts';
import { canonicalJson } from '../documents/canonical.ts';

/** The working copy of a document as a revision. Call inside a transaction. */
export function snapshotOf(desk: Desk, id: string): void {
  const document = documentRow(desk.file, id);
  if (document?.kind === 'request') snapshot(desk, document);
  else if (document?.kind === 'dossier') snapshotDossier(desk, id);
  else if (document?.kind === 'advice') snapshotAdvice(desk, document);
  // a pre-announcement or a script is one revision that never changes
  else desk.file.run(sql`UPDATE document SET revised_seq = seq WHERE id = ${id}`);
}

/** Content that begins a document when there is none: the document itself, or a pre-announcement or script, which is no more than that. */
export type BeginningContent = DocumentContent | ContentOf<'announcement' | 'script'>;

export function beginsDocument(content: RevisionContent): content is BeginningContent {
  return isDocumentContent(content) || content.kind === 'announcement' || content.kind === 'script';
}

/** A revision that lies beside its document (an entry of a log, an attachment) shows there. Call inside a transaction, after it was written. */
export function showBeside(desk: Desk, { id, number, at, content }: Revision): void {
  switch (content.kind) {
    case 'request':
    case 'dossier':
    case 'advice':
    // read from its revision where it is shown
    case 'scriptAct':
      return undefined;
    case 'logEntry':
      return showLogEntry(desk.file, { id, number, at, content });
    case 'attachment':
      return showAttachment(desk, id, at, content);
    case 'adviceAct':
      return showAct(desk, id, at, content);
    case 'lifeStep':
      return keepStep(desk.file, { id, number, at, content });
    case 'script':
      desk.file.run(sql`UPDATE document SET state = 'finalised', head = ${id}, revised_seq = seq WHERE id = ${content.document}`);
      return linkTo(desk.file, content.document, 'dossier', content.dossier);
    case 'announcement':
      desk.file.run(sql`UPDATE document SET state = 'finalised', head = ${id}, revised_seq = seq WHERE id = ${content.document}`);
      return keepAnnouncement(desk.file, { id, number, at, content });
  }
}

/** Its content may come later, in parts; until then the file is known by name only. */
function showAttachment({ file }: Desk, id: string, at: string, content: ContentOf<'attachment'>): void {
  file.run(sql`INSERT INTO blob (sha256, bytes) VALUES (${content.sha256}, ${content.bytes}) ON CONFLICT DO NOTHING`);
  file.run(sql`
    INSERT INTO attachment (id, dossier, name, media_type, blob, added_at, author, revision)
    VALUES (${content.attachment}, ${content.document}, ${content.name}, ${content.mediaType}, ${content.sha256}, ${at}, ${canonicalJson(content.author)}, ${id}) ON CONFLICT DO NOTHING`);
}

/** An advice that is linked twice apart is of the request that was named last; an answer to a proposal stands with its advice. */
function showAct({ file }: Desk, id: string, at: string, { document, what }: ContentOf<'adviceAct'>): void {
  if (what.kind !== 'linked') {
    file.run(sql`
      INSERT INTO proposal_answer (revision, advice, proposal, answer, at) VALUES (${id}, ${document}, ${what.proposal.id}, ${what.kind}, ${at}) ON CONFLICT DO NOTHING`);
    return;
  }
  const last = file.row<{ request: string | null }>(sql`
    SELECT json_extract(body, '$.what.request') AS request FROM revision
    WHERE document = ${document} AND json_extract(body, '$.kind') = 'adviceAct' AND json_extract(body, '$.what.kind') = 'linked' ORDER BY at DESC, id DESC LIMIT 1`);
  linkTo(file, document, 'request', last?.request ?? undefined);
}
