/**
 * From answers to the legal basis. Pure, and a function of the set of answers: in which order they came makes no difference. It says
 * 'found' as soon as nothing that is still open could change the outcome.
 */
import type { FinderAnswers, FinderChange, FinderData, FinderResult, FinderSummary } from '../../domain/finder.ts';
import { type Contradiction, type Leaf, decide, known } from './decide.ts';
import { outcomeKey, outcomeOf } from './outcome.ts';

export function find(data: FinderData, given: FinderAnswers): FinderResult {
  const answers = known(data, given);
  const reach = reachable(data, answers);
  const { direct } = reach;
  if (direct) return { state: 'found', outcome: { ...outcomeOf(data, direct), changes: changes(data, answers, direct) } };
  const clash = reach.clashes[0];
  if (reach.ends.size === 0 && clash) {
    const questions = data.questions.map(({ id }) => id).filter((id) => Object.hasOwn(clash.when, id) && Object.hasOwn(answers, id));
    return { state: 'contradiction', questions, reason: clash.reason, provenance: clash.provenance };
  }
  const next = data.questions.map(({ id }) => id).filter((id) => reach.asked.has(id));
  return { state: 'open', next, stillPossible: [...reach.ends.values()].map((leaves) => summaryOf(data, leaves)) };
}

interface Reach {
  /** every outcome that the open answers can still lead to, by key */
  readonly ends: Map<string, readonly Leaf[]>;
  readonly asked: Set<string>;
  readonly clashes: readonly Contradiction[];
  /** set when the outcome is settled: the leaves with the answers as given */
  readonly direct: readonly Leaf[] | undefined;
}

/** Goes on from every answer that the rules ask for, leaving out those that contradict. */
function reachable(data: FinderData, answers: FinderAnswers): Reach {
  const ends = new Map<string, readonly Leaf[]>();
  const asked = new Set<string>();
  const clashes: Contradiction[] = [];
  const explore = (from: FinderAnswers): void => {
    const decision = decide(data, from);
    if ('clash' in decision) {
      clashes.push(decision.clash);
    } else if ('ask' in decision) {
      asked.add(decision.ask);
      const question = data.questions.find(({ id }) => id === decision.ask);
      for (const { value } of question?.options ?? []) explore({ ...from, [decision.ask]: value });
    } else {
      const key = outcomeKey(decision.leaves);
      if (!ends.has(key)) ends.set(key, decision.leaves);
    }
  };
  explore(answers);
  const [only] = ends.values();
  if (ends.size !== 1 || !only) return { ends, asked, clashes, direct: undefined };
  // what an unasked question would have filled in must not appear as answered
  return { ends, asked, clashes, direct: asked.size === 0 ? only : only.map((leaf) => ({ ...leaf, answers: without(leaf.answers, asked) })) };
}

function without(answers: FinderAnswers, asked: ReadonlySet<string>): FinderAnswers {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !asked.has(id)));
}

/** One answer given otherwise, or one given that could stay open: which of those lead elsewhere, and where to. */
function changes(data: FinderData, answers: FinderAnswers, found: readonly Leaf[]): FinderChange[] {
  const here = outcomeKey(found);
  return data.questions.flatMap(({ id, options, whenSilent }) => {
    const now = answers[id] ?? whenSilent;
    if (now === undefined) return [];
    return options.flatMap(({ value }): FinderChange[] => {
      if (value === now) return [];
      const outcome = settled(data, { ...answers, [id]: value }, here);
      return outcome ? [{ question: id, option: value, outcome }] : [];
    });
  });
}

function settled(data: FinderData, answers: FinderAnswers, besides: string): FinderSummary | undefined {
  const { direct } = reachable(data, answers);
  return direct && outcomeKey(direct) !== besides ? summaryOf(data, direct) : undefined;
}

const summaries = new WeakMap<FinderData, Map<string, FinderSummary>>();

/** The same outcome is named in many places; its words are made once. */
function summaryOf(data: FinderData, leaves: readonly Leaf[]): FinderSummary {
  const made = summaries.get(data) ?? new Map<string, FinderSummary>();
  summaries.set(data, made);
  const key = outcomeKey(leaves);
  const held = made.get(key);
  if (held) return held;
  const { id, kind, title, basisIds, templateIds } = outcomeOf(data, leaves);
  const fresh = { id, kind, title, basisIds, templateIds };
  made.set(key, fresh);
  return fresh;
}
