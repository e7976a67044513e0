/** The next version of a finalised request or advice, with what other posts wrote beside the one that was finalised. */
import type { AdviceDocument } from '../../shared/domain/advice.ts';
import type { RequestDocument } from '../../shared/domain/request.ts';
import { readAdvice } from '../advices/read.ts';
import { nextAdviceVersion } from '../advices/versions.ts';
import { type Desk, documentToWrite } from '../documents/desk.ts';
import { openRequest } from '../documents/requests.ts';
import { nextVersion } from '../documents/versions.ts';
import { record } from '../trail/trail.ts';
import { mergeProposals, proposalsOf } from './settle.ts';

/** As `nextVersion`; proposals that wait beside the finalised version are merged into the draft. Throws `input.invalid` for a draft. */
export function nextVersionWithProposals(desk: Desk, id: string): RequestDocument {
  return desk.file.atomically(() => (takesProposals(desk, id, 'request') ? openRequest(desk, id) : nextVersion(desk, id)));
}

/** The same of an advice. */
export function nextAdviceWithProposals(desk: Desk, id: string): AdviceDocument {
  return desk.file.atomically(() => (takesProposals(desk, id, 'advice') ? readAdvice(desk, id) : nextAdviceVersion(desk, id)));
}

/** True when the draft of the next version was made of what waited beside the finalised one. */
function takesProposals(desk: Desk, id: string, kind: 'request' | 'advice'): boolean {
  const { state, version } = documentToWrite(desk, id, kind);
  if (state !== 'finalised' || proposalsOf(desk, id).length === 0) return false;
  mergeProposals(desk, id);
  record(desk.file, { at: desk.now().toISOString(), act: 'nextVersion', document: id, details: { version: version + 1 } });
  return true;
}
