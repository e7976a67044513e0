/** Counting a capability once over requests: two requests of this post that ask for it in the same time can count on the same boats. */
import type { ZonedDateTime } from '@internationalized/date';
import { moment } from '../../domain/moment.ts';
import { readPeriod } from '../values.ts';
import { type Check, askedCapabilities, both, linesField, nothing, remark } from './check.ts';
import { periodField } from './period.ts';

/** Not of law: whether there is enough for both is for the LOCC and Defence to say. The adviser must know that it is asked twice. */
export const claimed: Check = (context) => {
  const { start, end } = readPeriod(context.values, periodField);
  const { claims = [], requestId, groupId, template } = context;
  if (!start || claims.length === 0) return nothing;
  const rivals = claims.filter((claim) => claim.requestId !== requestId && (groupId === undefined || claim.groupId !== groupId || claim.templateId !== template.id));
  return askedCapabilities(context).flatMap(({ line, capability }) => {
    const taken = rivals.filter(({ capabilityId, period }) => capabilityId === capability.id && overlap(start, end, moment(period.start), moment(period.end)));
    if (taken.length === 0) return [];
    const references = [...new Set(taken.map(({ reference }) => reference))].toSorted();
    return [remark('warns', 'checks.claims.taken', linesField, '', { ...both('name', capability.name), references: references.join(', '), count: references.length, line: line.id })];
  });
};

/** Without an end it goes on; a claim without a beginning says nothing yet. */
function overlap(start: ZonedDateTime, end: ZonedDateTime | undefined, otherStart: ZonedDateTime | undefined, otherEnd: ZonedDateTime | undefined): boolean {
  if (!otherStart) return false;
  return (!end || otherStart.compare(end) < 0) && (!otherEnd || start.compare(otherEnd) < 0);
}
