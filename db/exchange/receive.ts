/**
 * Taking in what a carrier brought, a batch in one transaction: opened, proven, checked against the members of the space, and only then
 * written. What waits for something is kept and taken in when that is there; what is refused is counted and named. The same envelope
 * twice changes nothing.
 */
import type { Refusal, WaitingFor } from '../../shared/domain/exchange.ts';
import { AppError } from '../../shared/errors.ts';
import { headsOf } from '../documents/ancestry.ts';
import type { Desk } from '../documents/desk.ts';
import { type RevisionContent, insertRevision, isDocumentContent, revisionContent, signedPart } from '../documents/revisions.ts';
import { type Space, findSpace } from '../documents/spaces.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import { mayWrite } from './chain.ts';
import { envelopeType, readPartContent } from './envelope.ts';
import { isSignedBy } from './keys.ts';
import { beginsDocument, showBeside } from './kinds.ts';
import { type Circle, circleOf } from './members.ts';
import { type Ahead, type OpenedAhead, type OpenedRevision, isHeld, open, outsideOf } from './opening.ts';
import { isLostKey, markReady, readyEnvelopes } from './parked.ts';
import { takePart } from './parts.ts';
import { type Head, makeDocument } from './project.ts';
import { settle } from './settle.ts';
import { type Tally, count, countTakenAfterAll } from './tally.ts';
import { isVouched, keepVoucher, readVoucher, signedPart as signedVoucher } from './voucher.ts';

/** Most that is kept of what waits, per space: more than any honest exchange leaves open. */
const mostParked = 100_000;
/** So much of it is tried again in one turn. */
const readyAtOnce = 100;

interface Arrival extends Ahead {
  readonly sealed: Uint8Array;
  /** the carrier that brought it */
  readonly from: string | null;
}

interface Refused {
  readonly is: 'refused';
  readonly why: Refusal;
  /** kept, because what it lacks may come */
  readonly needs?: string;
}

type Verdict =
  | { readonly is: 'taken' }
  | { readonly is: 'known' }
  | Refused
  | { readonly is: 'waiting'; readonly why: WaitingFor; readonly needs: string };

interface Batch {
  readonly desk: Desk;
  /** this post's standing in each space, who belongs to it and its keys: nothing in a batch changes them, so each is read once */
  readonly circles: Map<string, Circle & { readonly space: Space | undefined }>;
  readonly from: string | null;
  readonly tally: Tally;
  /** heads that were taken in, for the merge that follows */
  readonly known: Map<string, Head>;
  /** documents as they lie here, read or made in this batch */
  readonly documents: Map<string, Lying>;
  readonly touched: Set<string>;
  /** what others may have waited for */
  readonly arrived: string[];
  /** how many wait in each space, where one of them was counted */
  readonly waiting: Map<string, number>;
  /** nothing waits anywhere: most often, and then it is not looked for */
  nothingWaits: boolean;
}

interface Lying {
  readonly space: string;
  readonly kind: string;
}

export interface Means {
  readonly ahead?: OpenedAhead;
  /** written in the same transaction */
  readonly also?: () => void;
}

/** Takes in one batch from a carrier. Errors of the store are thrown and leave nothing of the batch. */
export function receive(desk: Desk, sealed: readonly Uint8Array[], from: string | null, tally: Tally, { ahead, also }: Means = {}): void {
  const before = structuredClone(tally.numbers);
  try {
    desk.file.atomically(() => {
      const batch = newBatch(desk, from, tally);
      for (const one of sealed) arrive(batch, one, ahead?.get(one));
      replay(batch);
      finish(batch);
      also?.();
    });
  } catch (error) {
    Object.assign(tally.numbers, before);
    throw error;
  }
}

function newBatch(desk: Desk, from: string | null, tally: Tally): Batch {
  const nothingWaits = desk.file.row(sql`SELECT id FROM parked LIMIT 1`) === undefined;
  return { desk, circles: new Map(), from, tally, known: new Map(), documents: new Map(), touched: new Set(), arrived: [], waiting: new Map(), nothingWaits };
}

function circle({ desk: { file }, circles }: Batch, space: string): Circle & { readonly space: Space | undefined } {
  let held = circles.get(space);
  if (!held) circles.set(space, (held = { ...circleOf(file, space), space: findSpace(file, space) }));
  return held;
}

function arrive(batch: Batch, sealed: Uint8Array, ahead: Ahead | undefined = outsideOf(sealed)): void {
  batch.tally.numbers.received += 1;
  if (!ahead) return count(batch.tally, { is: 'refused', why: 'damaged' });
  const arrival: Arrival = { ...ahead, sealed, from: batch.from };
  const { head, id } = arrival;
  const { space } = circle(batch, head.space);
  if (!space || space.standing === 'awaiting') return count(batch.tally, { is: 'elsewhere', space: head.space });
  if (isHeld(batch.desk.file, arrival)) return count(batch.tally, { is: 'known' });
  const parked = batch.nothingWaits ? undefined : batch.desk.file.row<{ why: string }>(sql`SELECT why FROM parked WHERE id = ${id}`);
  const verdict = guarded(() => examine(batch, arrival));
  if (verdict.is === 'refused' || verdict.is === 'waiting') park(batch, arrival, verdict);
  else if (parked) forget(batch, arrival);
  // what lies here waiting already and waits still is no news
  if (parked && verdict.is === 'waiting') return count(batch.tally, { is: 'known' });
  count(batch.tally, verdict, arrival.signer);
  if ('needs' in verdict && verdict.needs !== undefined) batch.tally.kept.set(id.toString('hex'), verdict);
}

/** An error of the store ends the batch; a defect of what arrived does not. */
function guarded(work: () => Verdict): Verdict {
  try {
    return work();
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return { is: 'refused', why: 'invalid' };
    throw error;
  }
}

/** What waits for what this batch brought, and for what that brings; what is more than a stretch stays marked as ready. */
function replay(batch: Batch): void {
  const { desk, arrived } = batch;
  if (batch.nothingWaits) return;
  for (let left = readyAtOnce; ; ) {
    markReady(desk.file, arrived.splice(0));
    const ready = readyEnvelopes(desk.file, left);
    if (ready.length === 0) return;
    left -= ready.length;
    for (const { sealed, came_from } of ready) {
      const outside = outsideOf(sealed);
      if (!outside) throw new AppError('file.damaged', 'what waits is no envelope');
      again(batch, { ...outside, sealed, from: came_from });
    }
  }
}

function again(batch: Batch, arrival: Arrival): void {
  const verdict = guarded(() => examine(batch, arrival));
  forget(batch, arrival);
  if (verdict.is === 'taken') countTakenAfterAll(batch.tally, arrival.id.toString('hex'));
  else park(batch, arrival, verdict);
}

function forget({ desk, waiting }: Batch, { id, head }: Arrival): void {
  const gone = desk.file.run(sql`DELETE FROM parked WHERE id = ${id}`);
  const held = waiting.get(head.space);
  if (held !== undefined) waiting.set(head.space, held - gone);
}

function park(batch: Batch, { id, head, sealed, from }: Arrival, verdict: Verdict): void {
  if (!('needs' in verdict) || verdict.needs === undefined) return;
  const { desk, waiting } = batch;
  const parked = waiting.get(head.space) ?? desk.file.row<{ count: number }>(sql`SELECT count(*) AS count FROM parked WHERE space = ${head.space}`)?.count ?? 0;
  if (parked >= mostParked) return;
  waiting.set(head.space, parked + 1);
  batch.nothingWaits = false;
  desk.file.run(sql`
    INSERT INTO parked (id, space, why, needs, sealed, came_from) VALUES (${id}, ${head.space}, ${verdict.why}, ${verdict.needs}, ${sealed}, ${from})
    ON CONFLICT (id) DO UPDATE SET why = excluded.why, needs = excluded.needs`);
}

function examine(batch: Batch, arrival: Arrival): Verdict {
  const { head, sealed } = arrival;
  const key = circle(batch, head.space).keys.get(head.keyId);
  if (!key) return { is: 'waiting', why: isLostKey(batch.desk.file, head.space, head.keyId) ? 'branch' : 'key', needs: `key ${head.keyId}` };
  const opened = arrival.opened ?? open(sealed, head, key);
  if (!opened) return { is: 'refused', why: 'damaged' };
  switch (head.type) {
    case envelopeType.revision:
      return examineRevision(batch, arrival, opened.revision);
    case envelopeType.part:
      return examinePart(batch, arrival, opened.content);
    case envelopeType.voucher:
      return examineVoucher(batch, arrival, opened.content);
    default:
      return { is: 'waiting', why: 'newer', needs: 'newer' };
  }
}

/** Whether the post may have made this; of a former member only what a member vouches for. */
function mayHaveMade(batch: Batch, { head, signer }: Arrival, revision?: string): Refused | undefined {
  const { membership } = circle(batch, head.space);
  const name = signer.toString('base64');
  const member = membership?.members.get(name);
  if (mayWrite(member)) return undefined;
  if (revision !== undefined && isVouched(batch.desk.file, head.space, revision)) return undefined;
  const needs = revision === undefined ? {} : { needs: `voucher ${revision}` };
  if (member) return { is: 'refused', why: 'reader', ...needs };
  if (membership?.former.has(name)) return { is: 'refused', why: 'removed', ...needs };
  return { is: 'refused', why: 'stranger', needs: `member ${name}` };
}

function examineRevision(batch: Batch, arrival: Arrival, read: OpenedRevision | undefined): Verdict {
  const { file } = batch.desk;
  const { head, signer } = arrival;
  if (!read) return { is: 'refused', why: 'damaged' };
  const { id, at, signature } = read;
  if (file.row(sql`SELECT seq FROM revision WHERE id = ${id}`)) return { is: 'known' };
  if (!(read.signed ?? isSignedBy(signer, signedPart(id, at), signature))) return { is: 'refused', why: 'forged' };
  const refused = mayHaveMade(batch, arrival, id);
  if (refused) return refused;

  const parsed = revisionContent.safeParse(read.made);
  if (!parsed.success) return isNewer(read.made, parsed.error.issues) ? { is: 'waiting', why: 'newer', needs: 'newer' } : { is: 'refused', why: 'invalid' };
  const content = parsed.data;
  if (content.space !== head.space || new Set(content.parents).size !== content.parents.length) return { is: 'refused', why: 'invalid' };
  for (const parent of content.parents) {
    const held = batch.known.get(parent)?.content ?? file.row<{ document: string }>(sql`SELECT document FROM revision WHERE id = ${parent}`);
    if (!held) return { is: 'waiting', why: 'parents', needs: parent };
    if (held.document !== content.document) return { is: 'refused', why: 'invalid' };
  }
  const lying = documentHere(batch, content.document);
  if (lying && (lying.space !== head.space || (beginsDocument(content) && lying.kind !== content.kind))) return { is: 'refused', why: 'invalid' };
  if (!lying && !beginsDocument(content)) return { is: 'waiting', why: 'parents', needs: content.document };
  write(batch, arrival, { ...read, content });
  return { is: 'taken' };
}

/** Undefined while nothing of the document is here. */
function documentHere({ desk, documents }: Batch, id: string): Lying | undefined {
  const lying = documents.get(id) ?? desk.file.row<Lying>(sql`SELECT space, kind FROM document WHERE id = ${id}`);
  if (lying) documents.set(id, lying);
  return lying;
}

interface Proven extends OpenedRevision {
  readonly content: RevisionContent;
}

function write(batch: Batch, arrival: Arrival, { id, at, body, signature, content }: Proven): void {
  const { desk, documents, touched, arrived, known } = batch;
  if (beginsDocument(content)) {
    if (!documentHere(batch, content.document)) {
      for (const marked of makeDocument(desk, content, at)) touched.add(marked);
      documents.set(content.document, content);
      arrived.push(content.document);
    }
    if (isDocumentContent(content)) known.set(id, { id, at, content });
  }
  const number = insertRevision(desk.file, { id, body, at, signature, signer: arrival.signer, content });
  keepArrived(desk.file, arrival, id, 0);
  showBeside(desk, { id, number, at, content });
  touched.add(content.document);
  arrived.push(id);
  if (content.kind === 'attachment') arrived.push(`file ${content.sha256}`);
}

/** Of the same order as what is written here: it goes on to other carriers, not back to the one that brought it. */
function keepArrived(file: StoreFile, { head, id, from }: Arrival, ref: string, part: number): void {
  file.run(sql`
    INSERT INTO envelope (space, type, ref, part, id, key_id, author, came_from)
    VALUES (${head.space}, ${head.type}, ${ref}, ${part}, ${id}, ${head.keyId}, ${head.author}, ${from}) ON CONFLICT DO NOTHING`);
}

/** Only what this version does not know stands in the way: a kind, or fields beside those that it knows. */
function isNewer(made: unknown, issues: readonly { readonly code: string; readonly path: readonly PropertyKey[] }[]): boolean {
  const said = typeof made === 'object' && made !== null ? new Map(Object.entries(made)) : new Map<string, unknown>();
  const format = said.get('format');
  if (typeof format === 'string' && format.startsWith('steunpunt-revision/') && format !== 'steunpunt-revision/1') return true;
  const kinds: readonly string[] = revisionContent.options.map((option) => option.shape.kind.value);
  const kind = said.get('kind');
  if (typeof kind === 'string' && !kinds.includes(kind)) return true;
  return issues.every(({ code, path }) => code === 'unrecognized_keys' || code === 'invalid_value' || path[0] === 'values');
}

function examinePart(batch: Batch, arrival: Arrival, bytes: Buffer): Verdict {
  const part = readPartContent(bytes);
  if (!part) return { is: 'refused', why: 'damaged' };
  const refused = mayHaveMade(batch, arrival);
  // the content of a file is proven by its hash: who carries it does not matter once a revision names it
  const named = batch.desk.file.row(sql`SELECT sha256 FROM blob WHERE sha256 = ${part.sha256}`);
  if (!named) return { ...(refused ?? { is: 'waiting', why: 'parents' }), needs: `file ${part.sha256}` };
  const taken = takePart(batch.desk.file, part);
  if (taken === 'damaged') return { is: 'refused', why: 'damaged' };
  // a file that is here already goes on to others in the parts that it came in
  if (taken === 'elsewise') return { is: 'known' };
  keepArrived(batch.desk.file, arrival, part.sha256, part.number);
  for (const { dossier } of batch.desk.file.rows<{ dossier: string }>(sql`SELECT dossier FROM attachment WHERE blob = ${part.sha256}`)) batch.touched.add(dossier);
  return { is: taken };
}

function examineVoucher(batch: Batch, arrival: Arrival, bytes: Buffer): Verdict {
  const [signature, body] = [bytes.subarray(0, 64), bytes.subarray(64).toString('utf8')];
  if (!isSignedBy(arrival.signer, signedVoucher(body), signature)) return { is: 'refused', why: 'forged' };
  const refused = mayHaveMade(batch, arrival);
  if (refused) return { ...refused, needs: `member ${arrival.signer.toString('base64')}` };
  if (readVoucher(body)?.space !== arrival.head.space) return { is: 'refused', why: 'invalid' };
  const made = keepVoucher(batch.desk.file, { body, signature, signer: arrival.signer });
  keepArrived(batch.desk.file, arrival, made.id, 0);
  batch.arrived.push(...made.revisions.map((revision) => `voucher ${revision}`));
  return { is: 'taken' };
}

/** Every document that something arrived of is brought to what its revisions say now. */
function finish({ desk, tally, touched, known }: Batch): void {
  for (const document of touched) {
    tally.news.add(document);
    if (headsOf(desk.file, document).length === 0) {
      // a pre-announcement: its one revision is all of it
      tally.documents.set(document, new Set());
      continue;
    }
    const { fields, differs } = settle(desk, document, known);
    tally.documents.set(document, new Set([...(tally.documents.get(document) ?? []), ...fields]));
    if (differs) tally.differences.add(document);
    else tally.differences.delete(document);
  }
}
