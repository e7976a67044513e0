/** Reading the values of a draft by what they mean. A value of the wrong shape counts as absent: a rule never throws on a draft. */
import type { ZonedDateTime } from '@internationalized/date';
import { readCoordinates } from '../domain/coordinates.ts';
import { moment } from '../domain/moment.ts';
import type { FieldValue, FieldValues } from '../domain/request.ts';
import type { FieldType } from '../domain/template.ts';
import { type ValueOf, hasShape } from './shapes.ts';

export type { ValueOf } from './shapes.ts';

/** The value of a field when it has the shape of that type; blank text is no value. */
export function read<T extends FieldType>(values: FieldValues, field: string, type: T): ValueOf<T> | undefined {
  const raw: FieldValue | undefined = Object.hasOwn(values, field) ? values[field] : undefined;
  if (raw === undefined || (typeof raw === 'string' && raw.trim() === '')) return undefined;
  return hasShape(type, raw) ? raw : undefined;
}

/** Text of a field without the white space around it. */
export function readText(values: FieldValues, field: string): string | undefined {
  return read(values, field, 'longText')?.trim();
}

export interface ReadPeriod {
  readonly start: ZonedDateTime | undefined;
  readonly end: ZonedDateTime | undefined;
}

export function readPeriod(values: FieldValues, field: string): ReadPeriod {
  const period = read(values, field, 'period');
  return { start: moment(period?.start), end: moment(period?.end) };
}

export type FillState = 'empty' | 'partial' | 'filled';

const some = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';

/**
 * How far a field is filled. 'partial' is a value that the receiver cannot work with yet: a contact whom nobody can call, a period
 * without its end, coordinates that nobody can read, a signature without name or office.
 */
export function fillState(values: FieldValues, field: { readonly id: string; readonly type: FieldType; readonly options?: readonly { readonly value: string }[] | undefined }): FillState {
  switch (field.type) {
    case 'choice': {
      const chosen = read(values, field.id, 'choice');
      if (chosen === undefined) return 'empty';
      return field.options === undefined || field.options.some((option) => option.value === chosen) ? 'filled' : 'empty';
    }
    case 'dateTime':
      return moment(read(values, field.id, 'dateTime')) === undefined ? 'empty' : 'filled';
    case 'period': {
      const { start, end } = readPeriod(values, field.id);
      return start && end ? 'filled' : start || end ? 'partial' : 'empty';
    }
    case 'contact': {
      const contact = read(values, field.id, 'contact');
      const who = some(contact?.function) || some(contact?.name);
      const reach = some(contact?.phone);
      return who && reach ? 'filled' : who || reach || some(contact?.mail) ? 'partial' : 'empty';
    }
    case 'place': {
      const place = read(values, field.id, 'place');
      const readable = !some(place?.coordinates) || readCoordinates(place?.coordinates ?? '').ok;
      return some(place?.description) || some(place?.coordinates) ? (readable ? 'filled' : 'partial') : 'empty';
    }
    case 'capabilityLines': {
      const lines = read(values, field.id, 'capabilityLines') ?? [];
      const described = lines.filter((line) => some(line.description)).length;
      return described === 0 ? 'empty' : described === lines.length ? 'filled' : 'partial';
    }
    case 'signature': {
      const signature = read(values, field.id, 'signature');
      const parts = [some(signature?.office), some(signature?.name)].filter(Boolean).length;
      return parts === 2 ? 'filled' : parts === 1 || some(signature?.mandate) ? 'partial' : 'empty';
    }
    default:
      return read(values, field.id, field.type) === undefined ? 'empty' : 'filled';
  }
}
