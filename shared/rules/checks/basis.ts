/** Duties that the chain of the legal basis lays on the applicant beside the request itself. */
import { moment, momentText } from '../../domain/moment.ts';
import { citation } from '../citation.ts';
import { read } from '../values.ts';
import { type Check, none, nothing, remark } from './check.ts';

const informedField = 'basis.kingsCommissionerInformed';

/** Where the chain says that the applicant informs the King's Commissioner (Wvr art. 51 lid 1), the draft must show that it was done. */
export const kingsCommissioner: Check = ({ values, basis }) => {
  const step = basis.chain.find((one) => one.kind === 'informs' && one.to === 'kingsCommissioner');
  if (!step) return nothing;
  const source = citation(step.provenance);
  if (read(values, informedField, 'yesNo') !== true) return [remark('warns', 'checks.kingsCommissioner.open', informedField, source)];
  const at = moment(read(values, 'basis.kingsCommissionerInformedAt', 'dateTime'));
  return [remark('ok', 'checks.kingsCommissioner.done', informedField, source, { at: at ? momentText(at) : none })];
};
