/** The next version of a finalised request, with what other posts wrote beside the one that was finalised. */
import type { RequestDocument } from '../../shared/domain/request.ts';
import { type Desk, documentOf } from '../documents/desk.ts';
import { openRequest } from '../documents/requests.ts';
import { mustBeWritable } from '../documents/spaces.ts';
import { nextVersion } from '../documents/versions.ts';
import { record } from '../trail/trail.ts';
import { mergeProposals, proposalsOf } from './settle.ts';

/** As `nextVersion`; proposals that wait beside the finalised version are merged into the draft. Throws `input.invalid` for a draft. */
export function nextVersionWithProposals(desk: Desk, id: string): RequestDocument {
  return desk.file.atomically(() => {
    const { state, version, space } = documentOf(desk, id);
    mustBeWritable(desk.file, space);
    if (state !== 'finalised' || proposalsOf(desk, id).length === 0) return nextVersion(desk, id);
    mergeProposals(desk, id);
    record(desk.file, { at: desk.now().toISOString(), act: 'nextVersion', document: id, details: { version: version + 1 } });
    return openRequest(desk, id);
  });
}
