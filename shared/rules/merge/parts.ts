/**
 * What the values of a field are made of, told by their shape and never by a template: posts with other packs must come to the same
 * merge. Paths are those of shared/domain/difference.ts.
 */
import type { AnyValue } from '../../domain/difference.ts';
import { canonicalJson } from '../canonical.ts';

export type Values = Readonly<Record<string, AnyValue>>;
export type Item = Readonly<Record<string, AnyValue>>;
type Maybe = AnyValue | undefined;

export type Shape = 'plain' | 'period' | 'codes' | 'items';

/** Keys of an item that mean something only together: the first names the part. */
const together: readonly (readonly [string, ...string[]])[] = [
  ['quantity', 'unit', 'people'],
  ['description', 'capabilityId'],
];

/** The one shape that all these values have; plain when they have not one. */
export function shapeOf(values: readonly Maybe[]): Shape {
  const present = values.filter((value) => value !== undefined);
  if (present.length === 0) return 'plain';
  if (present.every(isPeriod)) return 'period';
  if (present.every((value) => Array.isArray(value) && value.every((one) => typeof one === 'string'))) return 'codes';
  if (present.every((value) => itemsOf(value) !== undefined)) return 'items';
  return 'plain';
}

function isPeriod(value: AnyValue): boolean {
  const item = asItem(value);
  return item !== undefined && Object.keys(item).length > 0 && Object.keys(item).every((key) => key === 'start' || key === 'end');
}

export function asItem(value: Maybe): Item | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}

export function codesOf(value: Maybe): readonly string[] {
  return Array.isArray(value) ? [...new Set(value.filter((one) => typeof one === 'string'))] : [];
}

/** Items by what names them, in their order; undefined when they have no names, or two have one. */
export function itemsOf(value: Maybe): ReadonlyMap<string, Item> | undefined {
  if (value === undefined) return new Map();
  if (!Array.isArray(value)) return undefined;
  const items = new Map<string, Item>();
  for (const one of value) {
    const item = asItem(one);
    const name = item?.['id'] ?? item?.['regionCode'];
    if (!item || typeof name !== 'string' || name.includes('/') || items.has(name)) return undefined;
    items.set(name, item);
  }
  return items;
}

const nameKeys = ['id', 'regionCode'];

/** The parts of an item that are merged one by one, as objects of their keys; what names the item is none. */
export function partsOf(item: Item | undefined): ReadonlyMap<string, AnyValue> {
  const parts = new Map<string, AnyValue>();
  if (!item) return parts;
  const left = new Set(Object.keys(item).filter((key) => !nameKeys.includes(key)));
  for (const keys of together) {
    const held = keys.filter((key) => left.has(key));
    if (held.length === 0) continue;
    parts.set(keys[0], Object.fromEntries(held.map((key) => [key, item[key] ?? null])));
    for (const key of held) left.delete(key);
  }
  for (const key of left) parts.set(key, item[key] ?? null);
  return parts;
}

/** An item of its name and its parts. */
export function itemOf(named: Item, parts: ReadonlyMap<string, AnyValue>): Item {
  const names = nameKeys.flatMap((key): [string, AnyValue][] => (named[key] === undefined ? [] : [[key, named[key]]]));
  const rest = [...parts].flatMap(([key, value]) => (isTogether(key) ? Object.entries(asItem(value) ?? {}) : [[key, value] as const]));
  return Object.fromEntries([...names, ...rest]);
}

const isTogether = (part: string): boolean => together.some(([first]) => first === part);

/** One text for one value, whatever the order of keys; `undefined` and null are both 'no value'. */
export function keyOf(value: Maybe): string {
  return value === undefined ? 'null' : canonicalJson(value);
}

/** The value at a path; undefined when there is none. */
export function valueAt(values: Values, path: string): Maybe {
  const [field = '', inside, part] = path.split('/');
  const value = values[field];
  if (inside === undefined) return value;
  const items = Array.isArray(value) ? itemsOf(value) : undefined;
  if (!items) return asItem(value)?.[inside];
  const item = items.get(inside);
  return part === undefined ? item : partsOf(item).get(part);
}

/** The values with another value at a path; null takes it away. What becomes empty is absent. */
export function withValue(values: Values, path: string, value: AnyValue): Values {
  const [field = '', inside, part] = path.split('/');
  const now = values[field];
  if (inside === undefined) return withField(values, field, value);
  if (now !== undefined && !Array.isArray(now)) return withField(values, field, emptied({ ...asItem(now), [inside]: value }));
  // a list that went empty has no shape: a part with a name of three is of an item
  if (now === undefined && (inside === 'start' || inside === 'end')) return withField(values, field, emptied({ [inside]: value }));
  const items = new Map(itemsOf(now) ?? []);
  if (part !== undefined) {
    const item = items.get(inside);
    if (!item) return values;
    const parts = new Map(partsOf(item));
    if (value === null) parts.delete(part);
    else parts.set(part, value);
    items.set(inside, itemOf(item, parts));
  } else {
    const item = asItem(value);
    if (item) items.set(inside, item);
    else items.delete(inside);
  }
  return withField(values, field, items.size === 0 ? null : [...items.values()]);
}

function withField(values: Values, field: string, value: AnyValue): Values {
  const { [field]: _, ...others } = values;
  return value === null ? others : { ...others, [field]: value };
}

function emptied(item: Record<string, AnyValue>): AnyValue {
  const held = Object.entries(item).filter(([, value]) => value !== null);
  return held.length === 0 ? null : Object.fromEntries(held);
}
