/**
 * What a value says, in words: whole, an item of it, or a part of an item. For history and differences, which show values of every kind of
 * document, also of an older template or of a newer post; a value whose shape nobody foresaw is told by its parts, never dropped.
 */
import { adviceFindings, availabilityStates, gripLevels } from '../domain/choices.ts';
import type { Locale } from '../domain/basics.ts';
import { moment, momentText } from '../domain/moment.ts';
import type { FieldValue } from '../domain/request.ts';
import { type MessageId, say } from '../messages/index.ts';
import type { DocumentField } from './document-fields.ts';
import { type Places, fieldText, kept } from './field-text.ts';
import { numberText } from './format.ts';

export interface ValueReading {
  readonly locale: Locale;
  readonly reference: Places;
  /** fields of the document, for what names one of them */
  readonly fields: ReadonlyMap<string, DocumentField>;
}

type Item = Readonly<Record<string, unknown>>;

const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Its paragraphs or its items, one each; none when there is nothing. */
export function valueText(reading: ValueReading, field: DocumentField | undefined, value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  if (field?.type === 'signature' || field?.type === 'capabilityLines' || !field?.type) return shapeText(reading, value);
  // the store checked it against the type of its field; of another shape it says nothing there, and is told by its shape
  const text = fieldText({ locale: reading.locale, values: { [field.id]: value as FieldValue }, reference: reading.reference }, { ...field, type: field.type });
  return text.length > 0 ? text : shapeText(reading, value);
}

function shapeText(reading: ValueReading, value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map((one) => itemText(reading, one));
  if (isItem(value)) return partsText(reading, value, new Set());
  if (typeof value === 'string') return kept((momentIn(value) ?? value).split('\n'));
  return kept([plainText(reading.locale, value)]);
}

function plainText(locale: Locale, value: unknown): string {
  if (typeof value === 'string') return momentIn(value) ?? value;
  if (typeof value === 'boolean') return say(locale, value ? 'document.yes' : 'document.no');
  if (typeof value === 'number') return numberText(locale, value);
  return value === null || value === undefined ? '' : JSON.stringify(value);
}

function momentIn(text: string): string | undefined {
  const at = text.endsWith(']') ? moment(text) : undefined;
  return at && momentText(at);
}

/** What names an item, and so stands first in its text. */
const naming = ['description', 'regionCode', 'name', 'field'] as const;
/** What only the machine reads. */
const unsaid: ReadonlySet<string> = new Set(['id', 'capabilityId', 'sha256', 'by', 'at']);

/** A line of capabilities, a region with its level, a municipality, an attachment… in one line of text. */
export function itemText(reading: ValueReading, item: unknown): string {
  if (item === undefined || item === null) return '';
  if (!isItem(item)) return typeof item === 'string' ? (reading.reference.municipalities[item]?.name ?? item) : plainText(reading.locale, item);
  const name = itemName(reading, item);
  return [name, ...partsText(reading, item, new Set(naming))].join(' · ');
}

/** What an item is called. */
export function itemName(reading: ValueReading, item: Item): string {
  const key = naming.find((one) => typeof item[one] === 'string' && item[one] !== '');
  return key === undefined ? say(reading.locale, 'request.lineUnnamed') : namedBy(reading, String(item[key]));
}

/** The name of a region, a municipality or a field where the text is its code; else the text itself. */
export function namedBy({ locale, reference, fields }: ValueReading, text: string): string {
  return reference.regions[text]?.name ?? reference.municipalities[text]?.name ?? fields.get(text)?.label[locale] ?? text;
}

function partsText(reading: ValueReading, item: Item, without: ReadonlySet<string>): readonly string[] {
  const counted = quantityText(reading.locale, item);
  const rest = Object.keys(item).filter((key) => !without.has(key) && !unsaid.has(key) && !['quantity', 'unit', 'people'].includes(key));
  const parts = rest.flatMap((key) => {
    const text = partText(reading, key, item[key]);
    if (text === '') return [];
    return plainParts.has(key) ? [text] : [`${partName(reading.locale, key)}: ${text}`];
  });
  return [...(counted === '' ? [] : [counted]), ...parts];
}

/** Parts that say by themselves what they are. */
const plainParts: ReadonlySet<string> = new Set(['grip', 'state', 'finding', 'function', 'office', 'description']);

/** '100 militairen · Mensen in totaal: 100' */
function quantityText(locale: Locale, { quantity, unit, people }: Item): string {
  const number = typeof quantity === 'number' ? numberText(locale, quantity) : '';
  const amount = [number, typeof unit === 'string' ? unit : ''].filter(Boolean).join(' ');
  const heads = typeof people === 'number' ? `${say(locale, 'request.linePeople')}: ${numberText(locale, people)}` : '';
  return [amount, heads].filter(Boolean).join(' · ');
}

/** What a part of an item says: quantity, unit and people are one part, and so are description and capability. */
export function partText(reading: ValueReading, part: string, value: unknown): string {
  if (isItem(value)) {
    if (part === 'quantity') return quantityText(reading.locale, value);
    if (part === 'description' && typeof value['description'] === 'string') return value['description'];
    return partsText(reading, value, new Set()).join(' · ');
  }
  if (Array.isArray(value)) return value.map((one) => itemText(reading, one)).join('; ');
  if (typeof value === 'string') {
    const word = wordOf(reading.locale, part, value);
    if (word !== undefined) return word;
    if (part === 'field' || part === 'regionCode') return namedBy(reading, value);
  }
  return plainText(reading.locale, value);
}

/** The word of a choice that a part holds. */
function wordOf(locale: Locale, part: string, value: string): string | undefined {
  const grip = part === 'grip' ? gripLevels.find((one) => one === value) : undefined;
  if (grip) return say(locale, `dossier.grip.${grip}`);
  const state = part === 'state' ? availabilityStates.find((one) => one === value) : undefined;
  if (state) return say(locale, `advice.availability.${state}`);
  const finding = part === 'finding' ? adviceFindings.find((one) => one === value) : undefined;
  return finding && say(locale, `advice.finding.${finding}`);
}

const partNames: Readonly<Record<string, MessageId>> = {
  start: 'request.periodStart',
  end: 'request.periodEnd',
  quantity: 'request.lineQuantity',
  unit: 'request.lineUnit',
  people: 'request.linePeople',
  description: 'request.lineDescription',
  substitutes: 'request.lineSubstitutes',
  note: 'request.lineNote',
  grip: 'values.grip',
  state: 'adviceDesk.availabilityState',
  asOf: 'adviceDesk.availabilityAsOf',
  toldBy: 'adviceDesk.availabilityBy',
  finding: 'adviceDesk.finding',
  reason: 'adviceDesk.findingReason',
  source: 'adviceDesk.findingSource',
  field: 'values.field',
  value: 'adviceDesk.proposalValue',
  why: 'adviceDesk.proposalWhy',
  function: 'request.contactFunction',
  name: 'request.signatureName',
  phone: 'request.contactPhone',
  mail: 'request.contactMail',
  office: 'request.signatureOffice',
  mandated: 'request.signatureMandated',
  mandate: 'request.signatureMandate',
  signedAt: 'request.signatureAt',
  coordinates: 'fields.placeCoordinates',
  sha256: 'values.content',
};

export function partName(locale: Locale, part: string): string {
  const id = partNames[part];
  return id === undefined ? part : say(locale, id);
}

/** What stands open, from the field to the part: 'Capaciteiten', 'Algemene eenheid', 'Aantal'. */
export function pathWords(reading: ValueReading, { path, item }: { readonly path: string; readonly item?: string | undefined }): readonly string[] {
  const { locale, fields } = reading;
  const [field = '', inside, part] = path.split('/');
  return [fields.get(field)?.label[locale] ?? field, ...(inside === undefined ? [] : [insideName(reading, inside, item)]), ...(part === undefined ? [] : [partName(locale, part)])];
}

/** The end of a period, a region, or an item by what it is called: its id tells nobody anything. */
function insideName(reading: ValueReading, inside: string, item: string | undefined): string {
  if (item !== undefined) return namedBy(reading, item);
  if (inside in partNames) return partName(reading.locale, inside);
  const known = namedBy(reading, inside);
  return known === inside ? say(reading.locale, 'request.lineUnnamed') : known;
}

/** What a path holds, in words. */
export function pathText(reading: ValueReading, path: string, value: unknown): readonly string[] {
  if (value === null || value === undefined) return [];
  const [name = '', inside, part] = path.split('/');
  if (inside === undefined) return valueText(reading, reading.fields.get(name), value);
  return kept([part === undefined ? (isItem(value) ? itemText(reading, value) : partText(reading, inside, value)) : partText(reading, part, value)]);
}
