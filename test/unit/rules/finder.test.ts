import { describe, expect, it } from 'vitest';
import { type FinderAnswers, type FinderData, type FinderOutcome, type FinderRequest, type FinderValues, finderData } from '../../../shared/domain/finder.ts';
import { find } from '../../../shared/rules/finder/find.ts';
import { fitting } from '../../../shared/rules/finder/outcome.ts';
import { packOf, templatesInFull } from '../../helpers/packs.ts';
import { contradictory, finderCases } from './finder-cases.ts';

const data: FinderData = packOf('finder').entries[0]!;
const bases = packOf('legal-bases').entries;
const basisIds = new Set(bases.map((basis) => basis.id));

function found(answers: FinderAnswers): FinderOutcome {
  const result = find(data, answers);
  if (result.state !== 'found') throw new Error(`${result.state}: ${JSON.stringify(result)}`);
  return result.outcome;
}
const requestsOf = (outcome: FinderOutcome): readonly FinderRequest[] => (outcome.kind === 'basis' ? [outcome] : 'requests' in outcome ? outcome.requests : []);
const said = (outcome: FinderOutcome): string =>
  [outcome, ...('besides' in outcome ? outcome.besides : [])].flatMap(({ reasons }) => reasons.map(({ text, provenance }) => `${text.nl} ${provenance.note ?? ''}`)).join('\n');

describe('the finder, branch by branch', () => {
  it.each(finderCases.map((one) => [one.name, one] as const))('%s', (_name, { answers, kind, id, templates = [], says = '' }) => {
    const outcome = found(answers);
    expect([outcome.kind, outcome.id]).toEqual([kind, id]);
    expect(requestsOf(outcome).map(({ templateId, isCompetent }) => (isCompetent ? templateId : `${templateId}*`))).toEqual(templates);
    expect(said(outcome)).toContain(says);
  });

  it.each(contradictory)('%j cannot be', (answers, questions) => {
    const result = find(data, answers);
    expect(result.state === 'contradiction' && result.questions).toEqual(questions);
  });

  it('is held by a case in every outcome, redirect, contradiction and note but the one that nothing should reach', () => {
    const outcomes = finderCases.map(({ answers }) => found(answers));
    const parts = new Set(outcomes.flatMap(({ id }) => id.split('+')).flatMap((id) => id.split('.')));
    expect([...data.outcomes, ...data.redirects].map(({ id }) => id).filter((id) => !parts.has(id))).toEqual(['unforeseen']);
    const words = outcomes.map(said).join('\n');
    expect(data.notes.map(({ text }) => text.nl).filter((text) => !words.includes(text))).toEqual([]);
    const reasons = contradictory.flatMap(([answers]) => {
      const result = find(data, answers);
      return result.state === 'contradiction' ? [result.reason.nl] : [];
    });
    expect(data.contradictions.map(({ reason }) => reason.nl).filter((reason) => !reasons.includes(reason))).toEqual([]);
  });
});

describe('an answer of the finder', () => {
  it('asks for what is missing, best first, and says what is still possible', () => {
    const result = find(data, { where: 'netherlands', task: 'publicOrder' });
    expect(result.state === 'open' && result.next).toEqual(['what', 'asker']);
    const possible = result.state === 'open' ? result.stillPossible.map(({ id }) => id) : [];
    expect(possible).toContain('pw-57-order');
    expect(possible).not.toContain('wvr-51');
  });

  it('fills in who asks, and the right one where another asked', () => {
    expect(requestsOf(found({ where: 'netherlands', task: 'disaster', what: 'people', asker: 'mayor' }))[0]?.values['applicant.actor']).toBe('chairSafetyRegion');
    expect(requestsOf(found({ where: 'netherlands', task: 'otherTask', what: 'realEstate', forWhom: 'ownTask', asker: 'otherBody' }))[0]?.values).toEqual({
      'applicant.actor': 'minister',
      'basis.otherParts': true,
      'basis.subject': 'publicInterest',
      'basis.territory': 'netherlands',
      'realEstate.asked': true,
    });
  });

  it('leaves out what the template has no place for', () => {
    const template = templatesInFull().find(({ id }) => id === 'wvr-51')!;
    expect(fitting(template, { 'applicant.actor': 'chairSafetyRegion', 'basis.subject': 'publicInterest', 'realEstate.asked': true })).toEqual({ 'applicant.actor': 'chairSafetyRegion' });
    expect(fitting(template, { 'applicant.actor': 'nobody' })).toEqual({});
    expect(fitting(template, { 'applicant.exercise': 'true', 'applicant.incident': 'Hoogwater' })).toEqual({ 'applicant.incident': 'Hoogwater' });
  });

  it('passes by answers that this pack does not know', () => {
    expect(find(data, { where: 'atlantis', colour: 'red' })).toEqual(find(data, {}));
    expect(find(data, { what: 'usar', constructor: 'x' }).state).toBe('found');
  });

  it('names both parts where two tasks meet, with what holds for each', () => {
    const outcome = found({ where: 'netherlands', task: 'disaster', alsoTask: 'publicOrder', what: 'people', asker: 'chairSafetyRegion' });
    expect(outcome.basisIds).toEqual(['wvr-51', 'pw-58']);
    expect(requestsOf(outcome).map(({ purpose }) => purpose.nl)).toEqual(['de brand, ramp of crisis', 'de openbare orde']);
  });
});

describe('the pack of the finder', () => {
  it('leads to legal bases and capabilities and contacts that the packs hold', () => {
    const capabilities = new Set(packOf('capabilities').entries.map(({ id }) => id));
    const contacts = new Set(packOf('contacts').entries.map(({ id }) => id));
    const wrong = data.outcomes.flatMap((outcome): string[] =>
      outcome.kind === 'request'
        ? outcome.requests.map(({ basis }) => basis).filter((basis) => !basisIds.has(basis))
        : [...outcome.capabilities.filter((id) => !capabilities.has(id)), ...outcome.contacts.filter((id) => !contacts.has(id))],
    );
    expect(wrong).toEqual([]);
  });

  it('leads to templates that are there, of the basis named, and fills in only what their fields can hold', () => {
    const templates = new Map(templatesInFull().map((template) => [template.id, template]));
    const asked = data.outcomes.flatMap((outcome) => (outcome.kind === 'request' ? outcome.requests.map((request) => ({ request, askers: outcome.askers })) : []));
    expect(asked.filter(({ request }) => templates.get(request.template)?.legalBasis !== request.basis).map(({ request }) => request.template)).toEqual([]);

    const given = (question: string): FinderValues[] => data.questions.find(({ id }) => id === question)?.options.flatMap(({ values }) => (values ? [values] : [])) ?? [];
    const actors = (askers: readonly string[]): FinderValues[] => given(data.askerQuestion).filter((values) => askers.includes(String(values['applicant.actor'])));
    const unfit = asked.flatMap(({ request, askers }) => {
      const template = templates.get(request.template);
      const fields = new Set(template?.sections.flatMap((section) => section.fields.map(({ id }) => id)));
      return [...given('where'), ...given('what'), ...actors(askers), request.values ?? {}].flatMap((values) => {
        const fits = template ? fitting(template, values) : {};
        return Object.keys(values).filter((id) => fields.has(id) && !Object.hasOwn(fits, id)).map((id) => `${request.template}: ${id} = ${values[id]}`);
      });
    });
    expect(unfit).toEqual([]);
    const used = new Set([...templates.values()].flatMap((template) => template.sections.flatMap((section) => section.fields.map(({ id }) => id))));
    const filled = [...data.questions.flatMap(({ id }) => given(id)), ...asked.map(({ request }) => request.values ?? {})].flatMap((values) => Object.keys(values));
    expect(filled.filter((id) => !used.has(id))).toEqual([]);
  });

  it('reaches every legal basis', () => {
    const reached = data.outcomes.flatMap((outcome) => (outcome.kind === 'request' ? outcome.requests.map(({ basis }) => basis) : []));
    expect([...basisIds].filter((id) => !reached.includes(id))).toEqual([]);
  });

  it.each([
    ['a question that is not there', { rules: [{ when: { colour: ['red'] }, outcome: 'eod' }, ...data.rules] }, 'no question colour'],
    ['an answer that is not there', { rules: [{ when: { where: ['atlantis'] }, outcome: 'eod' }, ...data.rules] }, 'question where has no answer atlantis'],
    ['an outcome that is not there', { rules: [{ when: {}, outcome: 'nowhere' }] }, 'no outcome nowhere'],
    ['no last resort', { rules: data.rules.slice(0, -1) }, 'the last rule must hold always'],
    ['nobody to turn away to', { redirects: data.redirects.slice(0, -1) }, 'the last redirect must fit everybody'],
    ['an asker question that is not there', { askerQuestion: 'who' }, 'no question who'],
    ['a second task without a silent answer', { questions: data.questions.map(({ whenSilent: _silent, ...question }) => question) }, 'a question that repeats another needs whenSilent'],
  ])('is refused with %s', (_name, change, reason) => {
    const read = finderData.safeParse({ ...data, ...change });
    expect(read.error?.issues.map((issue) => issue.message)).toContain(reason);
  });
});
