/**
 * Whether a store says what its revisions say: every hash, signature, parent and member is checked, and every table that is derived is made
 * anew beside the one that is there. Nothing of the file changes: what is rebuilt is rolled back.
 */
import { createHash } from 'node:crypto';
import type { Desk } from '../documents/desk.ts';
import { keyOf } from '../../shared/rules/merge/parts.ts';
import { canonicalJson } from '../documents/canonical.ts';
import { openOf } from '../documents/open-differences.ts';
import { rebuildProjections } from '../documents/projection.ts';
import { isDocumentContent, revisionContent, signedPart } from '../documents/revisions.ts';
import { spaces } from '../documents/spaces.ts';
import { valuesOf } from '../documents/working-copies.ts';
import { readBlob } from '../dossiers/blobs.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import { verifyTrail } from '../trail/trail.ts';
import { readChain } from './chain.ts';
import { envelopeId } from './envelope.ts';
import { isSignedBy } from './keys.ts';
import { chainOf } from './members.ts';
import { type OutgoingRow, sealedBytes } from './sealed.ts';
import type { Statement } from './statement.ts';

export interface Problem {
  readonly what: string;
  readonly id: string;
}

export interface Verdict {
  readonly checked: Readonly<Record<'revisions' | 'documents' | 'statements' | 'envelopes' | 'files' | 'trail', number>>;
  readonly problems: readonly Problem[];
}

type Say = (what: string, id: string) => void;

export function verifyStore(desk: Desk): Verdict {
  const problems: Problem[] = [];
  const say: Say = (what, id) => void problems.push({ what, id });
  const { file } = desk;
  const statements = verifyChains(file, say);
  const revisions = verifyRevisions(desk, say);
  const checked = { revisions, statements, documents: verifyDocuments(file, say), envelopes: verifyEnvelopes(file, say), files: verifyFiles(file, say), trail: verifyActs(file, say) };
  verifyDerived(desk, say);
  for (const row of file.rows<{ table: string; rowid: number | null }>(sql`PRAGMA foreign_key_check`)) say('a reference leads nowhere', row.table);
  return { checked, problems };
}

function verifyChains(file: StoreFile, say: Say): number {
  let count = 0;
  for (const { id } of spaces(file)) {
    try {
      const chain = chainOf(file, id);
      count += chain.length;
      if (chain.length > 0) readChain(chain);
    } catch {
      say('the chain of a space does not hold', id);
    }
  }
  return count;
}

/** One that does not hold has been named already. */
function chainThatHolds(file: StoreFile, space: string): readonly Statement[] {
  try {
    return chainOf(file, space);
  } catch {
    return [];
  }
}

interface RevisionRow {
  readonly id: string;
  readonly document: string;
  readonly body: string;
  readonly at: string;
  readonly signature: Uint8Array;
  readonly signer: Uint8Array;
  readonly space: string;
}

function verifyRevisions({ file, post }: Desk, say: Say): number {
  const members = new Map(spaces(file).map(({ id }) => [id, new Set([post.signKey, ...chainThatHolds(file, id).map(({ subject }) => subject.signKey)])]));
  const ids = file.rows<{ id: string }>(sql`SELECT id FROM revision ORDER BY id`);
  for (const { id } of ids) {
    const row = file.row<RevisionRow>(sql`
      SELECT revision.id, document, body, at, signature, signer, space FROM revision JOIN document ON document.id = revision.document WHERE revision.id = ${id}`);
    if (!row) {
      say('a revision is of no document', id);
      continue;
    }
    if (createHash('sha256').update(row.body).digest('hex') !== id) say('the content of a revision is not what its name says', id);
    if (!isSignedBy(row.signer, signedPart(id, row.at), row.signature)) say('the signature of a revision does not hold', id);
    if (members.get(row.space)?.has(Buffer.from(row.signer).toString('base64')) !== true) say('a revision was made by a post that never was a member', id);
    const parsed = revisionContent.safeParse(JSON.parse(row.body));
    if (!parsed.success) {
      say('the content of a revision cannot be read', id);
      continue;
    }
    const content = parsed.data;
    if (canonicalJson(content) !== row.body || content.document !== row.document || content.space !== row.space) say('a revision is not of the document and space that it lies in', id);
    const held = file.rows<{ parent: string | null; document: string | null }>(sql`
      SELECT older.id AS parent, older.document FROM revision JOIN revision_parent ON revision_parent.revision = revision.seq
      LEFT JOIN revision AS older ON older.seq = revision_parent.parent WHERE revision.id = ${id} ORDER BY older.id`);
    if (held.map(({ parent }) => parent).join() !== content.parents.toSorted().join()) say('the parents of a revision are not those that it names', id);
    if (held.some(({ document }) => document !== row.document)) say('a revision goes on from one of another document', id);
  }
  const heads = file.rows<{ id: string }>(sql`
    SELECT revision.id FROM revision JOIN document ON document.id = revision.document
    WHERE json_extract(body, '$.kind') = document.kind AND json_extract(body, '$.values') IS NOT NULL AND revision.seq NOT IN (SELECT parent FROM revision_parent) ORDER BY revision.id`);
  const kept = file.rows<{ id: string }>(sql`SELECT revision AS id FROM head ORDER BY revision`);
  if (JSON.stringify(heads) !== JSON.stringify(kept)) say('the heads are not the revisions that nothing goes on from', 'head');
  return ids.length;
}

/** Fields, state and open differences of a working copy that is in a revision are those of its head. */
function verifyDocuments(file: StoreFile, say: Say): number {
  const rows = file.rows<{ id: string; head: string | null; state: string; version: number; clean: number }>(sql`
    SELECT id, head, state, version, seq = revised_seq AS clean FROM document WHERE kind IN ('request', 'dossier', 'advice')`);
  for (const { id, head, state, version, clean } of rows) {
    if (head === null || clean === 0) continue;
    const body = file.row<{ body: string }>(sql`SELECT body FROM revision WHERE id = ${head}`)?.body;
    const content = body === undefined ? undefined : revisionContent.safeParse(JSON.parse(body)).data;
    if (!content || !isDocumentContent(content)) {
      say('the head of a document is not there', id);
      continue;
    }
    if (keyOf(valuesOf(file, id) as never) !== keyOf(content.values as never)) say('the fields of a document are not those of its head', id);
    if ('version' in content && (content.version !== version || content.state !== state)) say('the state of a document is not that of its head', id);
    if (canonicalJson(openOf(file, id)) !== canonicalJson(content.open ?? {})) say('what stands open is not what the head says', id);
  }
  return rows.length;
}

function verifyEnvelopes(file: StoreFile, say: Say): number {
  const rows = file.rows<OutgoingRow & { space: string }>(sql`SELECT seq, id, type, ref, part, key_id, author, space FROM envelope ORDER BY seq`);
  for (const row of rows) {
    try {
      if (envelopeId(sealedBytes(file, row.space, row)) !== Buffer.from(row.id).toString('hex')) say('an envelope is not made again as it was', row.ref);
    } catch {
      say('an envelope cannot be made again', row.ref);
    }
  }
  return rows.length;
}

function verifyFiles(file: StoreFile, say: Say): number {
  const rows = file.rows<{ sha256: string }>(sql`SELECT sha256 FROM blob WHERE complete = 1`);
  for (const { sha256 } of rows) {
    try {
      readBlob(file, sha256);
    } catch {
      say('an attachment is not what its hash says', sha256);
    }
  }
  return rows.length;
}

function verifyActs(file: StoreFile, say: Say): number {
  const verdict = verifyTrail(file);
  if (!verdict.ok) say('the trail does not follow from its beginning', String(verdict.number));
  return verdict.ok ? verdict.rows : 0;
}

/** Thrown to roll back. */
class Compared extends Error {}

/** Lists, claims and log as they are and as they come out when they are made anew. */
function verifyDerived(desk: Desk, say: Say): void {
  const { file } = desk;
  const tables = () => ({
    lists: file.rows(sql`SELECT document, title, start, region_code FROM request_summary ORDER BY document`),
    claims: file.rows(sql`SELECT capability, document, start, end, start_at, end_at FROM capability_claim ORDER BY capability, document`),
    log: file.rows(sql`SELECT revision, dossier, entry, written_at, corrects FROM log_entry ORDER BY revision`),
  });
  const is = tables();
  try {
    file.atomically(() => {
      rebuildProjections(file, desk.reference);
      const made = {
        ...tables(),
        log: file.rows(sql`
          SELECT id AS revision, document AS dossier, json_extract(body, '$.entry') AS entry, at AS written_at, json_extract(body, '$.corrects') AS corrects
          FROM revision WHERE json_extract(body, '$.kind') = 'logEntry' ORDER BY id`),
      };
      for (const table of ['lists', 'claims', 'log'] as const) if (JSON.stringify(made[table]) !== JSON.stringify(is[table])) say('a table is not what it becomes when it is made anew', table);
      throw new Compared();
    });
  } catch (error) {
    if (!(error instanceof Compared)) throw error;
  }
}
