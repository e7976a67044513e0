import { mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { judgeCase } from '../../../build/scenario/check-case.ts';
import { knownFromPacks } from '../../../build/scenario/packs.ts';
import { readCases, refuseOutput } from '../../../build/scenario/read-cases.ts';
import { caseJsonSchema } from '../../scenarios/case.ts';

const folder = new URL('../../scenarios/', import.meta.url).pathname;
const caseFiles = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'case.schema.json');
const known = knownFromPacks();
const good = (): Record<string, unknown> & { values: Record<string, unknown>; expect: Record<string, unknown> } =>
  JSON.parse(readFileSync(path.join(folder, 'zuid-limburg-2021.json'), 'utf8'));

function errorsOf(raw: unknown): Record<string, string> {
  const judged = judgeCase(raw, known);
  return judged.ok ? {} : Object.fromEntries(judged.errors.map((error) => [error.path, error.reason]));
}

describe('the case format', () => {
  it('stands in case.schema.json as the zod schema says it', () => {
    const written: unknown = JSON.parse(readFileSync(path.join(folder, 'case.schema.json'), 'utf8'));
    expect(written, 'the shape of a case changed: run npm run scenario -- --write-schema').toEqual(JSON.parse(JSON.stringify(caseJsonSchema())));
  });

  it.each(caseFiles)('%s is a valid case, named after its id, and says what is assumed', (name) => {
    const read = readCases([path.join(folder, name)], known);
    expect(read.errors).toEqual([]);
    expect(read.cases.map((one) => `${one.id}.json`)).toEqual([name]);
    expect(read.cases[0]?.assumptions).not.toEqual([]);
    expect(read.cases[0]?.expect ?? read.cases[0]?.finder).not.toBeUndefined();
  });

  it('has a good and a bad form of the flood of 2021', () => {
    expect(caseFiles).toContain('zuid-limburg-2021.json');
    expect(caseFiles).toContain('zuid-limburg-2021-incomplete.json');
  });
});

describe('a bad case file', () => {
  it('gets every error at once, of shape and of content, each at its path', () => {
    const raw = good();
    delete raw['title'];
    raw['now'] = 'yesterday';
    raw['surprise'] = 1;
    raw.values['applicant.region'] = 'VR99';
    raw.values['applicant.actor'] = 'king';
    raw.values['applicant.municipalities'] = ['GM0994', 'GM9999'];
    raw.values['conditions.armed'] = 'no';
    raw.values['effect.period'] = { start: '14-07-2021' };
    raw.values['effect.colour'] = 'red';
    expect(Object.keys(errorsOf(raw)).toSorted()).toEqual(
      ['', 'title', 'now', 'values.applicant.region', 'values.applicant.actor', 'values.applicant.municipalities.1', 'values.conditions.armed', 'values.effect.period.start', 'values.effect.colour'].toSorted(),
    );
  });

  it('is told of a moment that never was', () => {
    const raw = good();
    raw.values['effect.period'] = { start: '2021-02-31T18:00:00+01:00[Europe/Amsterdam]', end: '2021-07-15T18:00:00+09:00[Europe/Amsterdam]' };
    expect(Object.keys(errorsOf(raw))).toEqual(['values.effect.period.start', 'values.effect.period.end']);
  });

  it('names the options that a choice has', () => {
    const raw = good();
    raw.values['basis.ground'] = 'flood';
    expect(errorsOf(raw)).toEqual({ 'values.basis.ground': 'no option flood; there is fire, disaster, crisis, seriousFear' });
  });

  it('is told of a capability that the catalogue does not hold and of a line id used twice', () => {
    const raw = good();
    const line = { id: '5a0c0000-0000-4000-8000-000000000001', description: 'x' };
    raw.values['capabilities.lines'] = [line, { ...line, capabilityId: 'submarine' }];
    expect(Object.keys(errorsOf(raw))).toEqual(['values.capabilities.lines.1.id', 'values.capabilities.lines.1.capabilityId']);
  });

  it('is told of a template that does not exist, and of nothing that hangs on it', () => {
    const raw = good();
    raw['templateId'] = 'wvr-52';
    expect(errorsOf(raw)).toEqual({ templateId: expect.stringMatching(/^no template wvr-52; there is .*\bwvr-51\b/) });
  });

  it('is told of advice and life too: criteria, reasons, moments, earlier entries and fields that are not there', () => {
    const raw = good();
    raw['advice'] = { values: { findings: { weather: { finding: 'favourable' } } }, expect: { suggestions: { weather: 'favourable' } } };
    raw['life'] = {
      steps: [
        { kind: 'sent', at: '2021-02-31T12:00+01:00[Europe/Amsterdam]' },
        { kind: 'withdrawn', at: '2021-07-14T12:00+02:00[Europe/Amsterdam]', reason: 'no-mood', corrects: 1 },
        { nextVersion: { 'effect.colour': 'red' } },
      ],
    };
    expect(Object.keys(errorsOf(raw))).toEqual([
      'advice.values.findings.weather',
      'advice.expect.suggestions.weather',
      'life.steps.0.at',
      'life.steps.1.reason',
      'life.steps.1.corrects',
      'life.steps.2.nextVersion.effect.colour',
    ]);
  });

  it('is told of an expectation that can never come true', () => {
    const raw = good();
    raw['expect'] = { legalBasis: 'pw-99', route: ['request', 'teleport'], checks: [{ id: 'weather' }, { id: 'required', field: 'effect.colour' }] };
    expect(Object.keys(errorsOf(raw))).toEqual(['expect.legalBasis', 'expect.route.1', 'expect.checks.0.id', 'expect.checks.1.field']);
  });

  it.each([null, [], 'text', 7])('may be anything at all: %j', (raw) => {
    expect(judgeCase(raw, known).ok).toBe(false);
  });
});

describe('files and folders', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'steunpunt-cases-'));
  });
  afterEach(() => {
    rmSync(dir, { recursive: true });
  });
  const put = (name: string, text: string): string => {
    const file = path.join(dir, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  };

  it('reports a file that is not there and one that is not JSON, and still judges the others', () => {
    const broken = put('broken.json', '{ "format": ');
    const absent = path.join(dir, 'absent.json');
    const fine = put('fine.json', JSON.stringify(good()));
    const read = readCases([absent, broken, fine], known);
    expect(read.errors.map((error) => error.file)).toEqual([absent, broken]);
    expect(read.errors[0]?.reason).toContain('ENOENT');
    expect(read.cases.map((one) => one.id)).toEqual(['zuid-limburg-2021']);
  });

  it('refuses two cases with one id, for they would write into one folder', () => {
    const first = put('a.json', JSON.stringify(good()));
    const second = put('b.json', JSON.stringify(good()));
    expect(readCases([first, second], known).errors).toEqual([{ file: second, path: 'id', reason: `zuid-limburg-2021 is the id of ${first} too` }]);
  });

  it('passes over the schema when a shell pattern names it', () => {
    const read = readCases([path.join(folder, 'case.schema.json'), put('fine.json', JSON.stringify(good()))], known);
    expect([read.errors.length, read.cases.length, read.passedOver.length]).toEqual([0, 1, 1]);
  });

  it('refuses an output folder with foreign files, and takes one that an earlier run wrote', () => {
    const { cases } = readCases([put('fine.json', JSON.stringify(good()))], known);
    const out = path.join(dir, 'out');
    expect(refuseOutput(out, cases)).toEqual([]);
    put('out/zuid-limburg-2021/thesis.docx', 'years of work');
    expect(refuseOutput(out, cases).map((error) => error.reason)).toEqual(['holds files that no scenario run wrote']);
    put('out/zuid-limburg-2021/result.json', '{}');
    expect(refuseOutput(out, cases)).toEqual([]);
    expect(refuseOutput(put('file', ''), cases).map((error) => error.reason)).toEqual(['is a file, not a folder']);
  });
});
