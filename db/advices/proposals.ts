/** Proposals of an advice: taken over into the draft of its request, or declined; who proposed and who answered stays on record. */
import { type AdviceDocument, type AdviceProposal, type ProposalAnswer, nestedAdvice } from '../../shared/domain/advice.ts';
import { AppError } from '../../shared/errors.ts';
import { type Desk, documentOf, documentToWrite } from '../documents/desk.ts';
import type { Touched } from '../documents/groups.ts';
import { saveRequest } from '../documents/requests.ts';
import type { ContentOf } from '../documents/revisions.ts';
import type { DocumentRow } from '../documents/working-copies.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import { record } from '../trail/trail.ts';
import { addAct } from './acts.ts';
import { adviceValuesOf, answersOf, finalisedRevisions, linksOf, readAdvice } from './read.ts';

export interface TakenOver {
  readonly advice: AdviceDocument;
  /** the request, and the drafts of its group that followed */
  readonly touched: readonly Touched[];
}

/**
 * Writes the proposed value in the draft of the request and keeps who took it over, in one transaction. What was taken over already is
 * left as it is: the request may have been worked on since. Throws `document.finalised` when the request is, `entry.unknown`, and what
 * saving the value throws.
 */
export function takeOver(desk: Desk, id: string, proposalId: string): TakenOver {
  return desk.file.atomically(() => {
    const advice = documentToWrite(desk, id, 'advice');
    const proposal = proposalOf(desk, advice, proposalId);
    const { requestId } = linksOf(desk.file, advice);
    if (requestId === undefined) throw new AppError('input.invalid', 'the advice is of no request', { field: 'requestId' });
    if (answerTo(desk.file, id, proposalId)?.answer === 'takenOver') return { advice: readAdvice(desk, id), touched: [] };
    const { followers, ...saved } = saveRequest(desk, requestId, { [proposal.field]: proposal.value });
    const { version } = documentOf(desk, requestId);
    answer(desk, advice, { kind: 'takenOver', proposal, request: requestId, version });
    return { advice: readAdvice(desk, id), touched: [{ id: requestId, ...saved }, ...followers] };
  });
}

/** Throws `entry.unknown`, and `input.invalid` for one that was taken over: then the request itself is changed. */
export function decline(desk: Desk, id: string, proposalId: string, reason: string | undefined): AdviceDocument {
  return desk.file.atomically(() => {
    const advice = documentToWrite(desk, id, 'advice');
    const proposal = proposalOf(desk, advice, proposalId);
    const held = answerTo(desk.file, id, proposalId);
    if (held?.answer === 'takenOver') throw new AppError('input.invalid', 'the proposal was taken over', { field: 'proposalId' });
    if (held?.answer === 'declined' && held.reason === reason) return readAdvice(desk, id);
    answer(desk, advice, { kind: 'declined', proposal, ...(reason === undefined ? {} : { reason }) });
    return readAdvice(desk, id);
  });
}

const answerTo = (file: StoreFile, advice: string, proposalId: string): ProposalAnswer | undefined => answersOf(file, advice).find((one) => one.proposalId === proposalId);

/** Of the working copy, else of the version that stands. */
function proposalOf(desk: Desk, advice: DocumentRow, id: string): AdviceProposal {
  const standing = finalisedRevisions(desk.file, advice.id)[0];
  const proposals = [...(adviceValuesOf(desk.file, advice.id).proposals ?? []), ...(standing ? (nestedAdvice(standing.content.values).proposals ?? []) : [])];
  const found = proposals.find((one) => one.id === id);
  if (!found) throw new AppError('entry.unknown', 'no such proposal in this advice', { field: 'proposalId', details: { id } });
  return found;
}

function answer(desk: Desk, advice: DocumentRow, what: Exclude<ContentOf<'adviceAct'>['what'], { kind: 'linked' }>): void {
  const at = desk.now().toISOString();
  const revision = addAct(desk, advice, what, at);
  desk.file.run(sql`INSERT INTO proposal_answer (revision, advice, proposal, answer, at) VALUES (${revision.id}, ${advice.id}, ${what.proposal.id}, ${what.kind}, ${at})`);
  record(desk.file, { at, act: what.kind, document: advice.id, details: { revision: revision.id, proposal: what.proposal.id } });
}
