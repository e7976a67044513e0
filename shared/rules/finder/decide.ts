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
  const clash = data.contradictions.find((one) => match(data, one.when, answers) === true);
  if (clash) return { clash };
  const leaves: Leaf[] = [];
  for (const variant of [answers, ...repetitions(data, answers)]) {
    const leaf = walk(data, variant);
    if ('ask' in leaf) return leaf;
    leaves.push(leaf);
  }
  return { leaves: withoutSame(leaves) };
}

/** The answers once more for each question that repeats another and has an answer beyond its silent one. */
function repetitions(data: FinderData, answers: FinderAnswers): FinderAnswers[] {
  return data.questions.flatMap(({ id, repeats, whenSilent }) => {
    const given = answers[id];
    return repeats === undefined || given === undefined || given === whenSilent ? [] : [{ ...answers, [repeats]: given }];
  });
}

function walk(data: FinderData, answers: FinderAnswers): Leaf | { readonly ask: string } {
  for (const rule of data.rules) {
    const matched = match(data, rule.when, answers);
    if (matched === false) continue;
    if (matched !== true) return matched;
    const outcome = data.outcomes.find(({ id }) => id === rule.outcome);
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

/** Whether a condition holds; the question that decides it where that is open. One answer that does not fit settles it. */
export function match(data: FinderData, condition: FinderCondition, answers: FinderAnswers): boolean | { readonly ask: string } {
  const open: string[] = [];
  for (const question of data.questions) {
    const wanted = condition[question.id];
    if (!wanted) continue;
    const given = answerTo(question, answers);
    if (given === undefined) open.push(question.id);
    else if (!wanted.includes(given)) return false;
  }
  const [first] = open;
  return first === undefined ? true : { ask: first };
}

export const answerTo = (question: FinderQuestion, answers: FinderAnswers): string | undefined => answers[question.id] ?? question.whenSilent;

export const leafKey = ({ outcome, redirect }: Leaf): string => (redirect ? `${redirect.id}.${outcome.id}` : outcome.id);

function withoutSame(leaves: readonly Leaf[]): Leaf[] {
  return leaves.filter((leaf, index) => leaves.findIndex((other) => leafKey(other) === leafKey(leaf)) === index);
}
