/** What the legal basis asks beside the request itself: duties of its chain, and that it is the right basis. */
import { moment, momentText } from '../../domain/moment.ts';
import { citation } from '../citation.ts';
import { meets } from '../conditions.ts';
import { read } from '../values.ts';
import { type Check, askedCapabilities, both, linesField, none, nothing, remark } from './check.ts';

const informedField = 'basis.kingsCommissionerInformed';
const consentField = 'basis.kingdomConsent';

/** Where the chain says that the applicant informs the King's Commissioner (Wvr art. 51 lid 1), the draft must show that it was done. */
export const kingsCommissioner: Check = ({ values, basis }) => {
  const step = basis.chain.find((one) => one.kind === 'informs' && one.to === 'kingsCommissioner');
  if (!step) return nothing;
  const source = citation(step.provenance);
  if (read(values, informedField, 'yesNo') !== true) return [remark('warns', 'checks.kingsCommissioner.open', informedField, source)];
  const at = moment(read(values, 'basis.kingsCommissionerInformedAt', 'dateTime'));
  return [remark('ok', 'checks.kingsCommissioner.done', informedField, source, { at: at ? momentText(at) : none })];
};

/** What the law itself keeps out of the basis, where the draft says that it is so: another article, another authority. */
export const exclusive: Check = ({ values, basis, shown }) =>
  basis.exclusions.flatMap(({ text, when, provenance }) =>
    when && shown.has(when.field) && meets(values, when) ? [remark('blocks', 'checks.basis.excluded', when.field, citation(provenance), { ...both('why', text), basis: basis.short })] : [],
  );

/** Politiewet 2012 art. 57 is for the military police alone, art. 58 for the other parts of the forces: a line of the other kind needs a request of its own. */
export const units: Check = (context) => {
  const { forces, short, provenance } = context.basis;
  if (forces === undefined) return nothing;
  return askedCapabilities(context)
    .filter(({ capability }) => (capability.forces === 'kmar') !== (forces === 'kmar'))
    .map(({ line, capability }) => remark('blocks', 'checks.basis.otherForces', linesField, citation(provenance), { ...both('name', capability.name), basis: short, forces, line: line.id }));
};

/** Where the chain makes the decision hang on the Council of Ministers of the Kingdom (Aanwijzingen A/C/SM art. 2), the draft says how that stands. */
export const kingdomConsent: Check = ({ values, basis }) => {
  const step = basis.chain.find((one) => one.kind === 'agrees' && one.to === 'kingdomCouncil');
  if (!step) return nothing;
  const source = citation(step.provenance);
  switch (read(values, consentField, 'choice')) {
    case 'given':
    case 'designatedCase':
      return [remark('ok', 'checks.kingdomConsent.given', consentField, source)];
    case 'asked':
      return [remark('warns', 'checks.kingdomConsent.awaited', consentField, source)];
    default:
      return [remark('warns', 'checks.kingdomConsent.open', consentField, source)];
  }
};
