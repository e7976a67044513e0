/** Counting people once: two lines for the same capability can mean the same people twice. */
import type { CapabilityLine } from '../../domain/request.ts';
import { type Check, linesField, linesOf, nothing, remark } from './check.ts';

/** Registers of typed resources warn of counting people with two skills twice; the guideline for NIMS inventories is the public one. */
const source = 'FEMA, NIMS-richtlijn voor inventarisatie van middelen (2021)';

const subject = (line: CapabilityLine): string => line.capabilityId ?? line.description.trim().toLocaleLowerCase('nl-NL');
const people = (lines: readonly CapabilityLine[]): number => lines.reduce((sum, line) => sum + (line.people ?? 0), 0);

export const doubleCount: Check = (context) => {
  const lines = linesOf(context).filter((line) => subject(line) !== '');
  const groups = Map.groupBy(lines, subject);
  const doubled = [...groups.values()].filter((group) => group.length > 1 && people(group) > 0);
  if (doubled.length > 0) {
    return doubled.map((group) => {
      const first = group[0];
      const id = first?.capabilityId ?? '';
      const name = context.reference.capabilities[id]?.name ?? { nl: first?.description ?? '', en: first?.description ?? '' };
      return remark('warns', 'checks.people.twice', linesField, source, { name: name.nl, nameEn: name.en, lines: group.length, people: people(group), line: first?.id ?? '' });
    });
  }
  const total = people(lines);
  return total === 0 ? nothing : [remark('ok', 'checks.people.once', linesField, source, { people: total, lines: lines.filter((line) => line.people !== undefined).length })];
};
