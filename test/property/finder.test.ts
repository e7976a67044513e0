/** The finder over everything that can be answered: every subset of the answers, not a sample. */
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FinderAnswers, FinderData, FinderOutcome, FinderQuestion, FinderRequest, FinderResult } from '../../shared/domain/finder.ts';
import { applicantsOf } from '../../shared/rules/basis-part.ts';
import { find } from '../../shared/rules/finder/find.ts';
import { packOf } from '../helpers/packs.ts';
import { seed } from './seed.ts';

const data: FinderData = packOf('finder').entries[0]!;
const bases = new Map(packOf('legal-bases').entries.map((basis) => [basis.id, basis]));
/** the word that somebody used decides nothing; that it does not is tested apart */
const questions = data.questions.filter(({ id }) => id !== 'word');

interface Seen {
  readonly answers: FinderAnswers;
  readonly state: FinderResult['state'];
  /** found: the outcome; open: what is still possible, sorted */
  readonly ids: readonly string[];
  readonly next: readonly string[];
}
const seen = new Map<string, Seen>();
const keyOf = (answers: FinderAnswers): string => questions.map(({ id }) => answers[id] ?? '').join('|');
const at = (answers: FinderAnswers): Seen => seen.get(keyOf(answers))!;
const each = (question: FinderQuestion, from: FinderAnswers): FinderAnswers[] => question.options.map(({ value }) => ({ ...from, [question.id]: value }));

function* subsets(index = 0, answers: FinderAnswers = {}): Generator<FinderAnswers> {
  const question = questions[index];
  if (!question) return yield answers;
  yield* subsets(index + 1, answers);
  for (const more of each(question, answers)) yield* subsets(index + 1, more);
}

function summary(answers: FinderAnswers, result: FinderResult): Seen {
  if (result.state === 'found') return { answers, state: 'found', ids: [result.outcome.id], next: [] };
  if (result.state === 'open') return { answers, state: 'open', ids: result.stillPossible.map(({ id }) => id).toSorted(), next: result.next };
  return { answers, state: 'contradiction', ids: [], next: result.questions };
}

/** The first few that break the rule: one is enough to mend, all would be unreadable. */
function breaches(rule: (one: Seen) => string | undefined): string[] {
  const found: string[] = [];
  for (const one of seen.values()) {
    const breach = rule(one);
    if (breach !== undefined) found.push(`${JSON.stringify(one.answers)}: ${breach}`);
    if (found.length === 5) break;
  }
  return found;
}

const mayAsk = ({ basisId, templateId }: FinderRequest, actor: unknown): boolean => applicantsOf(bases.get(basisId)!, templateId).some((one) => one.actor === actor);

/** Where an outcome says otherwise than the legal bases: of another territory, signed by or kept from somebody wrongly. */
function disagreement(answers: FinderAnswers, outcome: FinderOutcome): string | undefined {
  const requests: readonly FinderRequest[] = outcome.kind === 'basis' ? [outcome] : 'requests' in outcome ? outcome.requests : [];
  requestsSeen += requests.length;
  if (outcome.kind === 'basis' && !outcome.isCompetent) return 'a basis for somebody who may not ask';
  if (outcome.kind === 'several' && !outcome.requests.some((one) => one.isCompetent)) return 'several, none of which may be asked';
  return requests.map((request) => {
    if (bases.get(request.basisId)?.territory !== answers['where']) return `territory of ${request.basisId}`;
    if (!mayAsk(request, request.values['applicant.actor'])) return `signatory of ${request.templateId}`;
    return mayAsk(request, answers['asker']) === request.isCompetent ? undefined : `competence for ${request.templateId}`;
  }).find((reason) => reason !== undefined);
}

const disagreements: string[] = [];
let requestsSeen = 0;

beforeAll(() => {
  for (const answers of subsets()) {
    const result = find(data, answers);
    seen.set(keyOf(answers), summary(answers, result));
    const reason = result.state === 'found' ? disagreement(answers, result.outcome) : undefined;
    if (reason !== undefined) disagreements.push(`${JSON.stringify(answers)}: ${reason}`);
  }
}, 120_000);

describe('every subset of the answers', () => {
  it('all answered leads to an outcome that was foreseen, or to a contradiction', () => {
    const full = [...seen.values()].filter(({ answers }) => Object.keys(answers).length === questions.length);
    expect(full.length).toBe(questions.reduce((product, { options }) => product * options.length, 1));
    expect(breaches((one) => (Object.keys(one.answers).length === questions.length && one.state === 'open' ? 'no outcome' : undefined))).toEqual([]);
    expect(breaches(({ ids }) => (ids.some((id) => id.split('+').includes('unforeseen')) ? 'unforeseen' : undefined))).toEqual([]);
  });

  it('while open, the first question asked next splits what is possible, and no way on ends without an outcome', () => {
    expect(
      breaches(({ answers, state, ids, next }) => {
        if (state !== 'open') return undefined;
        const first = questions.find(({ id }) => id === next[0]);
        if (!first || next.some((id) => Object.hasOwn(answers, id))) return `asks ${next.join(', ') || 'nothing'}`;
        if (ids.length < 2) return 'is open for one outcome';
        const after = each(first, answers).map(at);
        const reached = [...new Set(after.flatMap((one) => one.ids))].toSorted();
        return reached.join() === ids.join() ? undefined : `says ${ids.join()}, reaches ${reached.join()}`;
      }),
    ).toEqual([]);
  });

  it('once found, no answer to a question that was left open changes it', () => {
    expect(
      breaches(({ answers, state, ids }) => {
        if (state !== 'found') return undefined;
        const open = questions.filter(({ id, whenSilent }) => whenSilent === undefined && !Object.hasOwn(answers, id));
        const other = open.flatMap((question) => each(question, answers).map(at)).find((one) => one.state === 'open' || (one.state === 'found' && one.ids[0] !== ids[0]));
        return other && `${JSON.stringify(other.answers)} gives ${other.ids.join()}`;
      }),
    ).toEqual([]);
  });

  it('a contradiction names answers that contradict each other by themselves, and only together', () => {
    expect(
      breaches(({ answers, state, next }) => {
        if (state !== 'contradiction') return undefined;
        if (next.length < 2 || next.some((id) => !Object.hasOwn(answers, id))) return `names ${next.join() || 'nothing'}`;
        const named = (ids: readonly string[]): FinderAnswers => Object.fromEntries(Object.entries(answers).filter(([id]) => ids.includes(id)));
        if (at(named(next)).state !== 'contradiction') return 'is none by itself';
        const spare = next.find((id) => at(named(next.filter((other) => other !== id))).state === 'contradiction');
        return spare && `${spare} has no part in it`;
      }),
    ).toEqual([]);
  });
});

describe('what is found', () => {
  it('agrees with the legal bases on the territory, on who may ask and on who must sign instead', () => {
    expect(requestsSeen).toBeGreaterThan(10_000);
    expect(disagreements.slice(0, 5)).toEqual([]);
  });
});

describe('what would change the answer', () => {
  it('is true, and nothing that would is left out', () => {
    const stride = 11;
    const offset = seed % stride;
    const wrong = [...seen.values()].flatMap(({ answers, state, ids }, index) => {
      if (state !== 'found' || index % stride !== offset) return [];
      const result = find(data, answers);
      if (result.state !== 'found') return ['not found a second time'];
      const told = result.outcome.changes.filter(({ question }) => question !== 'word').map(({ question, option, outcome }) => `${question}=${option}: ${outcome.id}`);
      const open = questions.filter(({ id, whenSilent }) => Object.hasOwn(answers, id) || whenSilent !== undefined);
      const made = open.flatMap((question) =>
        each(question, answers).flatMap((changed) => {
          const other = at(changed);
          return other.state === 'found' && other.ids[0] !== ids[0] ? [`${question.id}=${changed[question.id]}: ${other.ids[0]}`] : [];
        }),
      );
      return told.join() === made.join() ? [] : [`${JSON.stringify(answers)}: told ${told.join('; ')}, made ${made.join('; ')}`];
    });
    expect(wrong.slice(0, 5)).toEqual([]);
  });
});

describe('some of the full answers', () => {
  const full: fc.Arbitrary<FinderAnswers> = fc.record(Object.fromEntries(data.questions.map(({ id, options }) => [id, fc.constantFrom(...options.map(({ value }) => value))])));

  it('give the same result in whatever order they were given', () => {
    const shuffled = full.chain((answers) => fc.shuffledSubarray(Object.entries(answers), { minLength: data.questions.length }).map((entries) => [answers, Object.fromEntries(entries)] as const));
    fc.assert(
      fc.property(shuffled, ([answers, otherOrder]) => {
        expect(find(data, otherOrder)).toEqual(find(data, answers));
      }),
    );
  });

  it('give the same outcome whichever word was used for it', () => {
    const idOf = (result: FinderResult): string => (result.state === 'found' ? result.outcome.id : result.state);
    fc.assert(fc.property(full, (answers) => new Set(['none', 'assistance', 'support'].map((word) => idOf(find(data, { ...answers, word })))).size === 1));
  });
});
