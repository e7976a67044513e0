/** The paper of every template, in every format: what it is, to whom, on which law, and every word that was typed. */
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { renderDocx } from '../../../electron/export/docx.ts';
import { renderHtml } from '../../../shared/document/html.ts';
import type { DocumentModel } from '../../../shared/document/model.ts';
import { requestModel } from '../../../shared/document/request-model.ts';
import { renderText } from '../../../shared/document/text.ts';
import { assess } from '../../../shared/rules/assess.ts';
import { basisOf, filled, templateOf, templates } from '../../helpers/filled-draft.ts';
import { modelInput, requestDocument } from '../../helpers/request.ts';

const addressees: Readonly<Record<string, string>> = { bes: 'Rijksvertegenwoordiger', acsm: 'Gouverneur', pw: 'LOCC', wvr: 'LOCC', msob: 'LOCC' };
const ids = templates.map(({ id }) => id);

function paper(id: string, locale: 'nl' | 'en' = 'nl'): DocumentModel {
  const { values, template, basis } = filled(id);
  const document = requestDocument({}, { values, templateId: id, legalBasisId: basis.id });
  return requestModel(modelInput({}, { document, template, basis, locale, findings: assess(filled(id)).findings }));
}
const facts = (model: DocumentModel): Map<string, readonly string[]> => new Map(model.blocks.flatMap((block) => (block.kind === 'facts' ? block.facts.map((fact) => [fact.label, fact.text] as const) : [])));
const basisFact = (model: DocumentModel): string => facts(model).get('Rechtsgrondslag')?.join(' ') ?? '';

describe.each(ids)('%s', (id) => {
  it('is headed by what it is, to whom it goes and on which law it rests', () => {
    const model = paper(id);
    const basis = basisOf(templateOf(id));
    const to = id === 'pw-62' ? 'Minister van Defensie' : addressees[id.split('-')[0] ?? ''];
    expect(model.title).toBe(basis.term === 'support' ? 'Verzoek om militaire steunverlening' : 'Verzoek om militaire bijstand');
    expect(facts(model).get('Aan')?.join(' ')).toContain(to);
    expect(basisFact(model)).toContain(basis.short);
    expect(basisFact(model)).toContain(basis.title.nl);
  });

  it.each(['nl', 'en'] as const)('comes out in every format, in %s', async (locale) => {
    const model = paper(id, locale);
    const word = await JSZip.loadAsync(await renderDocx(model));
    const texts = [await word.file('word/document.xml')!.async('string'), renderHtml(model), renderText(model, 'lcms'), renderText(model, 'readout')];
    for (const text of texts) {
      expect(text).toContain('voorkomen dat het erger wordt');
      expect(text).not.toMatch(/undefined|\[object|NaN/);
    }
    // a place as navigation takes it, and the attachment by its name
    expect(texts[1]).toContain('WGS84');
    expect(texts[1]).toContain('kaart.pdf');
  });
});

it('the paper says which purpose of the Politiewet it is for', () => {
  expect(basisFact(paper('pw-57-order'))).toContain('openbare orde');
  expect(basisFact(paper('pw-58-criminal'))).toContain('Strafrechtelijke handhaving');
});
