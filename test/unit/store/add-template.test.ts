/** CONTRIBUTING.md, 'A template': one more pack file in the folder, no code, and the post drafts with it. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { assessRequest, createRequest, openRequest, saveRequest } from '../../../db/documents/requests.ts';
import { loadPacks } from '../../../db/packs/load.ts';
import { readReference } from '../../../db/packs/reference.ts';
import { requestPaper } from '../../../electron/store/request-paper.ts';
import { renderText } from '../../../shared/document/text.ts';
import { codeOf, temporaryFolder, testStore } from '../../helpers/store.ts';

const example = new URL('../../fixtures/packs/templates-region.json', import.meta.url);
const at = '2026-11-22T03:00:00.000Z';
let ours = '';

/** The packs as they ship, with what the work on `change` makes of the example beside them. */
function packsWith(change: (text: string) => string = (text) => text): string {
  const folder = join(temporaryFolder(), 'packs');
  cpSync(new URL('../../../db/packs/', import.meta.url), folder, { recursive: true, filter: (name) => !name.endsWith('.ts') });
  writeFileSync(join(folder, 'templates-region.json'), change(ours));
  return folder;
}

beforeAll(() => {
  ours = readFileSync(example, 'utf8');
});

describe('a template from a file', () => {
  it('can be drafted with, is assessed, and comes out on paper', () => {
    const { desk } = testStore({ packs: packsWith() });
    const { id, values } = createRequest(desk, 'wvr-51-dike', {});
    expect(values).toMatchObject({ 'applicant.actor': 'chairSafetyRegion', 'sending.to': 'locc' });
    saveRequest(desk, id, { 'applicant.actor': 'waterBoardChair', 'dike.section': { description: 'Bij hectometer 12', coordinates: '51.84, 5.86' }, 'dike.height': 30 });
    expect(openRequest(desk, id).legalBasisId).toBe('wvr-51');
    const { findings, route } = assessRequest(desk, id);
    expect(findings.find(({ checkId }) => checkId === 'applicant.competent')?.outcome).toBe('blocks');
    expect(route.map((step) => step.id)).toContain('kings-commissioner');
    const text = renderText(requestPaper(desk, id, 'nl', at), 'lcms');
    expect(text).toContain('Dijkvak: Bij hectometer 12');
    expect(text).toContain('Ophogen met: 30 cm');
  });

  it('holds what the library says of a field, with its own word over it', () => {
    const { desk } = testStore({ packs: packsWith() });
    const fields = new Map(desk.reference.template('wvr-51-dike').sections.flatMap((section) => section.fields.map((field) => [field.id, field])));
    const library = new Map(desk.reference.template('pw-58-order').sections.flatMap((section) => section.fields.map((field) => [field.id, field])));
    expect(fields.get('effect.period')).toEqual(library.get('effect.period'));
    expect([fields.get('applicant.region')?.required, library.get('applicant.region')?.required]).toEqual(['blocks', 'warns']);
    expect(fields.get('applicant.actor')?.options?.map(({ value }) => value)).toEqual(['chairSafetyRegion', 'mayor', 'waterBoardChair']);
  });

  it('changes with a newer file, in drafts that are open too', () => {
    const packs = packsWith();
    const { desk, file } = testStore({ packs });
    const { id } = createRequest(desk, 'wvr-51-dike', {});
    writeFileSync(join(packs, 'templates-region.json'), ours.replace('"2026.1"', '"2026.2"').replace('"Ophogen met"', '"Verhogen met"').replace('"applicant.incident"', '"applicant.incident", "situation.threat"'));
    expect(loadPacks(file, { folder: packs, at }).loaded).toEqual(['templates-region']);
    const renewed = { ...desk, reference: readReference(file) };
    saveRequest(renewed, id, { 'situation.threat': 'Het water stijgt nog', 'dike.height': 40 });
    expect(renderText(requestPaper(renewed, id, 'nl', at), 'lcms')).toContain('Verhogen met: 40 cm');
  });

  it.each([
    ['names a field that no library holds', '"effect.text"', '"effect.txt"', 'template wvr-51-dike names field effect.txt, which no pack of fields holds'],
    ['takes the id of a template that is there', '"wvr-51-dike"', '"msob"', 'template msob stands in pack templates already'],
    ['has a field of a type that nobody knows', '"type": "place"', '"type": "polygon"', ''],
  ])('is refused with the reason when it %s, and nothing else is lost', async (_when, from, to, reason) => {
    const packs = packsWith();
    const { file, desk } = testStore({ packs });
    writeFileSync(join(packs, 'templates-region.json'), ours.replace('"2026.1"', '"2026.2"').replace(from, to));
    const { invalid, loaded } = loadPacks(file, { folder: packs, at });
    expect(loaded).toEqual([]);
    expect(invalid.map(({ name }) => name)).toEqual(['templates-region.json']);
    expect(invalid[0]?.errors.map((error) => error.reason).join('\n')).toContain(reason);
    expect(readReference(file).template('wvr-51-dike').id).toBe('wvr-51-dike');
    expect(await codeOf(() => createRequest(desk, 'wvr-52', {}))).toBe('reference.unknown');
  });

  it('keeps its field: a newer library without it is refused', () => {
    const packs = packsWith();
    const { file } = testStore({ packs });
    const library = JSON.parse(readFileSync(join(packs, 'fields.json'), 'utf8')) as { version: string; entries: { id: string }[] };
    writeFileSync(join(packs, 'fields.json'), JSON.stringify({ ...library, version: '2027.1', entries: library.entries.filter(({ id }) => id !== 'effect.text') }));
    const { invalid } = loadPacks(file, { folder: packs, at });
    expect(invalid[0]?.errors.map((error) => error.reason)).toContain('template wvr-51-dike of pack templates-region names field effect.text, which is gone');
  });
});
