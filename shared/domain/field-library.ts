/**
 * The field library: what one id means is written once, and every template that names the id has the same label, type, help and source
 * unless it says otherwise. So a check that goes by the id means the same everywhere.
 */
import type { FieldUse, Template, TemplateField, WrittenTemplate } from './template.ts';

export type FieldLibrary = ReadonlyMap<string, TemplateField>;

export const libraryOf = (fields: readonly TemplateField[]): FieldLibrary => new Map(fields.map((field) => [field.id, field]));

/** Ids that the template takes from the library and the library does not hold. */
export function missingFields(written: WrittenTemplate, library: FieldLibrary): readonly string[] {
  return written.sections.flatMap((section) => section.fields.flatMap((field) => usedId(field) ?? [])).filter((id) => !library.has(id));
}

/** The template with all its fields in full; nothing when the library lacks one. */
export function resolvedTemplate(written: WrittenTemplate, library: FieldLibrary): Template | undefined {
  if (missingFields(written, library).length > 0) return undefined;
  return { ...written, sections: written.sections.map((section) => ({ ...section, fields: section.fields.flatMap((field) => inFull(field, library) ?? []) })) };
}

type WrittenField = WrittenTemplate['sections'][number]['fields'][number];

function usedId(field: WrittenField): string | undefined {
  if (typeof field === 'string') return field;
  return 'use' in field ? field.use : undefined;
}

function inFull(field: WrittenField, library: FieldLibrary): TemplateField | undefined {
  if (typeof field === 'string') return library.get(field);
  if (!('use' in field)) return field;
  const known = library.get(field.use);
  return known && changed(known, field);
}

function changed(known: TemplateField, { use: _id, offer, ...changes }: FieldUse): TemplateField {
  const parts = Object.entries({ ...known, ...changes }).filter(([, part]) => part !== null && part !== undefined);
  // null took its part away, and every other part has the type that it has in the library
  const made = Object.fromEntries(parts) as TemplateField;
  if (!offer) return made;
  return { ...made, options: offer.flatMap((value) => made.options?.find((option) => option.value === value) ?? []) };
}
