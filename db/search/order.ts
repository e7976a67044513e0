/** Which of several entries with the very name that was typed comes first. */
import type { SearchKind } from '../../shared/domain/search.ts';
import { isPlace } from './kinds.ts';

export interface Exact {
  readonly id: number;
  readonly kind: SearchKind;
  readonly ref: string;
  /** 1 when it is called so itself, 0 when it is another name of it */
  readonly own: number;
  /** of an effect: the main effect that it is or stands under */
  readonly family: string | null;
}

/**
 * Places first, then what is called so itself, then the best of what has it as another name, then the effect that lists all that
 * reaches it, then the others. Of each family of effects only the one that says it
 * most closely (a word of one narrow effect means that one, a word of several means the main effect above them); its others come last.
 * Within a group as ranked.
 */
export function bestFirst(exact: readonly Exact[], ranked: readonly number[]): number[] {
  const place = new Map(ranked.map((id, index) => [id, index]));
  const order = ({ id }: Exact): number => place.get(id) ?? ranked.length;
  const chosen = new Set([...new Set(exact.flatMap(({ family }) => family ?? []))].map((family) => closest(exact.filter((one) => one.family === family))?.id));
  const means = exact.filter(({ kind, own }) => kind === 'capability' && own === 0).toSorted((one, other) => order(one) - order(other))[0];
  const group = (one: Exact): number => {
    if (isPlace(one.kind)) return 0;
    if (one.kind === 'effect' && !chosen.has(one.id)) return 5;
    if (one.own === 1) return 1;
    if (one.kind === 'effect') return 3;
    return one.id === means?.id ? 2 : 4;
  };
  return exact.toSorted((one, other) => group(one) - group(other) || order(one) - order(other)).map(({ id }) => id);
}

function closest(family: readonly Exact[]): Exact | undefined {
  const narrow = family.filter(({ ref, family: main }) => ref !== main);
  return narrow.length === 1 ? narrow[0] : (family.find(({ ref, family: main }) => ref === main) ?? narrow[0]);
}
