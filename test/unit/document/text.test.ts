import { describe, expect, it } from 'vitest';
import { requestModel } from '../../../shared/document/request-model.ts';
import { renderText } from '../../../shared/document/text.ts';
import { aloud, figured, sentences, spelled } from '../../../shared/document/spoken.ts';
import { modelInput, requestDocument } from '../../helpers/request.ts';

const fixtures = '../../fixtures/documents';
const model = requestModel(modelInput());

describe('the block for LCMS', () => {
  const text = renderText(model, 'lcms');

  it('is the Zuid-Limburg request as the office reads it', async () => {
    await expect(text).toMatchFileSnapshot(`${fixtures}/zuid-limburg.lcms.txt`);
  });

  it('has no line of more than 80 characters, whatever was typed', () => {
    const long = requestModel(modelInput({ 'situation.description': `${'x'.repeat(300)} ${'woord '.repeat(60)}`, 'applicant.incident': 'é'.repeat(200) }));
    for (const line of renderText(long, 'lcms').split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
  });

  it('loses no sign of a word that it has to break', () => {
    const long = requestModel(modelInput({ 'situation.description': 'x'.repeat(300) }));
    expect(renderText(long, 'lcms').match(/x/g)?.length).toBeGreaterThanOrEqual(300);
  });

  it('keeps route and open points for the maker', () => {
    expect(text).not.toMatch(/WEG VAN HET VERZOEK|OPEN PUNTEN|Let op:/);
  });

  it('says first that it is an exercise and a draft', () => {
    expect(renderText(requestModel(modelInput({}, { exercise: true })), 'lcms').split('\n')[0]).toBe('OEFENING - VERZOEK OM MILITAIRE BIJSTAND - CONCEPT');
    expect(renderText(requestModel(modelInput({}, { document: requestDocument({}, { state: 'finalised' }) })), 'lcms')).not.toContain('CONCEPT');
  });

  it('shows what is not filled in', () => {
    expect(renderText(requestModel(modelInput({ 'situation.locations': undefined })), 'lcms')).toContain('Plaatsen: [niet ingevuld]');
  });
});

describe('the text to read aloud', () => {
  const text = renderText(model, 'readout');
  const lines = text.split('\n').filter((line) => /^\d+\. /.test(line));

  it('is the Zuid-Limburg request as a duty officer reads it', async () => {
    await expect(text).toMatchFileSnapshot(`${fixtures}/zuid-limburg.readout.txt`);
  });

  it('numbers every sentence, one after the other, and says how many there were', () => {
    expect(lines.map((line) => Number.parseInt(line, 10))).toEqual(lines.map((_, index) => index + 1));
    expect(text).toContain(`Dit waren ${lines.length} (`);
  });

  it('spells the reference', () => {
    expect(text).toContain('Victor, Romeo, twee, vier, streepje, twee, nul, twee, een, streepje, nul, nul, een.');
  });

  it('repeats a quantity in figures', () => {
    expect(text).toContain('Aantal: 70 militairen. Ik herhaal: zeven, nul militairen.');
  });

  it('begins and speaks as an exercise when it is one', () => {
    expect(renderText(requestModel(modelInput({}, { exercise: true })), 'readout')).toContain('1. Oefening, oefening, oefening.');
  });
});

describe('words that survive a bad line', () => {
  it.each([
    ['14-07-2021 18:05 (CEST)', '14 (een, vier) juli 2021, 18 uur 05 (een, acht, nul, vijf) zomertijd'],
    ['om 16.00 uur', 'om 16 uur 00 (een, zes, nul, nul)'],
    ['op 3 augustus', 'op 3 (drie) augustus'],
    ['100.000 zandzakken', '100.000 (een, nul, nul, nul, nul, nul) zandzakken'],
    ['2,5 meter', '2,5 (twee, komma, vijf) meter'],
    ['088 662', '088 (nul, acht, acht) 662 (zes, zes, twee)'],
    ['99-99-2021', '99-99-2021'],
  ])('%s', (written, said) => {
    expect(aloud('nl', written)).toBe(said);
  });

  it('speaks English in English', () => {
    expect(aloud('en', '14-07-2021 18:05 (CEST), 100,000 bags')).toBe('14 (one, four) July 2021, 18 hours 05 (one, eight, zero, five) summer time, 100,000 (one, zero, zero, zero, zero, zero) bags');
  });

  it('spells letters in the shared alphabet', () => {
    expect(spelled('nl', 'XQ-7/é')).toBe('X-ray, Quebec, streepje, zeven, schuine streep, é');
    expect([figured('nl', '7'), figured('nl', '12')]).toEqual(['zeven', '12 (een, twee)']);
  });

  it('cuts sentences where they end, not at an abbreviation', () => {
    expect(sentences('Volgens art. 51 lid 1 kan het. Er zijn ca. 400 bewoners! Bel.')).toEqual(['Volgens art. 51 lid 1 kan het.', 'Er zijn ca. 400 bewoners!', 'Bel.']);
  });
});
