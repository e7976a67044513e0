/** What the catalogue says of the capabilities asked: readiness, notice, validity of the entry, direct alarm, outlook under main task 1. */
import type { Capability } from '../../domain/capability.ts';
import { dayOf, dayText, homeZone, hoursBetween, momentOfInstant } from '../../domain/moment.ts';
import { citation, courtOfAudit } from '../citation.ts';
import { readPeriod } from '../values.ts';
import { type Check, askedCapabilities, both, linesField, linesOf, none, remark } from './check.ts';
import { periodField } from './period.ts';

const named = (capability: Capability): { name: string; nameEn: string } => both('name', capability.name);

/**
 * The Court of Audit could not establish the readiness of some guaranteed capacities, or found it unknown (answers 13-18). Not a
 * reason to leave them out, but to name what would also do.
 */
export const readiness: Check = (context) =>
  askedCapabilities(context)
    .filter(({ capability }) => capability.readiness.state === 'notDemonstrable' || capability.readiness.state === 'unknown')
    .map(({ line, capability }) => {
      const alternatives = linesOf(context).filter((one) => one.capabilityId === capability.id).map((one) => one.substitutes?.trim() ?? '');
      const alternative = alternatives.find((text) => text !== '');
      const values = { ...named(capability), state: capability.readiness.state, line: line.id };
      const source = courtOfAudit(citation(capability.readiness.provenance));
      return alternative === undefined
        ? remark('warns', 'checks.readiness.open', linesField, source, values)
        : remark('informs', 'checks.readiness.alternative', linesField, source, { ...values, alternative });
    });

/** Hours between now and the start against the formal notice, only where the formal notice is public. Once the period is over it no longer matters. */
export const notice: Check = (context) => {
  const { start, end } = readPeriod(context.values, periodField);
  const clock = momentOfInstant(context.now);
  if (!start || !clock || (end && hoursBetween(clock, end) <= 0)) return [];
  const left = Math.max(0, hoursBetween(clock, start));
  return askedCapabilities(context).flatMap(({ line, capability }) => {
    const formal = capability.notice.formalHours;
    if (formal === undefined || left >= formal) return [];
    const practice = capability.notice.practice ?? { nl: none, en: none };
    const values = { ...named(capability), formal, left, ...both('practice', practice), line: line.id };
    return [remark('warns', 'checks.notice.short', linesField, citation(capability.notice.provenance), values)];
  });
};

/** A period that runs on beyond the date to which the catalogue vouches for its entry; also a line whose entry this post does not hold. */
export const validity: Check = (context) => {
  const { start, end } = readPeriod(context.values, periodField);
  const last = end ?? start ?? momentOfInstant(context.now, homeZone);
  const outdated = askedCapabilities(context)
    .filter(({ capability }) => last !== undefined && dayOf(last) > capability.validUntil)
    .map(({ line, capability }) =>
      remark('warns', 'checks.validity.outdated', linesField, citation(capability.provenance), { ...named(capability), until: dayText(capability.validUntil), line: line.id }),
    );
  const unknown = linesOf(context)
    .filter((line) => line.capabilityId !== undefined && !Object.hasOwn(context.reference.capabilities, line.capabilityId))
    .map((line) => remark('informs', 'checks.validity.unknown', linesField, '', { description: line.description, line: line.id }));
  return [...outdated, ...unknown];
};

/** Some capabilities are called by telephone in an incident; waiting for a form costs the time that they exist for. */
export const directAlarm: Check = (context) =>
  askedCapabilities(context)
    .filter(({ capability }) => capability.call.how === 'directAlarm')
    .map(({ line, capability }) =>
      remark('warns', 'checks.directAlarm.call', linesField, citation(capability.call.provenance), { ...named(capability), ...both('how', capability.call.text), line: line.id }),
    );

/**
 * When the first main task claims the forces, capacities can be limited or absent (answers 1, 4 and 9). Said once for all capabilities
 * of the same outlook and source; an estimate of ours is marked as ours.
 */
export const outlook: Check = (context) => {
  const scarce = askedCapabilities(context).filter(({ capability }) => capability.outlook.state !== 'notEstablished');
  const groups = Map.groupBy(scarce, ({ capability: { outlook: { state, provenance } } }) => [state, provenance.confidence, citation(provenance)].join('|'));
  return [...groups.values()].flatMap((group) => {
    const first = group[0];
    if (!first) return [];
    const { state, provenance } = first.capability.outlook;
    const names = (locale: 'nl' | 'en'): string => new Intl.ListFormat(locale === 'nl' ? 'nl-NL' : 'en-GB').format(group.map(({ capability }) => capability.name[locale]));
    const values = { name: names('nl'), nameEn: names('en'), state, inferred: provenance.confidence === 'inferred' ? 'yes' : 'no', line: first.line.id };
    return [remark('informs', 'checks.outlook.scarce', linesField, citation(provenance), values)];
  });
};
