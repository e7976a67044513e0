/** Why an entry was found, in its own words: for a person to see what a hit has to do with what was typed. */
import type { SearchHit } from '../../shared/domain/search.ts';
import { spellings, words } from './fold.ts';

export interface Explained {
  readonly titles: readonly string[];
  readonly aliases: readonly string[];
  /** words of effects, a term each */
  readonly terms: readonly string[];
  /** read only when nothing else holds what was typed */
  readonly body: () => string;
}

const excerptLength = 90;

/** `instead`: the words that stand in for those that were typed, when a typing error was forgiven. Nothing when only some words are there. */
export function whyFound(entry: Explained, typed: readonly string[], instead: readonly string[]): SearchHit['why'] {
  if (instead.length > 0) return { kind: 'typo', text: instead.join(', ') };
  const name = entry.titles.find((title) => holds(title, typed));
  if (name !== undefined) return { kind: 'name', text: name };
  const alias = entry.aliases.find((other) => holds(other, typed));
  if (alias !== undefined) return { kind: 'alias', text: alias };
  const term = entry.terms.find((one) => holds(one, typed)) ?? entry.terms.find((one) => typed.some((word) => word.length > 2 && holds(one, [word])));
  if (term !== undefined) return { kind: 'effect', text: term };
  const text = excerpt(entry.body(), typed);
  return text === undefined ? undefined : { kind: 'text', text };
}

/** True when every typed word begins some word of one spelling of the name. */
export function holds(name: string, typed: readonly string[]): boolean {
  return formsOf(name).some((form) => typed.every((word) => form.some((part) => part.startsWith(word))));
}

/** Names come back with every letter that is typed. */
const forms = new Map<string, readonly (readonly string[])[]>();
const mostForms = 50_000;

function formsOf(name: string): readonly (readonly string[])[] {
  const held = forms.get(name);
  if (held) return held;
  if (forms.size >= mostForms) forms.clear();
  const made = spellings(name).map((form) => form.split(' '));
  forms.set(name, made);
  return made;
}

/** The words around the first place where a typed word stands, cut at words. */
function excerpt(body: string, typed: readonly string[]): string | undefined {
  for (const line of body.split('\n')) {
    // most lines hold none of the words: the whole of a line is folded once before its parts are
    if (!words(line).some((word) => typed.some((one) => word.startsWith(one)))) continue;
    const parts = line.split(/\s+/);
    const at = parts.findIndex((part) => words(part).some((word) => typed.some((one) => word.startsWith(one))));
    if (at < 0) continue;
    let from = at;
    let to = at + 1;
    for (let length = parts[at]?.length ?? 0; length < excerptLength && (from > 0 || to < parts.length); ) {
      if (to < parts.length) length += (parts[to++]?.length ?? 0) + 1;
      if (from > 0 && length < excerptLength) length += (parts[--from]?.length ?? 0) + 1;
    }
    const text = parts.slice(from, to).join(' ');
    return [...`${from > 0 ? '… ' : ''}${text}${to < parts.length ? ' …' : ''}`].slice(0, 2 * excerptLength).join('');
  }
  return undefined;
}
