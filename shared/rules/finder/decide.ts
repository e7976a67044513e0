/**
 * One walk through the rules of the finder: what some answers lead to, or which question must be answered before that can be said.
 * A walk consults a question only when a rule that may still hold asks for it.
 */
import type { FinderAnswers, FinderCondition, FinderData, FinderQuestion } from '../../domain/finder.ts';

type Outcome = FinderData['outcomes'][number];
type Redirect = FinderData['redirects'][number];
export type Contradiction = FinderData['contradictions'][number];

/** Where one task leads: an outcome, for somebody who may not ask for it together with what to tell them. */
export interface Leaf {
  readonly outcome: Outcome;
  readonly redirect?: Redirect;
  /** the answers that it came from; where a question repeats another, with the second answer in the place of the first */
  readonly answers: FinderAnswers;
}

export type Decision = { readonly ask: string } | { readonly clash: Contradiction } | { readonly leaves: readonly Leaf[] };

/** Answers to questions that exist, with options that they have; a newer pack may have dropped one. */
export function known(data: FinderData, answers: FinderAnswers): FinderAnswers {
  return Object.fromEntries(
    data.questions.flatMap(({ id, options }) => {
      const given = Object.hasOwn(answers, id) ? answers[id] : undefined;
      return given !== undefined && options.some(({ value }) => value === given) ? [[id, given]] : [];
    }),
  );
}

/** `answers` must be `known`. */
export function decide(data: FinderData, answers: FinderAnswers): Decision {
  const { contradictions, repeating } = prepared(data);
  const clash = contradictions.find(({ tests }) => holds(tests, answers) === true);
  if (clash) return { clash: clash.of };
  const main = walk(data, answers);
  if ('ask' in main) return main;
  const leaves = [main];
  for (const { id, repeats, whenSilent } of repeating) {
    const again = answers[id];
    if (repeats === undefined || again === undefined || again === whenSilent) continue;
    const leaf = walk(data, { ...answers, [repeats]: again });
    if ('ask' in leaf) return leaf;
    if (!leaves.some((other) => leafKey(other) === leafKey(leaf))) leaves.push(leaf);
  }
  return { leaves };
}

function walk(data: FinderData, answers: FinderAnswers): Leaf | { readonly ask: string } {
  const { rules, outcomes } = prepared(data);
  for (const { tests, of } of rules) {
    const held = holds(tests, answers);
    if (held === false) continue;
    if (held !== true) return held;
    const outcome = outcomes.get(of.outcome);
    if (!outcome) continue;
    if (outcome.kind !== 'request') return { outcome, answers };
    const asker = answers[data.askerQuestion];
    if (asker === undefined) return { ask: data.askerQuestion };
    if (outcome.askers.includes(asker)) return { outcome, answers };
    const redirect = data.redirects.find((one) => (one.askers?.includes(asker) ?? true) && (one.outcomes?.includes(outcome.id) ?? true));
    if (redirect) return { outcome, redirect, answers };
  }
  throw new Error('the finder has no rule that always holds'); // its schema demands one
}

export const leafKey = ({ outcome, redirect }: Leaf): string => (redirect ? `${redirect.id}.${outcome.id}` : outcome.id);

/** The facts among the notes that hold for these answers and this outcome. */
export function notesFor(data: FinderData, outcomeId: string, answers: FinderAnswers): readonly FinderData['notes'][number][] {
  return prepared(data).notes.flatMap(({ tests, of }) => ((of.outcomes?.includes(outcomeId) ?? true) && holds(tests, answers) === true ? [of] : []));
}

interface Test {
  readonly question: FinderQuestion;
  readonly values: readonly string[];
}

/** Whether all tests hold; the first question that decides it where that is open. One answer that does not fit settles it. */
function holds(tests: readonly Test[], answers: FinderAnswers): boolean | { readonly ask: string } {
  let open: string | undefined;
  for (const { question, values } of tests) {
    const given = answers[question.id] ?? question.whenSilent;
    if (given === undefined) open ??= question.id;
    else if (!values.includes(given)) return false;
  }
  return open === undefined ? true : { ask: open };
}

interface Conditional<T> {
  /** in the order of the questions */
  readonly tests: readonly Test[];
  readonly of: T;
}

interface Prepared {
  readonly contradictions: readonly Conditional<Contradiction>[];
  readonly rules: readonly Conditional<FinderData['rules'][number]>[];
  readonly notes: readonly Conditional<FinderData['notes'][number]>[];
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly repeating: readonly FinderQuestion[];
}

const preparations = new WeakMap<FinderData, Prepared>();

/** Conditions laid out for walking, once per pack: one answer can walk the rules some thousands of times. */
function prepared(data: FinderData): Prepared {
  const made = preparations.get(data);
  if (made) return made;
  const lay = <T extends { readonly when: FinderCondition }>(list: readonly T[]): Conditional<T>[] =>
    list.map((of) => ({
      of,
      tests: data.questions.flatMap((question) => {
        const values = of.when[question.id];
        return values ? [{ question, values }] : [];
      }),
    }));
  const fresh: Prepared = {
    contradictions: lay(data.contradictions),
    rules: lay(data.rules),
    notes: lay(data.notes),
    outcomes: new Map(data.outcomes.map((outcome) => [outcome.id, outcome])),
    repeating: data.questions.filter(({ repeats }) => repeats !== undefined),
  };
  preparations.set(data, fresh);
  return fresh;
}
