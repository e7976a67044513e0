/** Asked by telephone first: the paper must follow. */
import { hoursBetween, moment, momentOfInstant, momentText } from '../../domain/moment.ts';
import { citation } from '../citation.ts';
import { read } from '../values.ts';
import { type Check, none, nothing, remark } from './check.ts';

const askedField = 'applicant.oral';
const atField = 'applicant.oralAt';

/** What the basis says of urgency is the source: only the support regulation (art. 4 lid 4) has a rule for it, the others are silent. */
export const paper: Check = ({ values, basis, shown, now }) => {
  if (!shown.has(askedField) || read(values, askedField, 'yesNo') !== true) return nothing;
  const source = citation(basis.urgency.provenance);
  const at = moment(read(values, atField, 'dateTime'));
  const clock = momentOfInstant(now);
  const hours = at && clock ? hoursBetween(at, clock) : undefined;
  if (at && hours !== undefined && hours < 0) return [remark('warns', 'checks.oral.future', atField, source, { at: momentText(at) })];
  return [remark('informs', 'checks.oral.paperFollows', askedField, source, { at: at ? momentText(at) : none, hours: hours ?? 0 })];
};
