import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessment } from '../../../shared/domain/assessment.ts';
import type { FieldValues } from '../../../shared/domain/request.ts';
import type { Template, TemplateField } from '../../../shared/domain/template.ts';
import { isMessageId, say } from '../../../shared/messages/index.ts';
import { assess } from '../../../shared/rules/assess.ts';
import { shownFields } from '../../../shared/rules/conditions.ts';
import { basis, input, template } from '../../helpers/request.ts';

/** The checks that find fault with an empty field. */
const about = (field: string): string[] => assess(input({ [field]: undefined })).findings.filter((finding) => finding.field === field && finding.outcome !== 'ok').map((finding) => finding.checkId);

const sectionOf = (values: FieldValues, id: string): unknown => assess({ ...input(), values }).completeness.sections.find((one) => one.id === id);

const yesNoField = (id: string, shownWhen?: TemplateField['shownWhen']): TemplateField => ({ id, type: 'yesNo', label: { nl: id, en: id }, provenance: { source: 'x', confidence: 'inferred' }, ...(shownWhen ? { shownWhen } : {}) });
const when = (id: string): TemplateField['shownWhen'] => ({ field: id, isOneOf: ['true'] });

describe('assess', () => {
  it('gives what the contract promises', () => {
    expect(assessment.safeParse(assess(input())).error).toBeUndefined();
  });

  it('changes nothing of what it is given', () => {
    const given = input();
    const before = structuredClone(given);
    assess(given);
    expect(given).toEqual(before);
  });

  it('says once that a field is empty: the check that knows the field speaks, the general one is silent', () => {
    expect(about('effect.period')).toEqual(['period.complete']);
    expect(about('applicant.actor')).toEqual(['applicant.competent']);
    expect(about('basis.kingsCommissionerInformed')).toEqual(['basis.kings-commissioner']);
    expect(about('effect.text')).toEqual(['required']);
  });

  it('keeps the general remark when it is louder than the check of its own', () => {
    const louder: Template = {
      ...template,
      sections: template.sections.map((section) => ({ ...section, fields: section.fields.map((field): TemplateField => (field.id === 'motivation.tried' ? { ...field, required: 'blocks' } : field)) })),
    };
    const found = assess(input({ 'motivation.tried': undefined }, { template: louder })).findings.filter((finding) => finding.field === 'motivation.tried');
    expect(found.map((finding) => [finding.checkId, finding.outcome])).toEqual([['required', 'blocks'], ['motivation.otherwise', 'informs']]);
  });

  it('says of a check that it does not know that it was not made', () => {
    const { findings } = assess(input({}, { template: { ...template, checks: ['future.check'] } }));
    expect(findings).toEqual([{ checkId: 'future.check', outcome: 'informs', messageId: 'checks.unknown', values: { id: 'future.check' }, source: '' }]);
  });

  it('runs a check once that the template names twice', () => {
    expect(assess(input({}, { template: { ...template, checks: ['costs.arrangement', 'costs.arrangement'] } })).findings).toHaveLength(1);
  });
});

describe('the route', () => {
  it('is the chain of the basis with the name of the region in it', () => {
    const { route } = assess(input());
    expect(route.map((step) => step.id)).toEqual(basis.chain.map((step) => step.id));
    expect(route.find((step) => step.id === 'request')?.text).toEqual({
      nl: 'De voorzitter van de veiligheidsregio Zuid-Limburg vraagt de minister van Justitie en Veiligheid om bijstand.',
      en: expect.stringContaining('chair of the safety region Zuid-Limburg'),
    });
  });

  it('is the plain chain while no region is chosen', () => {
    expect(assess(input({ 'applicant.region': undefined })).route.map((step) => step.text)).toEqual(basis.chain.map((step) => step.text));
  });

  it('puts the authority that asks in the place of the applicant', () => {
    const [first, ...rest] = basis.chain;
    const { route } = assess(input({}, { basis: { ...basis, chain: [{ ...first!, from: 'applicant', to: 'applicant' }, ...rest] } }));
    expect(route[0]).toMatchObject({ from: 'chairSafetyRegion', to: 'chairSafetyRegion' });
  });
});

describe('completeness', () => {
  it('counts required fields that the draft shows', () => {
    const { completeness } = assess(input());
    const required = [...shownFields(template, input().values).values()].filter((field) => field.required !== undefined);
    expect(completeness.required).toBe(required.length);
    // Only the name of the signatory is missing in the Zuid-Limburg case.
    expect(completeness.filled).toBe(required.length - 1);
    expect(completeness.sections.reduce((sum, one) => sum + one.required, 0)).toBe(completeness.required);
  });

  it('asks for the payer and the undertaking only when another party pays', () => {
    expect(sectionOf({ 'costs.arrangement': 'fnik' }, 'costs')).toMatchObject({ required: 1, filled: 1, state: 'complete' });
    expect(sectionOf({ 'costs.arrangement': 'otherPayer' }, 'costs')).toMatchObject({ required: 3, filled: 1, state: 'open' });
  });

  it('calls a section empty, open or complete', () => {
    expect(sectionOf({}, 'situation')).toMatchObject({ state: 'empty', filled: 0 });
    expect(sectionOf({ 'situation.description': 'Water' }, 'situation')).toMatchObject({ state: 'open', filled: 1 });
    expect(sectionOf(input().values, 'situation')).toMatchObject({ state: 'complete' });
  });

  it('calls a section without required fields complete when something stands in it', () => {
    expect(sectionOf({}, 'capabilities')).toMatchObject({ required: 0, state: 'empty' });
    expect(sectionOf({ 'capabilities.skills': 'Duiken onder ijs' }, 'capabilities')).toMatchObject({ required: 0, state: 'complete' });
  });

  it('takes an option that the template does not have for no answer', () => {
    expect(sectionOf({ 'costs.arrangement': 'barter' }, 'costs')).toMatchObject({ filled: 0 });
  });
});

describe('shown fields', () => {
  it('hides a field whose condition stands on a hidden field', () => {
    const chain: Template = { ...template, sections: [{ id: 'one', title: { nl: 'een', en: 'one' }, fields: [yesNoField('a'), yesNoField('b', when('a')), yesNoField('c', when('b')), yesNoField('d', when('e')), yesNoField('e', when('d'))] }] };
    expect([...shownFields(chain, { a: true, b: true }).keys()]).toEqual(['a', 'b', 'c']);
    expect([...shownFields(chain, { a: false, b: true }).keys()]).toEqual(['a']);
    // Two fields that wait for each other are never asked, and asking ends.
    expect([...shownFields(chain, { d: true, e: true }).keys()]).toEqual(['a']);
  });
});

describe('whatever a draft holds', () => {
  const ids = template.sections.flatMap((section) => section.fields.map((field) => field.id));
  const broken = fc.oneof(
    fc.anything(),
    fc.constantFrom<unknown>('', ' ', '__proto__', 'constructor', 'VR99', 'VR24', 'mayor', 'otherPayer', Number.NaN, [], {}, { start: 'nonsense' }, ['GM0000'], { mandated: true }),
    fc.record({ start: fc.constantFrom('2021-02-30T18:00:00+01:00[Europe/Amsterdam]', '2021-07-14T18:00:00+02:00[Europe/Amsterdam]', '2021-07-14T18:00:00+02:00[Mars/Base]'), end: fc.constantFrom('2021-07-14T18:00:00+05:00[Europe/Amsterdam]', '9999-12-31T23:59:00+01:00[Europe/Amsterdam]') }),
    fc.array(fc.record({ id: fc.uuid(), description: fc.string(), capabilityId: fc.constantFrom('engineers', 'constructor', 'general-force', 'toString'), people: fc.nat() }), { maxLength: 4 }),
  );
  const drafts = fc.dictionary(fc.oneof(fc.constantFrom(...ids), fc.string()), broken, { maxKeys: 12 });
  const moments = fc.oneof(fc.constantFrom('2021-07-14T14:00:00.000Z', 'no moment', ''), fc.date({ noInvalidDate: true }).map((at) => at.toISOString()));

  it('assess answers, what blocks has a field to jump to, and every remark can be said in both languages', () => {
    fc.assert(
      fc.property(drafts, moments, (draft, now) => {
        const result = assess({ ...input(), values: draft as FieldValues, now });
        expect(result.completeness.filled).toBeLessThanOrEqual(result.completeness.required);
        for (const finding of result.findings) {
          if (finding.outcome === 'blocks') expect(finding.field).toBeDefined();
          if (!isMessageId(finding.messageId)) throw new Error(`no message ${finding.messageId}`);
          for (const locale of ['nl', 'en'] as const) expect(say(locale, finding.messageId, finding.values)).not.toBe('');
        }
      }),
      { numRuns: 600 },
    );
  });
});
