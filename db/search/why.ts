/** Why an entry was found, in its own words: for a person to see what a hit has to do with what was typed. */
import type { SearchHit } from '../../shared/domain/search.ts';
import { type Folded, spaced, spellings } from './fold.ts';

export interface Named {
  readonly text: string;
  /** each spelling of it */
  readonly forms: readonly Folded[];
}

/** Words of effects, a term each; `all` of them in one, to see at once that none holds a word. */
export interface Terms {
  readonly each: readonly Named[];
  readonly all: Folded;
}

export interface Line {
  /** both made when the line is looked at: mostly one of the first holds what was typed */
  readonly folded: () => Folded;
  readonly parts: () => readonly { readonly text: string; readonly folded: Folded }[];
}

export interface Explained {
  readonly titles: readonly Named[];
  readonly aliases: readonly Named[];
  readonly terms: Terms;
  /** of the text; read only when nothing else holds what was typed */
  readonly lines: () => readonly Line[];
}

const excerptLength = 90;
/** Letters from which on a single word of an effect tells why. */
const tellingLength = 3;

/** Words of effects stand in many entries, titles come back with every letter that is typed. */
const knownNames = new Map<string, Named>();
const knownTerms = new Map<string, Terms>();
const mostNames = 50_000;
const mostTerms = 2_000;

export function named(text: string): Named {
  return kept(knownNames, mostNames, text, () => ({ text, forms: spellings(text).map(spaced) }));
}

/** Of terms, a line each. */
export function termsOf(text: string): Terms {
  return kept(knownTerms, mostTerms, text, () => {
    const each = text === '' ? [] : text.split('\n').map(named);
    return { each, all: each.flatMap(({ forms }) => forms).join('') };
  });
}

export function linesOf(body: string): readonly Line[] {
  return body.split('\n').map((text) => ({
    folded: once(() => spaced(text)),
    parts: once(() => text.split(/\s+/).map((part) => ({ text: part, folded: spaced(part) }))),
  }));
}

export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function kept<T>(known: Map<string, T>, most: number, key: string, make: () => T): T {
  const held = known.get(key);
  if (held !== undefined) return held;
  if (known.size >= most) known.clear();
  const made = make();
  known.set(key, made);
  return made;
}

/** A word as it is looked for at the beginning of another: with the space before it. Made once for all the texts that are looked through. */
export type Start = string;

export function startOf(word: string): Start {
  return ` ${word}`;
}

/** True when every typed word begins some word of one spelling of the name. */
function holds({ forms }: Named, typed: readonly Start[]): boolean {
  return forms.some((form) => typed.every((start) => form.includes(start)));
}

/** `instead`: the words that stand in for those that were typed, when a typing error was forgiven. No reason when only some words are there. */
export function whyFound(entry: Explained, typed: readonly Start[], instead: readonly string[]): Pick<SearchHit, 'matchedName' | 'why'> {
  const name = entry.titles.find((title) => holds(title, typed));
  const alias = name === undefined ? entry.aliases.find((other) => holds(other, typed)) : undefined;
  const why = instead.length > 0 ? ({ kind: 'typo', text: instead.join(', ') } as const) : reason(entry, typed, name, alias);
  return { ...(alias === undefined ? {} : { matchedName: alias.text }), ...(why === undefined ? {} : { why }) };
}

function reason({ terms, lines }: Explained, typed: readonly Start[], name: Named | undefined, alias: Named | undefined): SearchHit['why'] {
  if (name) return { kind: 'name', text: name.text };
  if (alias) return { kind: 'alias', text: alias.text };
  const term = termWith(terms, typed);
  if (term) return { kind: 'effect', text: term.text };
  const text = excerpt(lines(), typed);
  return text === undefined ? undefined : { kind: 'text', text };
}

/** The first term with all of the words, or else with one that tells something. */
function termWith({ each, all }: Terms, typed: readonly Start[]): Named | undefined {
  const there = typed.filter((start) => all.includes(start));
  const whole = there.length === typed.length ? each.find((one) => holds(one, typed)) : undefined;
  if (whole) return whole;
  const telling = there.filter((start) => start.length > tellingLength);
  return telling.length === 0 ? undefined : each.find(({ forms }) => forms.some((form) => telling.some((start) => form.includes(start))));
}

/** The words around the first place where a typed word stands, cut at words. */
function excerpt(lines: readonly Line[], typed: readonly Start[]): string | undefined {
  for (const line of lines) {
    const folded = line.folded();
    if (!typed.some((start) => folded.includes(start))) continue;
    const parts = line.parts();
    const at = parts.findIndex((part) => typed.some((start) => part.folded.includes(start)));
    if (at < 0) continue;
    let from = at;
    let to = at + 1;
    for (let length = parts[at]?.text.length ?? 0; length < excerptLength && (from > 0 || to < parts.length); ) {
      if (to < parts.length) length += (parts[to++]?.text.length ?? 0) + 1;
      if (from > 0 && length < excerptLength) length += (parts[--from]?.text.length ?? 0) + 1;
    }
    const text = parts
      .slice(from, to)
      .map((part) => part.text)
      .join(' ');
    return [...`${from > 0 ? '… ' : ''}${text}${to < parts.length ? ' …' : ''}`].slice(0, 2 * excerptLength).join('');
  }
  return undefined;
}
