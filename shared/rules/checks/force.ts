/** Armament and force: only some legal bases carry powers to use it. */
import { citation } from '../citation.ts';
import { read } from '../values.ts';
import { type Check, both, remark } from './check.ts';

const armedField = 'conditions.armed';

/** Assistance under the Politiewet carries powers to use force, under Wvr art. 51 and support in the public interest it does not (answer 44). */
export const powers: Check = ({ values, basis }) => {
  const { state, provenance } = basis.forcePowers;
  const source = citation(provenance);
  const words = { basis: basis.short, ...both('powers', basis.forcePowers.text) };
  if (read(values, armedField, 'yesNo') !== true) {
    return [remark('ok', 'checks.force.notAsked', armedField, source, { ...words, state })];
  }
  if (state === 'no') return [remark('blocks', 'checks.force.none', armedField, source, words)];
  if (state === 'notEstablished') return [remark('warns', 'checks.force.notEstablished', armedField, source, words)];
  return [remark('ok', 'checks.force.given', armedField, source, words)];
};
