import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../build/bundle.ts';
import { readCases } from '../../build/scenario/read-cases.ts';
import { type ScenarioCase, isRequestCase } from './case.ts';
import { type CaseOutcome, runCases } from '../../build/scenario/run.ts';

const files = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.json'))
  .map((name) => path.join(import.meta.dirname, name));
const { cases: all, errors } = readCases(files);

/** All go through the rules in rules.test.ts; here one of each template, one with a rival and one of the finder alone, the real ones first. */
const firstOf = (key: (one: ScenarioCase) => string | undefined): ScenarioCase[] =>
  [...Map.groupBy(all.toSorted((one, other) => Number(isInvented(one)) - Number(isInvented(other))), key)].flatMap(([group, [first]]) => (group !== undefined && first ? [first] : []));
const isInvented = ({ sources }: ScenarioCase): boolean => sources.some((source) => source.startsWith('Bedacht geval'));
const cases = [...new Set([...firstOf(({ templateId }) => templateId ?? 'finder'), ...firstOf(({ alsoOpen }) => (alsoOpen ? 'rival' : undefined))])];

describe('in the built application', () => {
  let out = '';
  const outcomes = new Map<string, CaseOutcome>();

  beforeAll(async () => {
    out = mkdtempSync(path.join(tmpdir(), 'steunpunt-scenarios-'));
    await bundle(() => {});
    await runCases(cases, out, (outcome) => outcomes.set(outcome.id, outcome));
  }, 180_000);

  afterAll(() => {
    rmSync(out, { recursive: true, force: true });
  });

  it('every case file is one that can run', () => {
    expect(errors).toEqual([]);
    expect(cases.length).toBeGreaterThan(12);
  });

  describe.each(cases.map((one) => ({ id: one.id, isRequest: isRequestCase(one) })))('$id', ({ id, isRequest }) => {
    it('comes out as the case expects', () => {
      const outcome = outcomes.get(id);
      expect(outcome?.failure).toBeUndefined();
      expect(outcome?.result?.differences).toEqual([]);
    });

    it('leaves four papers of four kinds where there is a request, and a result that tells of each', () => {
      const folder = path.join(out, id);
      const documents = outcomes.get(id)?.result?.documents ?? [];
      expect(documents.map(({ format }) => format)).toEqual(isRequest ? ['docx', 'pdf', 'lcms', 'readout'] : []);
      expect(readdirSync(folder).toSorted()).toEqual([...documents.map(({ name }) => name), 'result.json'].toSorted());
      expect(JSON.parse(readFileSync(path.join(folder, 'result.json'), 'utf8'))).toEqual(outcomes.get(id)?.result);
      const [docx, pdf, lcms, readout] = documents.map(({ name }) => readFileSync(path.join(folder, name)));
      if (!isRequest) return;
      expect(docx?.subarray(0, 2).toString()).toBe('PK');
      expect(pdf?.subarray(0, 5).toString()).toBe('%PDF-');
      expect(lcms?.toString()).toContain('CONCEPT');
      expect(readout?.toString()).toContain('Bevestig de ontvangst');
    });
  });
});
