/** What a field of a request says on paper: its paragraphs, none when it is empty. */
import type { AssessmentReference } from '../domain/assessment.ts';
import type { Locale } from '../domain/basics.ts';
import { coordinatesText, gridText, readCoordinates } from '../domain/coordinates.ts';
import { hoursBetween, moment, momentText } from '../domain/moment.ts';
import type { FieldValues } from '../domain/request.ts';
import type { TemplateField } from '../domain/template.ts';
import { say } from '../messages/index.ts';
import { read, readPeriod } from '../rules/values.ts';
import { durationText, listText, numberText } from './format.ts';

/** What the names of places are read from. */
export type Places = Pick<AssessmentReference, 'regions' | 'municipalities'>;

export interface Reading {
  readonly locale: Locale;
  readonly values: FieldValues;
  readonly reference: AssessmentReference;
}

type FieldReading = Omit<Reading, 'reference'> & { readonly reference: Places };

/** Lines and signatures have a block of their own and say nothing here. */
export function fieldText(reading: FieldReading, field: Pick<TemplateField, 'id' | 'type' | 'options' | 'unit'>): readonly string[] {
  const { locale, values, reference } = reading;
  switch (field.type) {
    case 'text':
    case 'longText':
      return paragraphs(read(values, field.id, 'longText'));
    case 'choice': {
      const chosen = read(values, field.id, 'choice');
      return kept([field.options?.find((option) => option.value === chosen)?.label[locale] ?? chosen]);
    }
    case 'yesNo': {
      const answer = read(values, field.id, 'yesNo');
      return answer === undefined ? [] : [say(locale, answer ? 'document.yes' : 'document.no')];
    }
    case 'number': {
      const value = read(values, field.id, 'number');
      return value === undefined ? [] : [[numberText(locale, value), field.unit?.[locale] ?? ''].join(' ').trim()];
    }
    case 'dateTime': {
      const at = moment(read(values, field.id, 'dateTime'));
      return at ? [momentText(at)] : [];
    }
    case 'period':
      return periodText(reading, field.id);
    case 'region': {
      const code = read(values, field.id, 'region');
      return kept([code === undefined ? undefined : (reference.regions[code]?.name ?? code)]);
    }
    case 'municipalities': {
      const names = (read(values, field.id, 'municipalities') ?? []).map((code) => reference.municipalities[code]?.name ?? code);
      return names.length === 0 ? [] : [listText(locale, names)];
    }
    case 'contact': {
      const contact = read(values, field.id, 'contact');
      const phone = contact?.phone?.trim();
      return kept([kept([contact?.function, contact?.name]).join(', '), phone ? say(locale, 'document.phone', { phone }) : '', contact?.mail]);
    }
    case 'place': {
      const place = read(values, field.id, 'place');
      return kept([place?.description, placeText(place?.coordinates)]);
    }
    case 'attachments':
      return (read(values, field.id, 'attachments') ?? []).map(({ name }) => name);
    case 'capabilityLines':
    case 'signature':
      return [];
  }
}

/** In degrees and on the Dutch grid, whatever was typed; what cannot be read stands as it was typed. */
function placeText(typed: string | undefined): string {
  const found = readCoordinates(typed ?? '');
  return found.ok ? kept([`WGS84 ${coordinatesText(found.at)}`, gridText(found.at)]).join('; ') : (typed ?? '');
}

export function periodText({ locale, values }: FieldReading, field: string): readonly string[] {
  const { start, end } = readPeriod(values, field);
  if (start && end) {
    return [say(locale, 'document.period.both', { start: momentText(start), end: momentText(end), duration: durationText(locale, hoursBetween(start, end)) })];
  }
  if (start) return [say(locale, 'document.period.start', { start: momentText(start) })];
  return end ? [say(locale, 'document.period.end', { end: momentText(end) })] : [];
}

/** Text as typed, one paragraph a line; blank lines only part them. */
function paragraphs(text: string | undefined): readonly string[] {
  return kept((text ?? '').split(/\r\n?|\n|\u2028|\u2029/));
}

export function kept(texts: readonly (string | undefined)[]): string[] {
  return texts.flatMap((text) => {
    const trimmed = text?.trim() ?? '';
    return trimmed === '' ? [] : [trimmed];
  });
}
