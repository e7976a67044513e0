/**
 * Three-way merge of the values of a document, by what the fields mean: a field that only one side changed is taken, texts are joined by
 * paragraph, lists by item, the two ends of a period apart; quantities are never added up. What both sides changed stays open with both
 * values (shared/domain/difference.ts). Pure, and the same whatever the packs, the post or the time.
 */
import { diff3Merge } from 'node-diff3';
import type { AnyValue, Candidate, OpenDifferences } from '../../domain/difference.ts';
import { canonicalJson } from '../canonical.ts';
import { type Item, type Values, asItem, codesOf, itemOf, itemsOf, keyOf, partsOf, shapeOf } from './parts.ts';

export interface State {
  readonly values: Values;
  readonly open: OpenDifferences;
}

export interface Side extends State {
  /** the revision that brought the value of a field to this side */
  readonly origin: (field: string) => string;
}

/** A path that was joined without a question. */
export interface Joined {
  readonly path: string;
  readonly from: 'one' | 'other' | 'both';
}

export interface Merged extends State {
  readonly joined: readonly Joined[];
}

type Maybe = AnyValue | undefined;

/**
 * `bases` are the nearest revisions that both sides go on from; where there are several that differ in a field, nobody can say which
 * side changed it, and two values stay open. The sides must be given in one order on every post: by the ids of their revisions.
 */
export function merge(bases: readonly State[], one: Side, other: Side): Merged {
  const values: Record<string, AnyValue> = {};
  const open: Record<string, readonly Candidate[]> = {};
  const joined: Joined[] = [];
  const put = { open, joined, bases, one, other };
  const openFields = [one, other].flatMap((side) => Object.keys(side.open).map((path) => path.split('/')[0] ?? ''));
  const fields = [...new Set([...Object.keys(one.values), ...Object.keys(other.values), ...bases.flatMap((base) => Object.keys(base.values)), ...openFields])].sort();
  for (const field of fields) {
    const value = mergeField(put, field);
    if (value !== undefined) values[field] = value;
  }
  return { values, open, joined };
}

interface Put {
  readonly open: Record<string, readonly Candidate[]>;
  readonly joined: Joined[];
  readonly bases: readonly State[];
  readonly one: Side;
  readonly other: Side;
}

/** The same place in the bases and on both sides. */
interface Place {
  readonly bases: readonly Maybe[];
  readonly one: Maybe;
  readonly other: Maybe;
}

function mergeField(put: Put, field: string): Maybe {
  const place: Place = { bases: put.bases.map((base) => base.values[field]), one: put.one.values[field], other: put.other.values[field] };
  if (put.bases.length > 0 && sameEverywhere(put, field, place)) return place.one;
  const shape = isOpen(put, field) ? 'plain' : shapeOf([...place.bases, place.one, place.other]);
  switch (shape) {
    case 'plain':
      return leaf(put, field, place);
    case 'period':
      return mergePeriod(put, field, place);
    case 'codes':
      return mergeCodes(put, field, place);
    case 'items':
      return mergeItems(put, field, place);
  }
}

/** Most fields were touched by nobody: told in one look. */
function sameEverywhere({ bases, one, other }: Put, field: string, place: Place): boolean {
  if (place.one !== place.other && keyOf(place.one) !== keyOf(place.other)) return false;
  const touched = (state: State): boolean => Object.keys(state.open).some((path) => path === field || path.startsWith(`${field}/`));
  return !touched(one) && !touched(other) && !bases.some(touched);
}

const isOpen = ({ one, other }: Put, path: string): boolean => one.open[path] !== undefined || other.open[path] !== undefined;

function mergePeriod(put: Put, field: string, place: Place): Maybe {
  const ends = ['start', 'end'].flatMap((end): [string, AnyValue][] => {
    const value = leaf(put, `${field}/${end}`, each(place, (whole) => asItem(whole)?.[end]));
    return value === undefined ? [] : [[end, value]];
  });
  return ends.length === 0 ? undefined : Object.fromEntries(ends);
}

function mergeCodes(put: Put, field: string, place: Place): Maybe {
  const [one, other] = [codesOf(place.one), codesOf(place.other)];
  const bases = place.bases.map((base) => new Set(codesOf(base)));
  const stays = (code: string): boolean => {
    if (one.includes(code) && other.includes(code)) return true;
    // gone on one side: taken away there, unless no base had it (then it was added here)
    return !(bases.length > 0 && bases.every((base) => base.has(code)));
  };
  const kept = inOrder(place, codesOf).filter(stays);
  tell(put, field, place, kept);
  return kept.length === 0 ? undefined : kept;
}

function mergeItems(put: Put, field: string, place: Place): Maybe {
  const listOf = (value: Maybe): ReadonlyMap<string, Item> => itemsOf(value) ?? new Map();
  const lists = { bases: place.bases.map(listOf), one: listOf(place.one), other: listOf(place.other) };
  const openItems = [put.one, put.other].flatMap((side) =>
    Object.keys(side.open).flatMap((path) => (path.startsWith(`${field}/`) ? [path.split('/')[1] ?? ''] : [])),
  );
  const order = [...new Set([...inOrder(place, (value) => [...listOf(value).keys()]), ...openItems.sort()])];
  const kept = order.flatMap((name): AnyValue[] => {
    const path = `${field}/${name}`;
    const item = { bases: lists.bases.map((list) => list.get(name)), one: lists.one.get(name), other: lists.other.get(name) };
    const value = isOpen(put, path) || item.one === undefined || item.other === undefined ? itemOnOneSide(put, path, item) : mergeParts(put, path, item.one, item);
    return value === undefined ? [] : [value];
  });
  return kept.length === 0 ? undefined : kept;
}

interface ItemPlace extends Place {
  readonly bases: readonly (Item | undefined)[];
  readonly one: Item | undefined;
  readonly other: Item | undefined;
}

/** An item that only one side has: added there, or taken away by the other; open when it was changed and taken away. */
function itemOnOneSide(put: Put, path: string, item: ItemPlace): Maybe {
  const value = leaf(put, path, item);
  // what stands open inside an item that is simply kept stays open
  const side = item.one === undefined ? put.other : put.one;
  if (value !== undefined && put.open[path] === undefined) {
    for (const [inside, candidates] of Object.entries(side.open)) if (inside.startsWith(`${path}/`)) put.open[inside] = candidates;
  }
  return value;
}

function mergeParts(put: Put, path: string, named: Item, item: ItemPlace): AnyValue {
  const parts = { bases: item.bases.map(partsOf), one: partsOf(item.one), other: partsOf(item.other) };
  const openParts = [put.one, put.other].flatMap((side) => Object.keys(side.open).flatMap((at) => (at.startsWith(`${path}/`) ? [at.slice(path.length + 1)] : [])));
  const names = [...new Set([...parts.one.keys(), ...parts.other.keys(), ...openParts])].sort();
  const merged = new Map<string, AnyValue>();
  for (const part of names) {
    const value = leaf(put, `${path}/${part}`, { bases: parts.bases.map((held) => held.get(part)), one: parts.one.get(part), other: parts.other.get(part) });
    if (value !== undefined) merged.set(part, value);
  }
  return itemOf(named, merged);
}

const among = (names: readonly string[], allowed: readonly string[]): string => JSON.stringify(names.filter((name) => allowed.includes(name)));

/** The order of the side that changed it; what only the other has comes behind. */
function inOrder({ bases, one, other }: Place, namesOf: (value: Maybe) => readonly string[]): string[] {
  const [first, second] = [namesOf(one), namesOf(other)];
  const base = namesOf(bases[0]);
  const moved = (names: readonly string[]): boolean => bases.length !== 1 || among(names, base) !== among(base, names);
  const asItWas = bases.length === 1 && JSON.stringify(first) === JSON.stringify(base);
  return [...new Set(asItWas || (moved(second) && !moved(first)) ? [...second, ...first] : [...first, ...second])];
}

const each = (place: Place, part: (value: Maybe) => Maybe): Place => ({ bases: place.bases.map(part), one: part(place.one), other: part(place.other) });

/** One value that is taken whole, or stays open. */
function leaf(put: Put, path: string, place: Place): Maybe {
  const mine = candidatesOf(put.one, path, place.one);
  const theirs = candidatesOf(put.other, path, place.other);
  const [stateOfOne, stateOfOther] = [stateOf(mine, place.one), stateOf(theirs, place.other)];
  const baseStates = place.bases.map((value, index) => stateOf(candidatesOf(put.bases[index], path, value), value));
  const unchanged = (state: string): boolean => baseStates.length > 0 && baseStates.every((base) => base === state);

  if (stateOfOne === stateOfOther) return settle(put, path, joinedCandidates(mine, theirs), { value: place.one });
  if (unchanged(stateOfOne)) return take(put, path, 'other', theirs, place.other);
  if (unchanged(stateOfOther)) return take(put, path, 'one', mine, place.one);
  if (mine.size === 1 && theirs.size === 1) {
    const text = mergeText(place);
    if (text !== undefined) {
      put.joined.push({ path, from: 'both' });
      return text;
    }
  }
  const former = new Set(place.bases.flatMap((value, index) => [...candidatesOf(put.bases[index], path, value).keys()]));
  return settle(put, path, stillOpen(mine, theirs, former));
}

type Candidates = ReadonlyMap<string, Candidate>;

/** All values that stand at a path on one side, by their text: those that are open, and the one that the document holds. */
function candidatesOf(side: State | Side | undefined, path: string, value: Maybe): Candidates {
  const found = new Map<string, Candidate>();
  if (!side) return found;
  for (const one of side.open[path] ?? []) found.set(keyOf(one.value), one);
  const key = keyOf(value);
  if (!found.has(key)) found.set(key, { value: value ?? null, ...('origin' in side ? { revision: side.origin(path.split('/')[0] ?? '') } : {}) });
  return found;
}

const stateOf = (candidates: Candidates, value: Maybe): string => [keyOf(value), ...[...candidates.keys()].sort()].join('\n');

function take(put: Put, path: string, from: 'one' | 'other', candidates: Candidates, value: Maybe): Maybe {
  put.joined.push({ path, from });
  return settle(put, path, candidates, { value });
}

/** Both kept what they had: of a value that both name the smaller revision, so that every post writes the same. */
function joinedCandidates(mine: Candidates, theirs: Candidates): Candidates {
  const all = new Map(mine);
  for (const [key, one] of theirs) {
    const held = all.get(key);
    if (!held || (one.revision ?? '') < (held.revision ?? '')) all.set(key, one);
  }
  return all;
}

/**
 * What stands open when both changed a path. Who decided for one value has set aside those that were open before; what the other
 * side brought anew stays. Two that decided otherwise stand against each other again.
 */
function stillOpen(mine: Candidates, theirs: Candidates, former: ReadonlySet<string>): Candidates {
  const all = joinedCandidates(mine, theirs);
  const isNew = (key: string): boolean => !former.has(key);
  const kept = [...all].filter(([key]) => {
    if (mine.size === 1 && mine.has(key)) return true;
    if (theirs.size === 1 && theirs.has(key)) return true;
    return isNew(key) || (mine.has(key) && theirs.has(key));
  });
  return new Map(kept.length === 0 ? all : kept);
}

/** One value is simply the value; of several, where no side shows one, the first is shown until a person decides. */
function settle(put: Put, path: string, candidates: Candidates, shown?: { readonly value: Maybe }): Maybe {
  const sorted = [...candidates.values()].sort((left, right) => (sortKey(left) < sortKey(right) ? -1 : 1));
  if (sorted.length > 1) put.open[path] = sorted;
  if (sorted.length > 1 && shown) return shown.value;
  const value = sorted[0]?.value;
  return value === null ? undefined : value;
}

/** By the revision that brought it; 'no value' last, so that what somebody wrote is what shows. */
const sortKey = ({ value, revision }: Candidate): string => `${value === null ? 1 : 0}${revision ?? ''}${canonicalJson(value)}`;

/** Joined by paragraph; undefined where both changed the same one, or where there are no paragraphs. */
function mergeText({ bases, one, other }: Place): string | undefined {
  const [base] = bases;
  if (typeof one !== 'string' || typeof other !== 'string' || typeof base !== 'string' || bases.some((held) => held !== base)) return undefined;
  if (![base, one, other].some((text) => text.includes('\n'))) return undefined;
  const regions = diff3Merge(one.split('\n'), base.split('\n'), other.split('\n'), { excludeFalseConflicts: true });
  const lines: string[] = [];
  for (const region of regions) {
    if (!region.ok) return undefined;
    lines.push(...region.ok);
  }
  return lines.join('\n');
}

function tell(put: Put, path: string, { one, other }: Place, merged: readonly string[]): void {
  const key = canonicalJson(merged);
  const [mine, theirs] = [canonicalJson(codesOf(one)), canonicalJson(codesOf(other))];
  if (mine === theirs) return;
  put.joined.push({ path, from: key === mine ? 'one' : key === theirs ? 'other' : 'both' });
}
