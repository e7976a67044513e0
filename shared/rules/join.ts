/**
 * Two sides that become one group: the drafts of the one, and of the other, beside what each says of the facts that they will share. What only
 * one side says goes to the other; where both say something else a person chooses, and no fact is chosen by a rule.
 */
import type { FieldValue, FieldValues } from '../domain/request.ts';
import type { Template } from '../domain/template.ts';
import { same } from './difference.ts';
import { inStep } from './in-step.ts';

/** A draft, as far as joining looks at it. */
export interface Drafted {
  readonly template: Template;
  readonly values: FieldValues;
}

/** A fact that the sides do not say alike; null where a side says nothing. */
export interface FactApart {
  readonly field: string;
  readonly own: FieldValue | null;
  readonly other: FieldValue | null;
}

export type JoinChoice = 'own' | 'other';

/** Why two requests cannot become one group; in words `links.refused.…`. */
export const joinRefusals = ['itself', 'spaces', 'groups', 'template', 'version', 'changed'] as const;
export type JoinRefusal = (typeof joinRefusals)[number];

/** In the order of the templates of the own side. The drafts of a side say the same already: the first of them speaks. */
export function factsApart(own: readonly Drafted[], other: readonly Drafted[]): readonly FactApart[] {
  const facts = new Map<string, FactApart>();
  for (const one of own) {
    for (const twin of other) {
      for (const field of inStep(one.template, twin.template)) {
        const [mine, theirs] = [one.values[field] ?? null, twin.values[field] ?? null];
        if (!facts.has(field) && !same(mine, theirs)) facts.set(field, { field, own: mine, other: theirs });
      }
    }
  }
  return [...facts.values()];
}

/** True when both sides say something, so that one of them must give way. */
export function mustChoose({ own, other }: FactApart): boolean {
  return own !== null && other !== null;
}

/** What stands afterwards; undefined when nobody chose yet. */
export function standing(fact: FactApart, choice: JoinChoice | undefined): FieldValue | null | undefined {
  if (!mustChoose(fact)) return fact.own ?? fact.other;
  return choice === undefined ? undefined : fact[choice];
}

/** The fields that a draft shares with one of the other side. */
export function sharedWith(draft: Drafted, side: readonly Drafted[]): ReadonlySet<string> {
  return new Set(side.flatMap(({ template }) => [...inStep(draft.template, template)]));
}
