/** What the rules say of an advice, on the criteria as they ship. */
import { describe, expect, it } from 'vitest';
import type { AdviceValues } from '../../../shared/domain/advice.ts';
import type { Bilingual } from '../../../shared/domain/basics.ts';
import { isMessageId, say } from '../../../shared/messages/index.ts';
import { type AdviceContext, applies, checkAdvice } from '../../../shared/rules/advice/check.ts';
import { suggestFindings } from '../../../shared/rules/advice/suggest.ts';
import { assess } from '../../../shared/rules/assess.ts';
import { checks } from '../../../shared/rules/checks/index.ts';
import { packOf } from '../../helpers/packs.ts';
import { input } from '../../helpers/request.ts';

const criteria = packOf('advice-criteria').entries;
const label: Bilingual = { nl: 'Effect', en: 'Effect asked' };
const wvr: AdviceContext = { request: { legalBasisId: 'wvr-51', term: 'assistance', capabilityIds: ['engineers'], fields: new Map([['effect.text', label]]) } };
const full: AdviceValues = {
  outcome: 'positive',
  reason: 'Er zijn eenheden inzetbaar',
  findings: Object.fromEntries(criteria.filter((one) => applies(one, wvr)).map(({ id }) => [id, { finding: 'favourable' as const }])),
};
const ids = (values: AdviceValues, context: AdviceContext = wvr): string[] => checkAdvice(values, criteria, context).map(({ messageId, outcome }) => `${outcome} ${messageId}`);
const finding = (id: string, one: NonNullable<AdviceValues['findings']>[string], more: AdviceValues = {}): AdviceValues => ({ ...full, ...more, findings: { ...full.findings, [id]: one } });

describe('an advice of a request', () => {
  it('is complete when outcome, reasons and every finding are there', () => {
    expect(ids(full)).toEqual(['ok checks.advice.complete']);
  });

  it.each<[string, AdviceValues, string]>([
    ['no outcome', { ...full, outcome: undefined } as AdviceValues, 'blocks checks.advice.outcome'],
    ['no reasons', { ...full, reason: ' ' }, 'blocks checks.advice.reason'],
    ['conditional without conditions', { ...full, outcome: 'conditional' }, 'blocks checks.advice.conditions'],
    ['conditions while positive', { ...full, conditions: 'brandstof' }, 'warns checks.advice.conditionsUnasked'],
    ['redirect without where', { ...full, outcome: 'redirect' }, 'blocks checks.advice.alternative'],
    ['a criterion left out', { ...full, findings: {} }, 'warns checks.advice.criterionOpen'],
    ['positive while it is unlawful', finding('legality', { finding: 'unfavourable', reason: 'geen grondslag' }), 'blocks checks.advice.contradiction'],
    ['conditional while it is unlawful', finding('legality', { finding: 'unfavourable', reason: 'x' }, { outcome: 'conditional', conditions: 'y' }), 'blocks checks.advice.contradiction'],
    ['a bad finding without reason', finding('readiness', { finding: 'unfavourable' }), 'warns checks.advice.reasonOpen'],
    ['a point of attention while positive', finding('safety', { finding: 'attention', reason: 'stof' }), 'warns checks.advice.attentionPositive'],
    ['what always plays put aside', finding('legality', { finding: 'notApplicable' }), 'warns checks.advice.alwaysApplies'],
    ['negative on nothing', { ...full, outcome: 'negative' }, 'warns checks.advice.negativeUnfounded'],
    ['favourable while a capability is not there', { ...full, availability: [{ id: 'a', description: 'Boten', state: 'notAvailable', asOf: 'x' }] }, 'warns checks.advice.availabilityContradiction'],
    ['availability of no date', { ...full, availability: [{ id: 'a', description: 'Boten', state: 'available' }] }, 'warns checks.advice.availabilityDate'],
    ['a proposal without why', { ...full, proposals: [{ id: 'a', field: 'effect.text', value: 'x', why: '', by: { post: 'p', function: 'rmoa' }, at: 'x' }] }, 'warns checks.advice.proposalWhy'],
    ['a proposal for no field', { ...full, proposals: [{ id: 'a', field: 'no.field', value: 'x', why: 'y', by: { post: 'p', function: 'rmoa' }, at: 'x' }] }, 'warns checks.advice.proposalUnknown'],
  ])('with %s is told so', (_what, values, expected) => {
    expect(ids(values)).toContain(expected);
    expect(ids(full)).not.toContain(expected);
  });

  it('says every remark in both languages', () => {
    for (const { messageId, values } of checkAdvice({ conditions: 'x', outcome: 'positive', findings: { legality: { finding: 'unfavourable' } } }, criteria, wvr)) {
      expect(isMessageId(messageId)).toBe(true);
      if (isMessageId(messageId)) for (const locale of ['nl', 'en'] as const) expect(say(locale, messageId, values)).not.toContain('{');
    }
  });
});

describe('an advice of a question', () => {
  it('needs a subject, and asks for wishes, effect, limits and possibilities without demanding an outcome', () => {
    expect(ids({}, {})).toEqual(['blocks checks.advice.subject', ...Array.from({ length: 4 }, () => 'informs checks.advice.informal'), 'warns checks.advice.outcome']);
  });
});

describe('the criteria', () => {
  it('name only checks that there are', () => {
    expect(criteria.flatMap((one) => one.checks.filter((id) => !(id in checks)))).toEqual([]);
  });

  it('play where their data says: the market in support, displacement where the KMar is asked', () => {
    const playing = (context: AdviceContext): string[] => criteria.filter((one) => applies(one, context)).map(({ id }) => id);
    expect(playing(wvr)).not.toContain('market');
    expect(playing(wvr)).not.toContain('displacement');
    const request = { ...wvr.request!, legalBasisId: 'msob', term: 'support' as const, capabilityIds: ['kmar-lbo'] };
    expect(playing({ request })).toEqual(expect.arrayContaining(['market', 'displacement']));
    expect(playing({})).toHaveLength(criteria.length);
  });
});

describe('the proposal from the assessment', () => {
  const of = (changes: Parameters<typeof input>[0]) => new Map(suggestFindings(criteria, assess(input(changes)).findings, wvr).map((one) => [one.criterionId, one]));

  it('is the same for the same assessment, unfavourable on what blocks, and tells why', () => {
    const good = of({});
    expect(good).toEqual(of({}));
    expect(good.get('legality')?.finding).toBe('favourable');
    expect(good.get('market')).toEqual({ criterionId: 'market', finding: 'notApplicable', reasons: [] });
    const bad = of({ 'applicant.actor': 'mayor' });
    expect(bad.get('legality')?.finding).toBe('unfavourable');
    expect(bad.get('legality')?.reasons[0]?.messageId).toBe('checks.applicant.notCompetent');
    expect(of({ 'effect.text': 'Zestig militairen met vrachtauto’s' }).get('proportionality')?.finding).toBe('attention');
  });

  it('leaves what only informs to the adviser', () => {
    const costs = of({}).get('costs');
    expect(costs?.reasons.length).toBeGreaterThan(0);
  });
});
