/** What the legal basis asks beside the request itself: duties of its chain, and that it is the right basis. */
import { moment, momentText } from '../../domain/moment.ts';
import { citation } from '../citation.ts';
import { read } from '../values.ts';
import { type Check, none, nothing, remark } from './check.ts';

const informedField = 'basis.kingsCommissionerInformed';
const subjectField = 'basis.subject';

/** Where the chain says that the applicant informs the King's Commissioner (Wvr art. 51 lid 1), the draft must show that it was done. */
export const kingsCommissioner: Check = ({ values, basis }) => {
  const step = basis.chain.find((one) => one.kind === 'informs' && one.to === 'kingsCommissioner');
  if (!step) return nothing;
  const source = citation(step.provenance);
  if (read(values, informedField, 'yesNo') !== true) return [remark('warns', 'checks.kingsCommissioner.open', informedField, source)];
  const at = moment(read(values, 'basis.kingsCommissionerInformedAt', 'dateTime'));
  return [remark('ok', 'checks.kingsCommissioner.done', informedField, source, { at: at ? momentText(at) : none })];
};

/** Support is whatever is not assistance (Regeling MSOB art. 1 onder a): a disaster or a police task has another basis and another applicant. */
export const exclusive: Check = ({ values, shown }) => {
  const field = shown.get(subjectField);
  if (!field) return nothing;
  const source = citation(field.provenance);
  switch (read(values, subjectField, 'choice')) {
    case 'disaster':
      return [remark('blocks', 'checks.basis.isDisaster', subjectField, source)];
    case 'policeTask':
      return [remark('blocks', 'checks.basis.isPoliceTask', subjectField, source)];
    default:
      return nothing;
  }
};
