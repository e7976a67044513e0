import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type CaseResult, describe as inWords, differences } from '../../../build/scenario/result.ts';
import type { AssessmentReference } from '../../../shared/domain/assessment.ts';
import type { FieldValues } from '../../../shared/domain/request.ts';
import { assess } from '../../../shared/rules/assess.ts';
import { packOf, templatesInFull } from '../../helpers/packs.ts';
import { type ScenarioCase, scenarioCase } from '../../scenarios/case.ts';

const load = (name: string): ScenarioCase => scenarioCase.parse(JSON.parse(readFileSync(new URL(`../../scenarios/${name}.json`, import.meta.url), 'utf8')));

const reference: AssessmentReference = {
  regions: Object.fromEntries(packOf('regions').entries.map((one) => [one.code, one])),
  municipalities: Object.fromEntries(packOf('municipalities').entries.map((one) => [one.code, one])),
  capabilities: Object.fromEntries(packOf('capabilities').entries.map((one) => [one.id, one])),
};

/** The rules alone, as the store calls them: says in a second what the run through the application says in ten. */
function judge(one: ScenarioCase): Pick<CaseResult, 'legalBasis' | 'route' | 'checks' | 'completeness'> {
  const template = templatesInFull().find((entry) => entry.id === one.templateId);
  const basis = packOf('legal-bases').entries.find((entry) => entry.id === template?.legalBasis);
  if (!template || !basis) throw new Error(`no template ${one.templateId}`);
  return inWords(assess({ values: one.values as FieldValues, template, basis, reference, now: one.now }), one.locale ?? 'nl');
}

describe.each(['zuid-limburg-2021', 'zuid-limburg-2021-incomplete'])('%s', (name) => {
  it('comes out of the rules as the case expects', () => {
    const one = load(name);
    expect(differences(one.expect, judge(one))).toEqual([]);
  });

  it('can be said in English too', () => {
    const one = { ...load(name), locale: 'en' as const };
    const texts = judge(one).checks.map((check) => check.message);
    expect(texts.length).toBeGreaterThan(5);
    expect(texts).not.toEqual(judge(load(name)).checks.map((check) => check.message));
  });
});

describe('differences', () => {
  const came = judge(load('zuid-limburg-2021'));

  it('are none without an expectation', () => {
    expect(differences(undefined, came)).toEqual([]);
  });

  it('name what was expected and what came instead', () => {
    const found = differences(
      {
        legalBasis: 'pw-58',
        route: ['request'],
        checks: [{ id: 'capability.notice', severity: 'blocks' }, { id: 'wording.term' }],
        absent: [{ id: 'costs.arrangement', severity: 'ok' }],
        blocks: 1,
        warns: 9,
        completeness: { required: 1, filled: 1 },
      },
      came,
    );
    expect(found.map((line) => line.slice(0, line.indexOf(':')))).toEqual([
      'legal basis',
      'route',
      'check missing',
      'check missing',
      'check not expected',
      'remarks that block',
      'remarks that warn',
      'completeness',
    ]);
    expect(found[2]).toContain('warns at capabilities.lines (checks.notice.short)');
    expect(found[3]).toContain('the check said nothing');
  });
});
