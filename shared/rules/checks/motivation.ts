/** Why the forces: the deciding office asks whether the effect can be reached in another way. */
import { answers } from '../citation.ts';
import { readText } from '../values.ts';
import { type Check, remark } from './check.ts';

const reasons = ['motivation.notOtherwise', 'motivation.notInTime', 'motivation.notSufficient'] as const;

/**
 * Who decides on behalf of the minister of Defence asks whether the effect can be reached in any other way (answer 56); in practice
 * the LOCC asks it first. Not at all, not in time or not sufficiently: one of the three carries the request.
 */
export const otherwise: Check = ({ values }) => {
  const source = `${answers('56')}; in de praktijk ook het LOCC`;
  const first = reasons.find((field) => readText(values, field) !== undefined);
  if (first === undefined) return [remark('warns', 'checks.motivation.missing', reasons[0], source)];
  if (readText(values, 'motivation.tried') === undefined) return [remark('informs', 'checks.motivation.notTried', 'motivation.tried', source)];
  return [remark('ok', 'checks.motivation.given', first, source)];
};
