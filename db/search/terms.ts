/** Words as terms of a full-text query: each quoted, so that nothing a person types is read as an operator. */
import type { SearchKind } from '../../shared/domain/search.ts';

/** The word, or the beginning of one. */
export function beginning(word: string): string {
  return `"${word}"*`;
}

export function whole(word: string): string {
  return `"${word}"`;
}

export function either(forms: readonly string[]): string {
  return forms.length === 1 ? forms.map(beginning).join() : `(${forms.map(beginning).join(' OR ')})`;
}

export function inColumns(terms: string, columns: string): string {
  return `{${columns}} : (${terms})`;
}

export function inKinds(terms: string, kinds: readonly SearchKind[] | undefined, columns: string): string {
  const named = inColumns(terms, columns);
  return kinds === undefined || kinds.length === 0 ? named : `{kind} : (${kinds.map((kind) => `"${kind}"`).join(' OR ')}) AND ${named}`;
}
