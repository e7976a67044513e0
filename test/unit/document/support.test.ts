import { describe, expect, it } from 'vitest';
import type { DocumentModel } from '../../../shared/document/model.ts';
import { requestModel } from '../../../shared/document/request-model.ts';
import { modelInput, requestDocument } from '../../helpers/request.ts';
import { support, supportBasis, supportTemplate } from '../../helpers/support-request.ts';

function paper(changes: Parameters<typeof support>[0] = {}): DocumentModel {
  const { values } = support(changes);
  return requestModel(modelInput({}, { document: { ...requestDocument(), values, templateId: 'msob', legalBasisId: 'msob' }, template: supportTemplate, basis: supportBasis, findings: [] }));
}
const facts = (model: DocumentModel): Map<string, string> =>
  new Map(model.blocks.flatMap((block) => (block.kind === 'facts' ? block.facts.map((fact) => [fact.label, fact.text.join(' ')] as const) : [])));
const headings = (model: DocumentModel): string[] => model.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));

describe('a request for support on paper', () => {
  it('is called support, not assistance', () => {
    expect(paper().title).toBe('Verzoek om militaire steunverlening');
  });

  it('names the public body that asks, not the region that it lies in', () => {
    expect(facts(paper()).get('Aanvrager')).toBe('Burgemeester, gemeente Terschelling');
    expect(facts(paper({ 'applicant.organ': undefined })).get('Aanvrager')).toBe('Burgemeester');
  });

  it('signs under a mandate for the public body', () => {
    const signed = paper({ 'sending.signature': { office: 'Gemeentesecretaris', name: 'plaatshouder', mandated: true, mandate: 'Mandaatbesluit 2018' } });
    const lines = signed.blocks.flatMap((block) => (block.kind === 'signature' ? block.lines.map((line) => line.text.join(' ')) : []));
    expect(lines).toContain('Burgemeester, gemeente Terschelling');
  });

  it('has a part on the market when a mayor asks, none when a minister does', () => {
    expect(headings(paper()).some((text) => text.endsWith(' Markt'))).toBe(true);
    expect(headings(paper({ 'applicant.actor': 'minister' })).some((text) => text.endsWith(' Markt'))).toBe(false);
  });

  it('leaves the part on buildings out when none are asked', () => {
    expect(headings(paper()).some((text) => text.endsWith(' Gebouwen en terreinen'))).toBe(false);
    expect(headings(paper({ 'realEstate.asked': true })).some((text) => text.endsWith(' Gebouwen en terreinen'))).toBe(true);
  });
});
