import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { knownFromPacks, referenceFromPacks } from '../../../build/scenario/packs.ts';
import { differences } from '../../../build/scenario/result.ts';
import { judgeByRules } from '../../../build/scenario/rules.ts';
import { type RequestCase, requestCase } from '../../scenarios/case.ts';

const [known, reference] = [knownFromPacks(), referenceFromPacks()];
const load = (name: string): RequestCase => requestCase(JSON.parse(readFileSync(new URL(`../../scenarios/${name}.json`, import.meta.url), 'utf8')));
const judge = (one: RequestCase): ReturnType<typeof judgeByRules> => judgeByRules(one, known, reference);

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
