/** Fields that the template asks for and the draft shows. How bad it is that one is empty, the template says, with its source. */
import { citation } from '../citation.ts';
import { fillState } from '../values.ts';
import { type Check, both, remark } from './check.ts';

export const required: Check = ({ values, shown }) =>
  [...shown.values()].flatMap((field) => {
    if (field.required === undefined) return [];
    const state = fillState(values, field);
    if (state === 'filled') return [];
    const words = both('label', field.label);
    return state === 'empty'
      ? [remark(field.required, 'checks.required.empty', field.id, citation(field.provenance), words)]
      : // Half a value is not invalid: the receiver asks for the rest.
        [remark('warns', 'checks.required.partial', field.id, citation(field.provenance), { ...words, type: field.type })];
  });
