/** Which capabilities the list shows, as values. */
import type { Bilingual } from '../../../shared/domain/basics.ts';
import type { Capability, Effect, ReadinessState, SupplyClass } from '../../../shared/domain/capability.ts';
import type { SearchHit } from '../../../shared/domain/search.ts';

const isPlain = /^[\x20-\x7e]*$/;

/** Most texts need no more than their case changed. */
const fold = (text: string): string => (isPlain.test(text) ? text.toLowerCase() : text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase());

export interface CatalogueFilter {
  readonly effect: string | undefined;
  readonly words: string;
  readonly supply?: SupplyClass | undefined;
  readonly readiness?: ReadinessState | undefined;
  readonly call?: Capability['call']['how'] | undefined;
}

/** The effect and the narrower ones under it. */
export const withNarrower = (effect: string, effects: Iterable<Effect>): readonly string[] => [effect, ...[...effects].filter((one) => one.broader === effect).map((one) => one.id)];

/** Every word must stand somewhere in what the catalogue says of the capability or of its effects. */
export function filtered(capabilities: readonly Capability[], effects: ReadonlyMap<string, Effect>, { effect, words, supply, readiness, call }: CatalogueFilter): readonly Capability[] {
  const wanted = wordsIn(words);
  const asked = effect === undefined ? undefined : withNarrower(effect, effects.values());
  return capabilities.filter((capability) => {
    if (asked && !capability.effects.some((id) => asked.includes(id))) return false;
    if (supply !== undefined && capability.supply.class !== supply) return false;
    if (readiness !== undefined && capability.readiness.state !== readiness) return false;
    if (call !== undefined && capability.call.how !== call) return false;
    if (wanted.length === 0) return true;
    const text = foldedText(capability, effects);
    return wanted.every((word) => text.includes(word));
  });
}

const wordsIn = (text: string): readonly string[] => fold(text).split(/\s+/).filter(Boolean);

/** Why the list shows it, in its own words: nothing where the row itself says each word that was typed. */
export function whyListed(capability: Capability, effects: ReadonlyMap<string, Effect>, words: string, bilingual: (text: Bilingual) => string): SearchHit['why'] {
  const row = fold(`${bilingual(capability.name)} ${bilingual(capability.summary)}`);
  const unsaid = wordsIn(words).filter((word) => !row.includes(word));
  if (unsaid.length === 0) return undefined;
  const { names, terms } = otherWordsOf(capability, effects);
  const best = (texts: readonly string[]): string | undefined => {
    const folded = texts.map((text) => ({ text, folded: fold(text) }));
    return (folded.find((one) => unsaid.every((word) => one.folded.includes(word))) ?? folded.find((one) => unsaid.some((word) => one.folded.includes(word))))?.text;
  };
  const alias = best(names);
  if (alias !== undefined) return { kind: 'alias', text: alias };
  const term = best(terms);
  return term === undefined ? undefined : { kind: 'effect', text: term };
}

/** How many capabilities serve each effect, or one that is narrower. */
export function countsByEffect(capabilities: readonly Capability[], effects: ReadonlyMap<string, Effect>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const capability of capabilities) {
    const served = new Set(capability.effects.flatMap((id) => [id, effects.get(id)?.broader ?? id]));
    for (const id of served) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** The words of a capability and of an effect do not change while they are loaded: they are folded once, not at every letter, nor for every capability that serves an effect. */
const folded = new WeakMap<Capability | Effect, string>();

function foldedText(capability: Capability, effects: ReadonlyMap<string, Effect>): string {
  const { name, aliases, summary, effects: served } = capability;
  return foldedOnce(capability, () => [name.nl, name.en, ...aliases, summary.nl, summary.en].map(fold).concat(served.map((id) => foldedEffect(effects.get(id)))).join(' '));
}

/** So many take no longer than a letter that is drawn. */
const foldedAtATime = 200;

/** Folds them before anybody types, a part at a time; the answer stops it. */
export function foldAhead(capabilities: readonly Capability[], effects: ReadonlyMap<string, Effect>): () => void {
  let from = 0;
  const part = (): void => {
    for (const capability of capabilities.slice(from, from + foldedAtATime)) foldedText(capability, effects);
    from += foldedAtATime;
    if (from < capabilities.length) timer = setTimeout(part, 0);
  };
  let timer = setTimeout(part, 0);
  return () => clearTimeout(timer);
}

function foldedEffect(effect: Effect | undefined): string {
  return effect === undefined ? '' : foldedOnce(effect, () => fold(termsOf(effect).join(' ')));
}

function foldedOnce(one: Capability | Effect, make: () => string): string {
  const text = folded.get(one) ?? make();
  folded.set(one, text);
  return text;
}

const termsOf = ({ title, terms }: Effect): readonly string[] => [title.nl, title.en, ...terms];

/** Its names in both languages and its other names, and the words of its effects. */
function otherWordsOf({ name, aliases, effects: served }: Capability, effects: ReadonlyMap<string, Effect>): { readonly names: readonly string[]; readonly terms: readonly string[] } {
  const terms = served.flatMap((id) => {
    const effect = effects.get(id);
    return effect ? termsOf(effect) : [];
  });
  return { names: [name.nl, name.en, ...aliases], terms };
}

/** A fact may be used through its last day; `today` is an ISO date. */
export const isOutdated = (capability: Pick<Capability, 'validUntil'>, today: string): boolean => capability.validUntil < today;
