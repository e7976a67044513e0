/** Why the forces: the deciding office asks whether the effect can be reached in another way. */
import { answers, citation } from '../citation.ts';
import { readText } from '../values.ts';
import { type Check, remark } from './check.ts';

const reasons = ['motivation.notOtherwise', 'motivation.notInTime', 'motivation.notSufficient'] as const;

/**
 * Who decides on behalf of the minister of Defence asks whether the effect can be reached in any other way (answer 56); in practice
 * the LOCC asks it first. Not at all, not in time or not sufficiently: one of the three carries the request. Where the regulation
 * itself demands the reasons (Regeling MSOB art. 3 lid 2), the template says so by a field that blocks, and so does this check.
 */
export const otherwise: Check = ({ values, shown }) => {
  const field = shown.get(reasons[0]);
  const demanded = field?.required === 'blocks';
  const source = field && demanded ? citation(field.provenance) : `${answers('56')}; in de praktijk ook het LOCC`;
  const first = reasons.find((id) => readText(values, id) !== undefined);
  if (first === undefined) return [remark(demanded ? 'blocks' : 'warns', 'checks.motivation.missing', reasons[0], source)];
  if (readText(values, 'motivation.tried') === undefined) return [remark('informs', 'checks.motivation.notTried', 'motivation.tried', source)];
  return [remark('ok', 'checks.motivation.given', first, source)];
};
