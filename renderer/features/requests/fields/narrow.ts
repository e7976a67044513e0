/**
 * Reading a value as its field type means it. The store checks values by schema; the window only has to be sure of the shape, and
 * does so without the schema library. A value of another shape shows as an empty field.
 */
import type { AttachmentReference, CapabilityLine, ContactValue, FieldValue, Period, PlaceValue, SignatureValue } from '../../../../shared/domain/request.ts';

type Value = FieldValue | undefined;

export const asText = (value: Value): string => (typeof value === 'string' ? value : '');
export const asChoice = (value: Value): string | null => (typeof value === 'string' ? value : null);
export const asNumber = (value: Value): number | null => (typeof value === 'number' ? value : null);
export const asYesNo = (value: Value): boolean | undefined => (typeof value === 'boolean' ? value : undefined);

const parts = (value: Value): Readonly<Record<string, unknown>> => (typeof value === 'object' && !Array.isArray(value) ? { ...value } : {});
const textPart = (record: Readonly<Record<string, unknown>>, key: string): Record<string, string> => {
  const part = record[key];
  return typeof part === 'string' ? { [key]: part } : {};
};

export function asPeriod(value: Value): Period {
  const record = parts(value);
  return { ...textPart(record, 'start'), ...textPart(record, 'end') };
}

export function asPlace(value: Value): PlaceValue {
  const record = parts(value);
  return { ...textPart(record, 'description'), ...textPart(record, 'coordinates') };
}

export function asContact(value: Value): ContactValue {
  const record = parts(value);
  return { ...textPart(record, 'function'), ...textPart(record, 'name'), ...textPart(record, 'phone'), ...textPart(record, 'mail') };
}

export function asSignature(value: Value): SignatureValue {
  const record = parts(value);
  return {
    ...textPart(record, 'office'),
    ...textPart(record, 'name'),
    ...textPart(record, 'mandate'),
    ...textPart(record, 'signedAt'),
    ...(typeof record['mandated'] === 'boolean' ? { mandated: record['mandated'] } : {}),
  };
}

type Item = string | CapabilityLine | AttachmentReference;
const items = (value: Value): readonly Item[] => (Array.isArray(value) ? value : []);

export const asLines = (value: Value): readonly CapabilityLine[] => items(value).filter((item): item is CapabilityLine => typeof item === 'object' && !('sha256' in item));
export const asAttachments = (value: Value): readonly AttachmentReference[] => items(value).filter((item): item is AttachmentReference => typeof item === 'object' && 'sha256' in item);
export const asCodes = (value: Value): readonly string[] => items(value).filter((item) => typeof item === 'string');

/** The object with one part set, or without it when the part is empty: an empty part is absent, as an empty field is. */
export function withPart<T extends object, K extends keyof T>(whole: T, key: K, part: T[K] | undefined | '' | null): T {
  const { [key]: _gone, ...rest } = whole;
  // Spreading back one key of T into T without that key gives T.
  return (part === undefined || part === '' || part === null ? rest : { ...rest, [key]: part }) as T;
}
