/**
 * What changed between two versions of a request: field by field in the order of the template, text word by word, lists item by item.
 * `applyDifference` makes the second version of the first one, so that nothing that changed can go untold.
 */
import type { Bilingual } from '../domain/basics.ts';
import type { AttachmentReference, CapabilityLine, FieldValue, FieldValues } from '../domain/request.ts';
import type { FieldType } from '../domain/template.ts';
import { type Step, sequence } from './sequence.ts';

/** Words with the white space behind them; together they are the text. */
export type WordChange = Step<string>;

export type ListItem = CapabilityLine | AttachmentReference | string;

export interface ItemChange {
  /** id of a capability line or an attachment, or code of a municipality */
  readonly id: string;
  readonly kind: 'same' | 'added' | 'removed' | 'changed';
  readonly before?: ListItem;
  readonly after?: ListItem;
  /** parts of a capability line that differ: quantity, note… */
  readonly parts: readonly string[];
}

export interface FieldDifference {
  readonly field: string;
  /** absent for a field that the template does not have any more */
  readonly label?: Bilingual;
  readonly type?: FieldType;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly before?: FieldValue;
  readonly after?: FieldValue;
  /** of a text that changed */
  readonly words?: readonly WordChange[];
  /** of a list that changed: as it is now, then what is gone */
  readonly items?: readonly ItemChange[];
}

/** What the comparison asks of a template; a dossier and an advice have the like (shared/document/document-fields.ts). */
export interface ComparedFields {
  readonly sections: readonly { readonly fields: readonly { readonly id: string; readonly label: Bilingual; readonly type?: FieldType | undefined }[] }[];
}

/** Fields that differ; none when the versions say the same. */
export function difference(before: FieldValues, after: FieldValues, template: ComparedFields): FieldDifference[] {
  const fields = new Map(template.sections.flatMap((section) => section.fields.map((field) => [field.id, field] as const)));
  const others = [...Object.keys(before), ...Object.keys(after)].filter((id) => !fields.has(id)).toSorted();
  return [...new Set([...fields.keys(), ...others])].flatMap((id) => {
    const [from, to] = [own(before, id), own(after, id)];
    if (same(from, to)) return [];
    const field = fields.get(id);
    return [
      {
        field: id,
        ...(field ? { label: field.label } : {}),
        ...(field?.type ? { type: field.type } : {}),
        kind: from === undefined ? 'added' : to === undefined ? 'removed' : 'changed',
        ...(from === undefined ? {} : { before: from }),
        ...(to === undefined ? {} : { after: to }),
        ...inside(field?.type, from, to),
      },
    ];
  });
}

/** The later values: texts put together of their words, lists of their items. */
export function applyDifference(before: FieldValues, differences: readonly FieldDifference[]): FieldValues {
  const values = new Map(Object.entries(before));
  for (const { field, kind, after, words, items } of differences) {
    if (kind === 'removed' || after === undefined) values.delete(field);
    else if (words) values.set(field, words.flatMap((change) => (change.kind === 'removed' ? [] : [change.item])).join(''));
    // the items of one list are of one kind: lines, attachments or codes
    else if (items) values.set(field, items.flatMap((item) => item.after ?? []) as FieldValue);
    else values.set(field, after);
  }
  return Object.fromEntries(values);
}

function inside(type: FieldType | undefined, from: FieldValue | undefined, to: FieldValue | undefined): Pick<FieldDifference, 'words' | 'items'> {
  if ((type === 'text' || type === 'longText') && typeof from === 'string' && typeof to === 'string') return { words: wordChanges(from, to) };
  const [before, after] = [listOf(from), listOf(to)];
  if (before && after) return { items: itemChanges(before, after) };
  return {};
}

/** Codes, lines or attachments; nothing when the value is no list. */
const listOf = (value: FieldValue | undefined): readonly ListItem[] | undefined => (Array.isArray(value) ? value : undefined);
const idOf = (item: ListItem): string => (typeof item === 'string' ? item : item.id);

function itemChanges(from: readonly ListItem[], to: readonly ListItem[]): ItemChange[] {
  const held = new Map(from.map((item) => [idOf(item), item]));
  const staying = new Set(to.map(idOf));
  const now = to.map((after): ItemChange => {
    const id = idOf(after);
    const before = held.get(id);
    if (before === undefined) return { id, kind: 'added', after, parts: [] };
    const parts = partsThatDiffer(before, after);
    return { id, kind: parts.length === 0 ? 'same' : 'changed', before, after, parts };
  });
  const gone = from.filter((item) => !staying.has(idOf(item))).map((before): ItemChange => ({ id: idOf(before), kind: 'removed', before, parts: [] }));
  return [...now, ...gone];
}

function partsThatDiffer(before: ListItem, after: ListItem): string[] {
  if (typeof before === 'string' || typeof after === 'string') return [];
  const [from, to] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...from.keys(), ...to.keys()])].filter((key) => !same(from.get(key), to.get(key)));
}

/** The shortest way from one text to the other, word by word. */
export function wordChanges(from: string, to: string): readonly WordChange[] {
  return sequence(wordsOf(from), wordsOf(to));
}

/** A word with the white space behind it; white space at the very beginning stands alone. */
function wordsOf(text: string): string[] {
  return text.match(/^\s+|\S+\s*/gu) ?? [];
}

const own = (values: FieldValues, id: string): FieldValue | undefined => (Object.hasOwn(values, id) ? values[id] : undefined);

/** The same content, whatever the order of keys. */
export function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [from, to] = [Object.entries(one).filter(([, value]) => value !== undefined), new Map(Object.entries(other).filter(([, value]) => value !== undefined))];
  return from.length === to.size && from.every(([key, value]) => to.has(key) && same(value, to.get(key)));
}
