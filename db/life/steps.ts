/** Steps in the life of a request: revisions, only ever added. What they say together: shared/rules/life/. */
import type { LifeStep, NewLifeStep } from '../../shared/domain/life.ts';
import { moment } from '../../shared/domain/moment.ts';
import { AppError } from '../../shared/errors.ts';
import type { StepFact } from '../../shared/rules/life/facts.ts';
import { lifeOf } from '../../shared/rules/life/life.ts';
import type { Refusal } from '../../shared/rules/life/machine.ts';
import { refusalOf } from '../../shared/rules/life/record.ts';
import { type Desk, documentOf, documentToWrite } from '../documents/desk.ts';
import type { Touched } from '../documents/groups.ts';
import { type ContentOf, type Revision, addRevision, findRevision, isOfKind } from '../documents/revisions.ts';
import { reviseRequest } from '../documents/versions.ts';
import { besides } from '../documents/view.ts';
import type { DocumentRow } from '../documents/working-copies.ts';
import { type StoreFile, sql, sqlOf } from '../file/driver.ts';
import { record } from '../trail/trail.ts';
import { contextOf, finalisedVersion } from './context.ts';

/**
 * Records a step; one with an id that is there is given back. Throws `step.impossible` with the reason, `input.invalid`,
 * `reference.unknown` for a reason that no pack holds, `entry.unknown` for a step or pre-announcement that is not there.
 */
export function recordStep(desk: Desk, requestId: string, typed: NewLifeStep): { readonly step: LifeStep; readonly touched: Touched } {
  return desk.file.atomically(() => {
    const document = documentOf(desk, requestId);
    const touched = { id: requestId, seq: document.seq, savedAt: document.saved_at };
    const held = desk.file.row<{ revision: string; request: string }>(sql`SELECT revision, request FROM life_step WHERE step = ${typed.id}`);
    if (held) {
      if (held.request !== requestId) throw new AppError('input.invalid', 'the id is that of a step of another request', { field: 'id' });
      return { step: asStep(stepRevision(desk.file, held.revision)), touched };
    }
    documentToWrite(desk, requestId);
    const instant = moment(typed.at)?.toAbsoluteString();
    if (instant === undefined) throw new AppError('input.invalid', 'no such moment', { field: 'at' });
    const step = checkedStep(desk, document, typed);
    const made: ContentOf<'lifeStep'> = {
      kind: 'lifeStep',
      format: 'steunpunt-revision/1',
      document: requestId,
      space: document.space,
      parents: [],
      author: { post: desk.post.identity.name, function: desk.post.identity.function },
      step,
    };
    const refused = refusalOf(factsOf(desk.file, requestId), { ...step, revisionId: 'new', instant }, contextOf(desk, document));
    if (refused !== undefined) throw impossible(refused);
    const recordedAt = desk.now().toISOString();
    // whoever gets the step can get the request that it is of
    if (document.head === null) reviseRequest(desk, requestId);
    const { revision } = addRevision<'lifeStep'>(desk.file, desk.post, made, recordedAt);
    keepStep(desk.file, revision);
    record(desk.file, { at: recordedAt, act: 'recorded', document: requestId, details: { revision: revision.id, step: step.kind, ...(step.corrects === undefined ? {} : { corrects: step.corrects }) } });
    return { step: asStep(revision), touched };
  });
}

/** Keeps the place of a step that is a revision of this store, recorded here or received. Call inside a transaction. */
export function keepStep(file: StoreFile, { id, at: recordedAt, content: { document, step } }: Revision<'lifeStep'>): void {
  const instant = moment(step.at)?.toAbsoluteString() ?? recordedAt;
  file.run(sql`
    INSERT OR IGNORE INTO life_step (revision, request, step, at, recorded_at, announcement)
    VALUES (${id}, ${document}, ${step.id}, ${instant}, ${recordedAt}, ${step.announcement ?? null})`);
}

/** With each what puts it right and what makes it doubtful, in the order in which things happened. */
export function stepsOf(desk: Desk, document: DocumentRow): LifeStep[] {
  const revisions = new Map(revisionsOfSteps(desk.file, document.id).map((revision) => [revision.id, revision]));
  const { ordered, correctedBy, doubts } = lifeOf([...revisions.values()].map(factOf), contextOf(desk, document));
  return ordered.flatMap(({ revisionId }) => {
    const revision = revisions.get(revisionId);
    if (!revision) return [];
    const [by, doubt] = [correctedBy.get(revisionId), doubts.get(revisionId)];
    return [{ ...asStep(revision), ...(by === undefined ? {} : { correctedBy: by }), ...(doubt === undefined ? {} : { doubt }) }];
  });
}

export function factsOf(file: StoreFile, requestId: string): StepFact[] {
  return revisionsOfSteps(file, requestId).map(factOf);
}

function revisionsOfSteps(file: StoreFile, requestId: string): Revision<'lifeStep'>[] {
  return file.rows<{ revision: string }>(sql`SELECT revision FROM life_step WHERE request = ${requestId} ORDER BY at, recorded_at, step`).map(({ revision }) => stepRevision(file, revision));
}

/** Its name and signature were proven when it was read. */
function stepRevision(file: StoreFile, id: string): Revision<'lifeStep'> {
  const revision = findRevision(file, id);
  if (!revision || !isOfKind(revision, 'lifeStep')) throw new AppError('entry.unknown', 'no such step', { field: 'corrects', details: { id } });
  return revision;
}

function factOf({ id, at, content: { step } }: Revision<'lifeStep'>): StepFact {
  return { ...step, revisionId: id, instant: moment(step.at)?.toAbsoluteString() ?? at };
}

function asStep({ id, at, content: { step, author } }: Revision<'lifeStep'>): LifeStep {
  return { ...step, revisionId: id, recordedAt: at, author };
}

const impossible = (reason: Refusal): AppError => new AppError('step.impossible', `the step is refused: ${reason}`, { details: { reason } });

const invalid = (field: string, message: string): AppError => new AppError('input.invalid', message, { field });

/** What the schema and the machine cannot see. A step that is sent names the version that was. */
function checkedStep(desk: Desk, document: DocumentRow, typed: NewLifeStep): NewLifeStep {
  for (const field of ['by', 'remark', 'document', 'addressee'] as const) {
    if (typed[field]?.isWellFormed() === false) throw invalid(field, `${field} holds half a character`);
  }
  if (typed.until !== undefined && !moment(typed.until)) throw invalid('until', 'no such moment');
  if (typed.kind === 'retraction' && typed.corrects === undefined) throw invalid('corrects', 'a retraction names the step that it takes back');
  if (typed.corrects !== undefined && !factsOf(desk.file, document.id).some(({ revisionId }) => revisionId === typed.corrects)) {
    throw new AppError('entry.unknown', 'no such step of this request', { field: 'corrects', details: { id: typed.corrects } });
  }
  if ((typed.kind === 'expenditure') !== (typed.expenditure !== undefined)) throw invalid('expenditure', 'expenditure stands in a step of its own, and is named there');
  if (typed.expenditure !== undefined && Object.keys(typed.expenditure).length === 0) throw invalid('expenditure', 'no euros, hours or people are named');
  if (typed.reason !== undefined) {
    const reason = desk.reference.all.lifeReasons.find(({ id }) => id === typed.reason);
    if (!reason) throw new AppError('reference.unknown', `no pack holds reason ${typed.reason}`, { field: 'reason', details: { id: typed.reason } });
    if (!reason.of.includes(typed.kind)) throw invalid('reason', `${typed.reason} is no reason of ${typed.kind}`);
  }
  const known = new Set(contextOf(desk, document).lines.map(({ id }) => id));
  if (typed.lines?.some(({ lineId }) => !known.has(lineId)) === true) throw invalid('lines', 'the request has no such line');
  if (typed.lines !== undefined && new Set(typed.lines.map(({ lineId }) => lineId)).size !== typed.lines.length) throw invalid('lines', 'a line stands once');
  if (typed.announcement !== undefined) {
    if (typed.kind !== 'preAnnouncement') throw invalid('announcement', 'only a pre-announcement is taken in');
    if (!isAnnouncement(desk.file, document.space, typed.announcement)) throw new AppError('entry.unknown', 'no such pre-announcement', { field: 'announcement', details: { id: typed.announcement } });
  }
  return { ...typed, ...versionOf(document, typed) };
}

/** Paper that is sent is a finalised version: the one that is named, else the newest. Who asks more names a version that there is. */
function versionOf(document: DocumentRow, { kind, version }: NewLifeStep): { version?: number } {
  const finalised = finalisedVersion(document);
  if (kind === 'sent') {
    const sent = version ?? finalised;
    if (sent === undefined || finalised === undefined || sent > finalised) throw impossible('notFinalised');
    return { version: sent };
  }
  if (version !== undefined && version > document.version) throw invalid('version', `the request has no version ${version}`);
  return {};
}

/** Of the same exercise, or of operational work as the request is. */
function isAnnouncement(file: StoreFile, space: string, id: string): boolean {
  const held = findRevision(file, id);
  if (!held || !file.row(sqlOf(sql`SELECT id FROM document WHERE id = ${held.content.document} AND`, besides(file, space)))) return false;
  return isOfKind(held, 'announcement') || (isOfKind(held, 'logEntry') && held.content.entryKind === 'preAnnouncement');
}
