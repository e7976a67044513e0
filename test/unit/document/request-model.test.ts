import { describe, expect, it } from 'vitest';
import type { Block, DocumentModel, Fact } from '../../../shared/document/model.ts';
import { requestModel } from '../../../shared/document/request-model.ts';
import { modelInput, requestDocument } from '../../helpers/request.ts';

const headings = (model: DocumentModel): string[] => model.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
const facts = (model: DocumentModel): readonly Fact[] => model.blocks.flatMap((block) => (block.kind === 'facts' ? block.facts : []));
const remarks = (model: DocumentModel): readonly string[] => model.blocks.flatMap((block) => (block.kind === 'remark' ? [block.text] : []));
const factOf = (model: DocumentModel, label: string): readonly string[] | undefined => facts(model).find((fact) => fact.label === label)?.text;
const table = (model: DocumentModel): Extract<Block, { kind: 'table' }> | undefined => model.blocks.find((block) => block.kind === 'table');

describe('the document model of a request', () => {
  it('stands in the order of the paper', () => {
    expect(headings(requestModel(modelInput()))).toEqual([
      '1 Aanvrager', '2 Rechtsgrondslag', '3 Situatie', '4 Gewenst effect', '5 Capaciteiten', '6 Motivering', '7 Randvoorwaarden', '8 Kosten', '9 Verzending',
      'Weg van het verzoek', 'Open punten (alleen in het concept)', 'Ondertekening',
    ]);
  });

  it('is named after the term of the basis', () => {
    expect(requestModel(modelInput()).title).toBe('Verzoek om militaire bijstand');
    const input = modelInput();
    expect(requestModel({ ...input, basis: { ...input.basis, term: 'support' } }).title).toBe('Verzoek om militaire steunverlening');
  });

  it('says in its key facts who asks, for when and on which basis', () => {
    const model = requestModel(modelInput());
    expect(factOf(model, 'Kenmerk')).toEqual(['VR24-2021-001']);
    expect(factOf(model, 'Aanvrager')).toEqual(['Voorzitter van de veiligheidsregio Zuid-Limburg']);
    expect(factOf(model, 'Periode')).toEqual(['14-07-2021 18:00 (CEST) tot 15-07-2021 18:00 (CEST), 24 uur']);
    expect(factOf(model, 'Rechtsgrondslag')).toEqual(['Wvr art. 51: Bijstand bij brand, ramp of crisis']);
    expect(model.madeAt).toBe('14-07-2021 16:05 (CEST)');
  });

  it('shows that a required field is empty and leaves an empty optional one out', () => {
    const model = requestModel(modelInput({ 'situation.locations': undefined, 'conditions.media': undefined }));
    expect(factOf(model, 'Plaatsen')).toEqual([]);
    expect(factOf(model, 'Afspraken over media')).toBeUndefined();
  });

  it('does not print what a hidden field still holds', () => {
    const model = requestModel(modelInput({ 'costs.arrangement': 'fnik', 'costs.payer': 'De rederij' }));
    expect(JSON.stringify(model)).not.toContain('De rederij');
  });

  it('leaves a section out that has nothing to say', () => {
    expect(headings(requestModel(modelInput({ 'capabilities.lines': undefined })))).not.toContain('5 Capaciteiten');
  });

  it('lists the capabilities with number, quantity, unit, note and substitute', () => {
    const model = requestModel(modelInput());
    expect(table(model)?.columns).toEqual(['Nr.', 'Capaciteit', 'Aantal', 'Eenheid', 'Toelichting', 'Vervangend']);
    expect(table(model)?.rows[0]).toEqual([
      '1', 'Algemene eenheid met vrachtauto\'s', '70', 'militairen',
      'Militairen met vrachtauto\'s (13 Lichte Brigade); Zandzakken vullen en plaatsen, wegen vrijmaken, evacueren',
      'Een andere eenheid van gelijke omvang met eigen vrachtauto\'s',
    ]);
  });

  it('never rounds a quantity away', () => {
    const lines = [{ id: '5a0c0000-0000-4000-8000-000000000001', description: 'Zandzakken', quantity: 100_000, unit: 'stuks' }, { id: '5a0c0000-0000-4000-8000-000000000002', description: 'Diesel', quantity: 2.125, unit: 'm3' }];
    expect(table(requestModel(modelInput({ 'capabilities.lines': lines })))?.rows.map((row) => row[2])).toEqual(['100.000', '2,125']);
  });

  it('breaks long text into paragraphs where the writer did', () => {
    expect(factOf(requestModel(modelInput({ 'situation.description': 'Eerst.\r\n\r\nDan.\nEn verder.' })), 'Wat er gebeurd is en wat dreigt')).toEqual(['Eerst.', 'Dan.', 'En verder.']);
  });

  it('takes out what no format can carry', () => {
    const model = requestModel(modelInput({ 'applicant.incident': 'Water\u0000\u0007 bij\u202E Valkenburg \uD800' }));
    expect(factOf(model, 'Incident')).toEqual(['Water  bij Valkenburg ']);
  });
});

describe('a draft', () => {
  const model = requestModel(modelInput({ 'applicant.actor': 'mayor' }));

  it('says that it is one, and what stands open, loudest first', () => {
    expect(remarks(model)[0]).toContain('CONCEPT');
    const open = model.blocks.find((block) => block.kind === 'list' && !block.ordered);
    expect(open?.kind === 'list' && open.items.map((item) => item.split(':')[0])).toEqual(['Houdt tegen', 'Let op', 'Let op', 'Ter informatie']);
    expect(open?.kind === 'list' && open.items[0]).toContain('(Wvr art. 51 lid 1)');
  });

  it('leaves the heading of open points out when there are none', () => {
    expect(headings(requestModel(modelInput({}, { findings: [] })))).not.toContain('Open punten (alleen in het concept)');
  });
});

describe('a finalised request', () => {
  const document = requestDocument({}, { state: 'finalised', version: 2 });

  it('has no concept remark and no open points', () => {
    const model = requestModel(modelInput({}, { document }));
    expect(remarks(model).join(' ')).not.toContain('CONCEPT');
    expect(headings(model)).not.toContain('Open punten (alleen in het concept)');
    expect(factOf(model, 'Versie')).toEqual(['2, vastgesteld']);
  });

  it('shows the reason for which it was finalised over open checks', () => {
    const model = requestModel(modelInput({}, { document: { ...document, finalisedDespite: 'De naam volgt per telefoon.' } }));
    expect(remarks(model)[0]).toBe('Vastgesteld terwijl toetsen openstonden. Reden: De naam volgt per telefoon.');
  });
});

describe('the signature', () => {
  const lines = (signature: Record<string, string | boolean>): readonly Fact[] => requestModel(modelInput({ 'sending.signature': signature })).blocks.flatMap((block) => (block.kind === 'signature' ? block.lines : []));

  it('leaves lines open to sign on', () => {
    expect(lines({ office: 'Voorzitter' }).map((line) => [line.label, line.text.length])).toEqual([['Ambt', 1], ['Naam', 0], ['Datum en tijd', 0], ['Handtekening', 0]]);
  });

  it('names the authority and the mandate when signed under one', () => {
    expect(lines({ office: 'Directeur', mandated: true, mandate: 'Mandaatbesluit 2020' }).slice(0, 2)).toEqual([
      { label: 'Namens', text: ['Voorzitter van de veiligheidsregio Zuid-Limburg'] },
      { label: 'Mandaat', text: ['Mandaatbesluit 2020'] },
    ]);
  });
});

describe('an exercise', () => {
  it('says so before anything else', () => {
    expect(remarks(requestModel(modelInput({}, { exercise: true })))[0]).toContain('OEFENING');
  });
});

describe('in English', () => {
  it('holds no Dutch heading', () => {
    expect(headings(requestModel(modelInput({}, { locale: 'en' })))).toEqual([
      '1 Applicant', '2 Legal basis', '3 Situation', '4 Desired effect', '5 Capabilities', '6 Motivation', '7 Conditions', '8 Costs', '9 Sending',
      'Route of the request', 'Open points (in the draft only)', 'Signature',
    ]);
  });
});
