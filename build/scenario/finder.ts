/** A case at the finder: where its answers lead, as it stands in result.json, and how that differs from what the case expects. */
import type { Locale } from '../../shared/domain/basics.ts';
import type { FinderData, FinderOutcome, FinderPart } from '../../shared/domain/finder.ts';
import { find } from '../../shared/rules/finder/find.ts';
import type { FinderCase, FinderExpectation } from '../../test/scenarios/case.ts';

export interface FinderResultOfCase {
  readonly state: 'open' | 'found' | 'contradiction';
  /** of an outcome: basis, several, wrongApplicant, noRequest, otherWay, notDefence or noBasis */
  readonly kind: string | null;
  readonly outcome: string | null;
  readonly title: string | null;
  readonly bases: readonly string[];
  readonly templates: readonly string[];
  /** who could ask instead */
  readonly actors: readonly string[];
  readonly capabilities: readonly string[];
  /** the questions that contradict each other, or that are still to be answered */
  readonly questions: readonly string[];
  readonly reasons: readonly string[];
}

const nothing: Omit<FinderResultOfCase, 'state'> = { kind: null, outcome: null, title: null, bases: [], templates: [], actors: [], capabilities: [], questions: [], reasons: [] };

export function judgeByFinder(data: FinderData, { answers }: FinderCase, locale: Locale): FinderResultOfCase {
  const result = find(data, answers);
  if (result.state === 'open') return { ...nothing, state: 'open', questions: result.next };
  if (result.state === 'contradiction') return { ...nothing, state: 'contradiction', questions: result.questions, reasons: [result.reason[locale]] };
  const { outcome } = result;
  return {
    ...nothing,
    state: 'found',
    kind: outcome.kind,
    outcome: outcome.id,
    title: outcome.title[locale],
    bases: outcome.basisIds,
    templates: requestsOf(outcome).map(({ templateId }) => templateId),
    actors: outcome.kind === 'wrongApplicant' ? outcome.actors : [],
    capabilities: 'capabilityIds' in outcome ? outcome.capabilityIds : [],
    reasons: outcome.reasons.map(({ text }) => text[locale]),
  };
}

function requestsOf(outcome: FinderOutcome | FinderPart): readonly { readonly templateId: string }[] {
  if (outcome.kind === 'basis') return [outcome];
  return 'requests' in outcome ? outcome.requests : [];
}

/** Every difference, one sentence each. `capabilities` need only be among those that came. */
export function finderDifferences(expect: FinderExpectation, came: FinderResultOfCase): string[] {
  const { capabilities, ...others } = expect;
  const found = Object.entries(others).flatMap(([key, wanted]) => {
    const got = came[key as keyof typeof others];
    return wanted === undefined || JSON.stringify(wanted) === JSON.stringify(got) ? [] : [`finder, ${key}: expected ${JSON.stringify(wanted)}, came ${JSON.stringify(got)}`];
  });
  const missing = (capabilities ?? []).filter((id) => !came.capabilities.includes(id));
  return missing.length === 0 ? found : [...found, `finder, capabilities: expected ${missing.join(', ')} too, came ${came.capabilities.join(', ')}`];
}
