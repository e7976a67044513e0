/** From when to when: a request without a beginning, or that ends before it begins, cannot be carried out. */
import { hoursBetween, momentOfInstant, momentText } from '../../domain/moment.ts';
import { read, readPeriod } from '../values.ts';
import { type Check, none, nothing, remark } from './check.ts';
import { citation } from '../citation.ts';
import type { TemplateField } from '../../domain/template.ts';

export const periodField = 'effect.period';

const periodSource = (shown: ReadonlyMap<string, TemplateField>): string => {
  const field = shown.get(periodField);
  return field ? citation(field.provenance) : '';
};

export const complete: Check = ({ values, shown }) => {
  const { start, end } = readPeriod(values, periodField);
  const source = periodSource(shown);
  if (!start) return [remark('blocks', 'checks.period.noStart', periodField, source)];
  // Nobody can always know the end of a disaster; the deciding office asks it back, but the request is valid without.
  if (!end) return [remark('warns', 'checks.period.noEnd', periodField, source)];
  return nothing;
};

export const consistent: Check = ({ values, shown, now }) => {
  const { start, end } = readPeriod(values, periodField);
  if (!start) return nothing;
  const source = periodSource(shown);
  const clock = momentOfInstant(now);
  const times = { start: momentText(start), end: end ? momentText(end) : none };
  if (end && hoursBetween(start, end) <= 0) return [remark('blocks', 'checks.period.reversed', periodField, source, times)];
  if (end && clock && hoursBetween(clock, end) <= 0) return [remark('warns', 'checks.period.past', periodField, source, times)];
  const asked = read(values, 'applicant.oral', 'yesNo') === true;
  if (clock && !asked && hoursBetween(clock, start) < 0) return [remark('informs', 'checks.period.begun', periodField, source, times)];
  return end ? [remark('ok', 'checks.period.ok', periodField, source, { ...times, hours: hoursBetween(start, end) })] : nothing;
};
