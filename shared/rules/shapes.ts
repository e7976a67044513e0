/**
 * Whether a value has the shape of its field type, written out by hand: the window runs the rules at each keystroke, and the schemas
 * with their library need not come along for that. test/property/shapes.test.ts holds them to the schemas, value by value.
 */
import type { z } from 'zod';
import { patterns } from '../domain/patterns.ts';
import type { valueSchemas } from '../domain/request.ts';
import type { FieldType } from '../domain/template.ts';

export type ValueOf<T extends FieldType> = z.infer<(typeof valueSchemas)[T]>;

type Guard = (value: unknown) => boolean;

const text =
  (shortest: number, longest: number): Guard =>
  (value) =>
    typeof value === 'string' && value.length >= shortest && value.length <= longest;
const like =
  (pattern: RegExp, longest = Infinity): Guard =>
  (value) =>
    typeof value === 'string' && value.length <= longest && pattern.test(value);
const list =
  (item: Guard, longest: number): Guard =>
  (value) =>
    Array.isArray(value) && value.length >= 1 && value.length <= longest && value.every(item);
const yesNo: Guard = (value) => typeof value === 'boolean';
const number: Guard = (value) => typeof value === 'number' && Number.isFinite(value);
const above0: Guard = (value) => typeof value === 'number' && value > 0 && value <= 1_000_000;
const whole: Guard = (value) => Number.isSafeInteger(value) && above0(value);

/** An object with these parts and no others; an optional part may be absent. */
const object =
  (optional: Readonly<Record<string, Guard>>, needed: Readonly<Record<string, Guard>> = {}): Guard =>
  (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const parts = new Map<string, unknown>(Object.entries(value));
    const known = [...parts].every(([name, part]) => {
      if (Object.hasOwn(needed, name)) return needed[name]?.(part) ?? false;
      return Object.hasOwn(optional, name) && (part === undefined || (optional[name]?.(part) ?? false));
    });
    return known && Object.keys(needed).every((name) => parts.has(name));
  };

const line = text(0, 500);
const dateTime = like(patterns.zonedDateTime);

const guards: Readonly<Record<FieldType, Guard>> = {
  text: text(1, 500),
  longText: text(1, 50_000),
  choice: text(1, 80),
  yesNo,
  number,
  dateTime,
  period: object({ start: dateTime, end: dateTime }),
  region: like(patterns.regionCode),
  municipalities: list(like(patterns.municipalityCode), 400),
  place: object({ description: line, coordinates: line }),
  contact: object({ function: line, name: line, phone: line, mail: line }),
  capabilityLines: list(
    object({ capabilityId: like(patterns.slug, 80), quantity: above0, unit: line, people: whole, substitutes: line, note: line }, { id: like(patterns.uuid), description: line }),
    200,
  ),
  attachments: list(object({}, { id: like(patterns.uuid), name: text(1, 255), sha256: like(patterns.sha256) }), 200),
  signature: object({ office: line, name: line, mandated: yesNo, mandate: line, signedAt: dateTime }),
};

export function hasShape<T extends FieldType>(type: T, value: unknown): value is ValueOf<T> {
  return guards[type](value);
}
