/** Skills that a unit does not bring of itself. */
import { answers } from '../citation.ts';
import { readText } from '../values.ts';
import { type Check, nothing, remark } from './check.ts';

const skillsField = 'capabilities.skills';

/** Units come with what they trained for their own task; anything else the civil partner must ask for, and train first (answer 36). */
export const training: Check = ({ values, shown }) =>
  shown.has(skillsField) && readText(values, skillsField) !== undefined ? [remark('informs', 'checks.skills.training', skillsField, answers('36'))] : nothing;
