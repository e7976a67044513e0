import { describe, expect, it } from 'vitest';
import type { AssessmentInput, Finding } from '../../../shared/domain/assessment.ts';
import { isMessageId, say } from '../../../shared/messages/index.ts';
import { assess } from '../../../shared/rules/assess.ts';
import { type CheckId, checks } from '../../../shared/rules/checks/index.ts';
import type { CheckCase } from './check-case.ts';
import { basisCases } from './basis-cases.ts';
import { cases as assistanceCases } from './check-cases.ts';
import { sharedCases, supportCases } from './support-cases.ts';

const own: Readonly<Record<CheckId, CheckCase>> = { ...assistanceCases, ...supportCases, ...basisCases };
const more: Readonly<Partial<Record<CheckId, CheckCase>>> = sharedCases;
const joined = (id: CheckId): CheckCase => ({ fires: [...own[id].fires, ...(more[id]?.fires ?? [])], silent: [...own[id].silent, ...(more[id]?.silent ?? [])] });

const ids = Object.keys(checks) as CheckId[];

/** The findings of one check alone, as a template asks for it. */
const only = (id: CheckId, input: AssessmentInput): readonly Finding[] => assess({ ...input, template: { ...input.template, checks: [id] } }).findings;

function words(finding: Finding, locale: 'nl' | 'en'): string {
  if (!isMessageId(finding.messageId)) throw new Error(`no message ${finding.messageId}`);
  return say(locale, finding.messageId, finding.values);
}

describe('the table of checks', () => {
  it('has for every check a case that fires and one that stays silent', () => {
    expect(Object.keys(own).toSorted()).toEqual(ids.toSorted());
    for (const id of ids) {
      expect(joined(id).fires.filter((one) => one.outcome !== 'ok'), id).not.toHaveLength(0);
      expect(joined(id).silent, id).not.toHaveLength(0);
    }
  });
});

describe.each(ids)('%s', (id) => {
  it.each(joined(id).fires.map((one) => [one.when, one] as const))('speaks when %s', (_, { input, outcome, messageId, field, says, source }) => {
    const found = only(id, input).filter((finding) => finding.messageId === messageId && (field === undefined || finding.field === field));
    expect(found).toHaveLength(1);
    const [finding] = found;
    expect(finding).toMatchObject({ checkId: id, outcome });
    expect(words(finding!, 'nl')).toContain(says);
    expect(finding!.source).toContain(source ?? '');
    // English is complete: it takes the same values, and leaves no bracket of a value open.
    expect(words(finding!, 'en')).not.toMatch(/[{}]/);
  });

  it.each(joined(id).silent.map((one) => [one.when, one] as const))('is silent when %s', (_, { input }) => {
    expect(only(id, input).filter((finding) => finding.outcome !== 'ok')).toEqual([]);
  });
});
