/** Support is temporary by nature (Regeling MSOB art. 5): a long or prolonged one is named as such. */
import { citation } from '../citation.ts';
import { read, readText } from '../values.ts';
import { type Check, type Remark, none, remark } from './check.ts';
import { largeOrLongField } from './costs.ts';

const prolongationField = 'effect.prolongation';
const source = citation({ source: 'Regeling MSOB', at: 'art. 5' });

/** No source gives a limit in hours or days, so there is none here: whoever drafts says whether it is long. */
export const temporary: Check = ({ values, shown }) => {
  const found: Remark[] = [];
  if (shown.has(prolongationField) && read(values, prolongationField, 'yesNo') === true) {
    found.push(remark('informs', 'checks.temporary.prolonged', prolongationField, source, { earlier: readText(values, 'effect.prolongs') ?? none }));
  }
  if (shown.has(largeOrLongField) && read(values, largeOrLongField, 'yesNo') === true) found.push(remark('informs', 'checks.temporary.long', largeOrLongField, source));
  return found;
};
