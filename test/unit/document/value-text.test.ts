import { describe, expect, it } from 'vitest';
import { documentFields, fieldMap } from '../../../shared/document/document-fields.ts';
import { type ValueReading, itemText, pathText, pathWords, valueText } from '../../../shared/document/value-text.ts';
import type { Locale } from '../../../shared/domain/basics.ts';
import { adviceFields, flatAdvice } from '../../../shared/domain/advice.ts';
import { dossierFields } from '../../../shared/domain/dossier.ts';
import { packOf, templatesInFull } from '../../helpers/packs.ts';

const wvr51 = templatesInFull().find(({ id }) => id === 'wvr-51');
const places = {
  regions: Object.fromEntries(packOf('regions').entries.map((region) => [region.code, region])),
  municipalities: Object.fromEntries(packOf('municipalities').entries.map((municipality) => [municipality.code, municipality])),
};
const criteria = packOf('advice-criteria').entries;
const readingOf = (kind: 'request' | 'dossier' | 'advice', locale: Locale = 'nl'): ValueReading => ({ locale, reference: places, fields: fieldMap(documentFields(kind, kind === 'request' ? wvr51 : undefined, criteria)) });

const line = { id: '5a0c0000-0000-4000-8000-000000000001', capabilityId: 'general-force', description: 'Militairen met vrachtauto’s', quantity: 70, unit: 'militairen', people: 70, note: 'Zandzakken' };

describe('fields of a document', () => {
  it('names every field of a dossier and of an advice, so that no history shows a bare id', () => {
    expect([...readingOf('dossier').fields.keys()].toSorted()).toEqual(Object.keys(dossierFields).toSorted());
    const findings = flatAdvice({ findings: Object.fromEntries(criteria.map(({ id }) => [id, {}])) });
    expect([...readingOf('advice').fields.keys()].toSorted()).toEqual([...Object.keys(adviceFields), ...Object.keys(findings)].toSorted());
  });

  it('knows a request whose template is gone by its ids alone', () => {
    expect(documentFields('request', undefined, criteria).sections).toEqual([]);
  });
});

describe('what stands open, in words', () => {
  it.each([
    ['request', { path: `capabilities.lines/${line.id}/quantity`, item: 'Algemene eenheid' }, /› Algemene eenheid › Aantal$/],
    ['request', { path: 'effect.period/end' }, /^\S.* › Einde$/],
    ['request', { path: `capabilities.lines/${line.id}` }, / › zonder omschrijving$/],
    ['dossier', { path: 'regions/VR24/grip', item: 'VR24' }, /^Regio’s en GRIP › Zuid-Limburg › GRIP-niveau$/],
    ['dossier', { path: 'title' }, /^Naam van het incident$/],
    ['advice', { path: 'outcome' }, /^Uitkomst$/],
    ['request', { path: 'gone.field' }, /^gone\.field$/],
  ] as const)('%s %o', (kind, at, words) => {
    expect(pathWords(readingOf(kind), at).join(' › ')).toMatch(words);
  });
});

describe('what a value says', () => {
  it.each([
    ['request', `capabilities.lines/${line.id}/quantity`, { quantity: 100, unit: 'militairen', people: 100 }, '100 militairen · Mensen in totaal: 100'],
    ['request', `capabilities.lines/${line.id}/quantity`, { quantity: 2000 }, '2.000'],
    ['request', `capabilities.lines/${line.id}/description`, { description: 'Genie', capabilityId: 'engineers' }, 'Genie'],
    ['request', `capabilities.lines/${line.id}`, line, 'Militairen met vrachtauto’s · 70 militairen · Mensen in totaal: 70 · Opmerking: Zandzakken'],
    ['request', 'effect.period/end', '2021-07-15T18:00:00+02:00[Europe/Amsterdam]', '15-07-2021 18:00 (CEST)'],
    ['request', 'applicant.region', 'VR24', 'Zuid-Limburg'],
    ['request', 'applicant.exercise', false, 'nee'],
    ['dossier', 'regions/VR24', { regionCode: 'VR24', grip: 'grip4' }, 'Zuid-Limburg · GRIP 4'],
    ['dossier', 'regions/VR24/grip', 'gripRijk', 'GRIP Rijk'],
    ['advice', 'outcome', 'conditional', 'positief onder voorwaarden'],
    ['advice', 'findings.legality', { finding: 'attention', reason: 'Nog onzeker' }, 'aandachtspunt Motivering: Nog onzeker'],
    ['request', 'effect.text', null, ''],
  ] as const)('%s %s', (kind, path, value, text) => {
    expect(pathText(readingOf(kind), path, value).join(' ')).toBe(text);
  });

  it('tells a value of a field that nobody knows, and one of another shape than its field, by its parts', () => {
    const reading = readingOf('request');
    expect(valueText(reading, undefined, { later: 'iets', number: 3 })).toEqual(['later: iets', 'number: 3']);
    expect(valueText(reading, reading.fields.get('effect.text'), { start: '2021-07-15T18:00:00+02:00[Europe/Amsterdam]' })).toEqual(['Begin: 15-07-2021 18:00 (CEST)']);
    expect(itemText(reading, 'GM0994')).toBe('Valkenburg aan de Geul');
  });

  it('speaks English to who reads English', () => {
    expect(pathText(readingOf('dossier', 'en'), 'regions/VR24/grip', 'none').join('')).not.toBe(pathText(readingOf('dossier'), 'regions/VR24/grip', 'none').join(''));
  });
});
