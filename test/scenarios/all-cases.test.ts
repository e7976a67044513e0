import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../build/bundle.ts';
import { readCases } from '../../build/scenario/read-cases.ts';
import { type CaseOutcome, runCases } from '../../build/scenario/run.ts';

const files = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.json'))
  .map((name) => path.join(import.meta.dirname, name));
const { cases, errors } = readCases(files);

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
    expect(cases.length).toBeGreaterThan(1);
  });

  describe.each(cases.map(({ id }) => id))('%s', (id) => {
    it('comes out as the case expects', () => {
      const outcome = outcomes.get(id);
      expect(outcome?.failure).toBeUndefined();
      expect(outcome?.result?.differences).toEqual([]);
    });

    it('leaves four papers of four kinds and a result that tells of each', () => {
      const folder = path.join(out, id);
      const documents = outcomes.get(id)?.result?.documents ?? [];
      expect(documents.map(({ format }) => format)).toEqual(['docx', 'pdf', 'lcms', 'readout']);
      expect(readdirSync(folder).toSorted()).toEqual([...documents.map(({ name }) => name), 'result.json'].toSorted());
      expect(JSON.parse(readFileSync(path.join(folder, 'result.json'), 'utf8'))).toEqual(outcomes.get(id)?.result);
      const [docx, pdf, lcms, readout] = documents.map(({ name }) => readFileSync(path.join(folder, name)));
      expect(docx?.subarray(0, 2).toString()).toBe('PK');
      expect(pdf?.subarray(0, 5).toString()).toBe('%PDF-');
      expect(lcms?.toString()).toContain('CONCEPT');
      expect(readout?.toString()).toContain('Bevestig de ontvangst');
    });
  });
});
