/** Which capabilities the list shows, as values. */
import type { Capability, Effect, ReadinessState, SupplyClass } from '../../../shared/domain/capability.ts';

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();

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
  const wanted = fold(words).split(/\s+/).filter(Boolean);
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

/** How many capabilities serve each effect, or one that is narrower. */
export function countsByEffect(capabilities: readonly Capability[], effects: ReadonlyMap<string, Effect>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const capability of capabilities) {
    const served = new Set(capability.effects.flatMap((id) => [id, effects.get(id)?.broader ?? id]));
    for (const id of served) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** The words of a capability do not change while it is loaded: they are folded once, not at every letter. */
const folded = new WeakMap<Capability, string>();

function foldedText(capability: Capability, effects: ReadonlyMap<string, Effect>): string {
  const text = folded.get(capability) ?? fold(wordsOf(capability, effects).join(' '));
  folded.set(capability, text);
  return text;
}

function wordsOf(capability: Capability, effects: ReadonlyMap<string, Effect>): readonly string[] {
  const { name, summary, aliases } = capability;
  const ofEffects = capability.effects.flatMap((id) => {
    const effect = effects.get(id);
    return effect ? [effect.title.nl, effect.title.en, ...effect.terms] : [];
  });
  return [name.nl, name.en, summary.nl, summary.en, ...aliases, ...ofEffects];
}

/** A fact may be used through its last day; `today` is an ISO date. */
export const isOutdated = (capability: Pick<Capability, 'validUntil'>, today: string): boolean => capability.validUntil < today;
