/** Support is temporary by nature (Regeling MSOB art. 5): a long or prolonged one is named as such. */
import { hoursBetween } from '../../domain/moment.ts';
import { citation } from '../citation.ts';
import { read, readPeriod, readText } from '../values.ts';
import { type Check, type Remark, none, remark } from './check.ts';
import { periodField } from './period.ts';

const prolongationField = 'effect.prolongation';
const source = citation({ source: 'Regeling MSOB', at: 'art. 5' });

/** No source gives a limit in hours or days. Four weeks is ours, only to remind; nothing is refused for it. */
const longDays = 28;

export const temporary: Check = ({ values, shown }) => {
  const found: Remark[] = [];
  if (shown.has(prolongationField) && read(values, prolongationField, 'yesNo') === true) {
    found.push(remark('informs', 'checks.temporary.prolonged', prolongationField, source, { earlier: readText(values, 'effect.prolongs') ?? none }));
  }
  const { start, end } = readPeriod(values, periodField);
  const days = start && end ? Math.round(hoursBetween(start, end) / 24) : 0;
  if (days > longDays) found.push(remark('informs', 'checks.temporary.long', periodField, source, { days, limit: longDays }));
  return found;
};
