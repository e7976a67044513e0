/** What is not saved, in words: to read, and to take along as text. */
import { type DocumentField, documentFields, fieldMap } from '../../shared/document/document-fields.ts';
import { type ValueReading, pathText } from '../../shared/document/value-text.ts';
import type { Locale } from '../../shared/domain/basics.ts';
import type { SharedKind } from '../../shared/domain/difference.ts';
import type { Say } from '../ui/say.ts';
import type { Reference } from './reference.ts';
import type { Unsaved } from './save-state.ts';

export interface UnsavedLine {
  readonly label: string;
  readonly text: string;
}

/** A field that was emptied says so; an empty form says nothing. */
export function unsavedLines(unsaved: readonly Unsaved[], reference: Reference, locale: Locale, say: Say): readonly UnsavedLine[] {
  return unsaved.flatMap(({ of, values }) => {
    if (of === 'form') return Object.values(values).flatMap((fields) => formLines(fields, say));
    if (of === 'entry') return [{ label: say('unsaved.entry'), text: String(values['words']) }];
    const reading = readingOf(of, reference, locale);
    return Object.entries(values).map(([field, value]) => ({
      label: [say(`exchangeDesk.kind.${of}`), reading.fields.get(field)?.label[locale] ?? field].join(' · '),
      text: value === null ? say('unsaved.empty') : pathText(reading, field, value).join('\n'),
    }));
  });
}

export const unsavedText = (lines: readonly UnsavedLine[]): string => lines.map(({ label, text }) => `${label}\n${text}`).join('\n\n');

/** A choice of a difference keeps what goes with it beside its value; that is for the window. */
function formLines(fields: unknown, say: Say): readonly UnsavedLine[] {
  const typed = Object.entries(typeof fields === 'object' && fields !== null ? fields : {}).filter(([name, text]) => !forTheWindow.has(name) && text !== '');
  return typed.length === 0 ? [] : [{ label: say('unsaved.form'), text: typed.map(([, text]) => String(text)).join('\n') }];
}
const forTheWindow: ReadonlySet<string> = new Set(['path', 'from', 'revision', 'seen', 'corrects', 'kind']);

/** A field id means the same in every template. */
function readingOf(kind: SharedKind, reference: Reference, locale: Locale): ValueReading {
  const templates = kind === 'request' ? reference.templates : [undefined];
  const fields = new Map<string, DocumentField>(templates.flatMap((template) => [...fieldMap(documentFields(kind, template, reference.adviceCriteria))]));
  return { locale, fields, reference: { regions: Object.fromEntries(reference.regionByCode), municipalities: Object.fromEntries(reference.municipalityByCode) } };
}
