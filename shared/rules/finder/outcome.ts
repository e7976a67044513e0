/** The words and values of an outcome of the finder. */
import type { FinderData, FinderFact, FinderPart, FinderRequest, FinderSeveral, FinderValues } from '../../domain/finder.ts';
import type { Template } from '../../domain/template.ts';
import { type Leaf, leafKey, notesFor } from './decide.ts';

/** Two tasks that both lead to no request leave what the first of them says. */
function telling(leaves: readonly Leaf[]): readonly Leaf[] {
  return leaves.some(({ outcome }) => outcome.kind === 'request') ? leaves : leaves.slice(0, 1);
}

/** Names the outcome: the same key, the same outcome. */
export const outcomeKey = (leaves: readonly Leaf[]): string => telling(leaves).map(leafKey).toSorted().join('+');

export function outcomeOf(data: FinderData, all: readonly Leaf[]): FinderPart | FinderSeveral {
  const leaves = telling(all);
  const asking = leaves.filter(({ outcome }) => outcome.kind === 'request');
  const allowed = asking.filter(({ redirect }) => !redirect);
  const requests = asking.flatMap((leaf) => requestsOf(data, leaf));
  const common = { id: outcomeKey(leaves), ...standing(requests) };
  const [first] = leaves;
  const [turnedAway] = asking;
  if (turnedAway?.redirect && allowed.length === 0) {
    const { title, todo } = turnedAway.redirect;
    const actors = [...new Set(asking.flatMap(({ outcome }) => (outcome.kind === 'request' ? outcome.askers : [])))];
    return { ...common, kind: 'wrongApplicant', title, todo, actors, requests, reasons: once(asking.flatMap((leaf) => reasonsOf(data, leaf))) };
  }
  if (first && leaves.length === 1 && requests.length < 2) return partOf(data, first);
  return {
    ...common,
    kind: 'several',
    title: first && leaves.length === 1 ? first.outcome.title : data.several.title,
    reasons: once([...data.several.reasons, ...allowed.flatMap((leaf) => reasonsOf(data, leaf))]),
    requests,
    besides: leaves.filter((leaf) => !allowed.includes(leaf)).map((leaf) => partOf(data, leaf)),
  };
}

function partOf(data: FinderData, leaf: Leaf): FinderPart {
  const { outcome, redirect } = leaf;
  const requests = requestsOf(data, leaf);
  const common = { id: leafKey(leaf), ...standing(requests), reasons: once(reasonsOf(data, leaf)) };
  if (outcome.kind !== 'request') {
    const { kind, title, todo, capabilities, contacts } = outcome;
    return { ...common, kind, title, todo, capabilityIds: capabilities, contactIds: contacts };
  }
  if (redirect) return { ...common, kind: 'wrongApplicant', title: redirect.title, todo: redirect.todo, actors: outcome.askers, requests };
  const [request] = requests;
  if (!request) throw new Error(`outcome ${outcome.id} has no request`); // its schema demands one
  return { ...common, ...request, kind: 'basis', title: outcome.title };
}

/** What stands out first: why not this applicant, then why this basis, then what these answers add. */
function reasonsOf(data: FinderData, { outcome, redirect, answers }: Leaf): FinderFact[] {
  const notes = notesFor(data, outcome.id, answers);
  return [...(redirect?.reasons ?? []), ...outcome.reasons, ...notes.map(({ text, provenance }) => ({ text, provenance }))];
}

function requestsOf(data: FinderData, { outcome, redirect, answers }: Leaf): FinderRequest[] {
  if (outcome.kind !== 'request') return [];
  const right = redirect ? (redirect.right ?? outcome.askers[0]) : undefined;
  const given = right === undefined ? answers : { ...answers, [data.askerQuestion]: right };
  const filled = data.questions.map(({ id, options }) => options.find(({ value }) => value === given[id])?.values ?? {});
  return outcome.requests.map(({ basis, template, purpose, values }) => ({
    basisId: basis,
    templateId: template,
    purpose,
    values: Object.assign({}, ...filled, values) as FinderValues,
    isCompetent: redirect === undefined,
  }));
}

/** The values that the template has a field for and, where it is a choice, an option. */
export function fitting(template: Pick<Template, 'sections'>, values: FinderValues): FinderValues {
  const fields = new Map(template.sections.flatMap((section) => section.fields.map((field) => [field.id, field] as const)));
  return Object.fromEntries(
    Object.entries(values).filter(([id, value]) => {
      const field = fields.get(id);
      if (!field) return false;
      if (field.type === 'yesNo') return typeof value === 'boolean';
      if (field.type === 'choice') return field.options?.some((option) => option.value === value) ?? false;
      return field.type === 'text' || field.type === 'longText' ? typeof value === 'string' : false;
    }),
  );
}

const standing = (requests: readonly FinderRequest[]): Pick<FinderPart, 'basisIds' | 'templateIds'> => ({
  basisIds: [...new Set(requests.map(({ basisId }) => basisId))],
  templateIds: [...new Set(requests.map(({ templateId }) => templateId))],
});

const once = (facts: readonly FinderFact[]): FinderFact[] => facts.filter((fact, index) => facts.findIndex(({ text }) => text.nl === fact.text.nl) === index);
