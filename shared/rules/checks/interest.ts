/** A conflict of interest that the draft itself shows. */
import { citation } from '../citation.ts';
import { read } from '../values.ts';
import { type Check, nothing, remark } from './check.ts';

const causeField = 'situation.causedByDefence';

/**
 * Ede (2025): the heath fire began at an exercise of Defence, which then also advised and helped. No rule speaks of it; the remark is
 * ours, and its source says so.
 */
export const ownCause: Check = ({ values, shown }) => {
  const field = shown.get(causeField);
  if (!field || read(values, causeField, 'yesNo') !== true) return nothing;
  return [remark('warns', 'checks.interest.ownCause', causeField, citation(field.provenance))];
};
