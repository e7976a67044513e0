/** Skills that a unit does not bring of itself. */
import { answers } from '../citation.ts';
import { readText } from '../values.ts';
import { type Check, nothing, remark } from './check.ts';

const skillsField = 'capabilities.skills';
const providedField = 'capabilities.skillsProvided';

/** Units come with what they trained for their own task; for anything else the civil partner asks for training first, or provides it (answer 36). */
export const training: Check = ({ values, shown }) => {
  if (!shown.has(skillsField) || readText(values, skillsField) === undefined) return nothing;
  const provided = shown.has(providedField) && readText(values, providedField) !== undefined;
  return [provided ? remark('informs', 'checks.skills.training', skillsField, answers('36')) : remark('warns', 'checks.skills.notProvided', providedField, answers('36'))];
};
