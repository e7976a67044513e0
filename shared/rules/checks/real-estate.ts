/** Barracks and sites go another way than people and equipment (Regeling MSOB art. 4 lid 5). */
import { moment, momentText } from '../../domain/moment.ts';
import { citation } from '../citation.ts';
import { read } from '../values.ts';
import { type Check, type Remark, askedCapabilities, both, none, nothing, remark } from './check.ts';

const askedField = 'realEstate.asked';
const agencyField = 'realEstate.agency';

/**
 * The state property agency alone concludes the agreement on co-use and sets the conditions; the minister of Defence puts the request
 * before it. The catalogue says of an entry that it falls under this by naming the article among its limits.
 */
export const ownRoute: Check = (context) => {
  const { values, shown } = context;
  const field = shown.get(askedField);
  if (!field) return nothing;
  const source = citation(field.provenance);
  if (read(values, askedField, 'yesNo') !== true) {
    return askedCapabilities(context)
      .filter(({ capability }) => capability.limits.some(({ provenance }) => citation(provenance) === source))
      .map(({ line, capability }) => remark('warns', 'checks.realEstate.notSaid', askedField, source, { ...both('name', capability.name), line: line.id }));
  }
  const informed = read(values, agencyField, 'yesNo') === true;
  const at = moment(read(values, 'realEstate.agencyAt', 'dateTime'));
  const way: Remark = remark('informs', 'checks.realEstate.route', askedField, source, { at: informed && at ? momentText(at) : none });
  return informed ? [way] : [way, remark('warns', 'checks.realEstate.agency', agencyField, source)];
};
