import { describe, expect, it } from 'vitest';
import { isCheckId } from '../../../shared/rules/checks/index.ts';
import { packOf, templatesInFull } from '../../helpers/packs.ts';

const bases = packOf('legal-bases').entries;
const templates = templatesInFull();
const fieldsOf = (template: (typeof templates)[number]): (typeof templates)[number]['sections'][number]['fields'] => template.sections.flatMap((section) => section.fields);

describe('legal bases', () => {
  it('name templates that exist, and templates name their basis back', () => {
    for (const basis of bases) expect(templates.filter((one) => one.legalBasis === basis.id).map((one) => one.id)).toEqual(basis.templates);
    expect(templates.filter((one) => !bases.some((basis) => basis.id === one.legalBasis)).map((one) => one.id)).toEqual([]);
  });

  it('hang on answers that a template of theirs asks for and offers', () => {
    const wrong = bases.flatMap((basis) => {
      const fields = templates.filter(({ legalBasis }) => legalBasis === basis.id).flatMap(fieldsOf);
      const conditions = [...basis.exclusions, ...basis.chain].flatMap(({ when }) => when ?? []);
      const answers = (id: string): readonly string[] => fields.filter((field) => field.id === id).flatMap(({ type, options }) => (type === 'yesNo' ? ['true', 'false'] : (options?.map(({ value }) => value) ?? [])));
      return conditions.flatMap(({ field, isOneOf }) => isOneOf.filter((value) => !answers(field).includes(value)).map((value) => `${basis.id} ${field}: ${value}`));
    });
    expect(wrong).toEqual([]);
  });

  it('mark every article text as one that must be checked', () => {
    expect(bases.flatMap((basis) => basis.articles).filter((article) => !article.mustBeChecked || article.text.length < 50).map((one) => one.id)).toEqual([]);
  });

  it('have steps with ids of their own', () => {
    for (const basis of bases) expect(new Set(basis.chain.map((step) => step.id)).size).toBe(basis.chain.length);
  });

  describe('Wvr art. 51', () => {
    const wvr = bases.find((one) => one.id === 'wvr-51');

    it('lets only the chair of the safety region ask', () => {
      expect(wvr?.applicants.map((one) => one.actor)).toEqual(['chairSafetyRegion']);
    });

    it('goes from chair to minister of JenV to minister of Defence, and informs the King\'s Commissioner', () => {
      const legal = wvr?.chain.filter((step) => step.provenance.source === 'Wvr').map((step) => `${step.from} ${step.kind} ${step.to ?? ''}`.trim());
      expect(legal).toEqual([
        'chairSafetyRegion asks ministerJenV',
        'chairSafetyRegion informs kingsCommissioner',
        'ministerJenV decides',
        'ministerJenV asks ministerDefence',
        'ministerDefence provides chairSafetyRegion',
      ]);
    });

    it('carries no powers to use force (answer 44)', () => {
      expect([wvr?.forcePowers.state, wvr?.forcePowers.provenance.at]).toEqual(['no', 'antwoord 44']);
    });

    it('quotes articles 51, 5, 39 and 55 in the text of 10 May 2017', () => {
      expect(wvr?.articles.map((article) => [article.id, article.textDate])).toEqual(['wvr-51', 'wvr-5', 'wvr-39', 'wvr-55'].map((id) => [id, '2017-05-10']));
      expect(wvr?.articles[0]?.text).toMatch(/^1\. Behoeft de voorzitter van een veiligheidsregio in geval van een brand, ramp of crisis/);
      expect(wvr?.articles[0]?.text.split('\n').length).toBe(5);
    });
  });
});

describe('Regeling MSOB', () => {
  const msob = bases.find((one) => one.id === 'msob');
  const template = templates.find((one) => one.id === 'msob');
  const field = (id: string): ReturnType<typeof fieldsOf>[number] | undefined => (template ? fieldsOf(template) : []).find((one) => one.id === id);

  it('lets four public bodies ask (art. 1 onder c), and the template offers them', () => {
    const four = ['minister', 'kingsCommissioner', 'mayor', 'waterBoardChair'];
    expect(msob?.applicants.map((one) => one.actor)).toEqual(four);
    expect(four.filter((actor) => !field('applicant.actor')?.options?.some((option) => option.value === actor))).toEqual([]);
  });

  it('goes in writing to the LOCC, on to the DOC, to the minister of Defence and back along the same way (art. 4)', () => {
    const article4 = msob?.chain.filter((step) => step.provenance.at?.startsWith('art. 4') && step.when === undefined).map((step) => `${step.from} ${step.kind} ${step.to ?? ''}`.trim());
    expect(article4).toEqual(['applicant asks locc', 'locc assesses', 'locc forwards doc', 'ministerDefence decides', 'doc informs locc', 'locc informs applicant']);
  });

  it('has a way of its own for real estate, only where it is asked (art. 4 lid 5)', () => {
    const ways = msob?.chain.filter((step) => step.when !== undefined);
    expect(ways?.map((step) => [step.to, step.when])).toEqual([['stateProperty', { field: 'realEstate.asked', isOneOf: ['true'] }]]);
    expect(field('realEstate.asked')?.type).toBe('yesNo');
  });

  it('asks nothing of the market from a minister (art. 3 lid 4)', () => {
    const shown = ['market.noParty', 'market.declaration'].map((id) => field(id)?.shownWhen);
    for (const condition of shown) {
      expect(condition?.field).toBe('applicant.actor');
      expect(condition?.isOneOf.toSorted()).toEqual(['kingsCommissioner', 'mayor', 'waterBoardChair']);
    }
  });

  it('demands the reasons that art. 3 lid 2 demands', () => {
    expect([field('motivation.notOtherwise')?.required, field('motivation.notOtherwise')?.provenance.at]).toEqual(['blocks', 'art. 3 lid 2']);
  });

  it('carries no powers to use force (answer 44)', () => {
    expect([msob?.forcePowers.state, msob?.forcePowers.provenance.at]).toEqual(['no', 'antwoord 44']);
  });

  it('quotes all twelve articles, without the names under them', () => {
    expect(msob?.articles.map((article) => article.id)).toEqual(Array.from({ length: 12 }, (_, index) => `msob-${index + 1}`));
    expect(msob?.articles[2]?.text).toContain('voegt een verklaring van geen bezwaar van de betreffende branchevereniging toe');
    expect(msob?.articles[11]?.text).toBe('Deze regeling wordt aangehaald als Regeling militaire steunverlening in het openbaar belang.');
  });
});

describe('templates', () => {
  it.each(templates.map((one) => [one.id, one] as const))('%s: asks for checks that exist, each once', (_id, template) => {
    expect(template.checks.filter((id, index) => !isCheckId(id) || template.checks.indexOf(id) !== index)).toEqual([]);
  });

  it.each(templates.map((one) => [one.id, one] as const))('%s: has field ids that occur once and begin with their section', (_id, template) => {
    expect(new Set(fieldsOf(template).map((field) => field.id)).size).toBe(fieldsOf(template).length);
    // the section real-estate holds realEstate.asked: a slug has hyphens, a field id has not
    const beginning = (section: string): string => `${section.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}.`;
    expect(template.sections.flatMap((section) => section.fields.filter((field) => !field.id.startsWith(beginning(section.id))).map((field) => field.id))).toEqual([]);
  });

  it('use one id for one meaning: what two templates share has one type', () => {
    const types = Map.groupBy(templates.flatMap(fieldsOf), (field) => field.id);
    expect([...types].filter(([, fields]) => new Set(fields.map((field) => field.type)).size > 1).map(([id]) => id)).toEqual([]);
  });

  it.each(templates.map((one) => [one.id, one] as const))('%s: gives options to every choice and to nothing else', (_id, template) => {
    expect(fieldsOf(template).filter((field) => (field.type === 'choice') !== (field.options !== undefined && field.options.length > 0)).map((field) => field.id)).toEqual([]);
  });

  it.each(templates.map((one) => [one.id, one] as const))('%s: shows a field only on an answer that its other field can have', (_id, template) => {
    const fields = new Map(fieldsOf(template).map((field) => [field.id, field]));
    const wrong = fieldsOf(template).flatMap((field) => {
      if (!field.shownWhen) return [];
      const other = fields.get(field.shownWhen.field);
      const answers = other?.type === 'yesNo' ? ['true', 'false'] : (other?.options?.map((option) => option.value) ?? []);
      return field.shownWhen.isOneOf.filter((value) => !answers.includes(value)).map((value) => `${field.id}: ${value}`);
    });
    expect(wrong).toEqual([]);
  });

  it.each(templates.map((one) => [one.id, one] as const))('%s: begins with values that its fields can hold', (_id, template) => {
    const wrong = fieldsOf(template).filter(({ type, initial, options }) => {
      if (initial === undefined) return false;
      if (type === 'yesNo') return typeof initial !== 'boolean';
      if (type === 'choice') return !options?.some((option) => option.value === initial);
      return type !== 'text';
    });
    expect(wrong.map((field) => field.id)).toEqual([]);
  });

  it.each(templates.map((one) => [one.id, one] as const))('%s: marks what no rule asks for as our proposal', (_id, template) => {
    const own = fieldsOf(template).filter((field) => field.provenance.source === 'Steunpunt');
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter((field) => field.provenance.confidence !== 'inferred').map((field) => field.id)).toEqual([]);
  });
});
