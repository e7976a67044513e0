/**
 * What a pack file alone cannot tell: whether it fits the packs that the post already holds. A template names fields of the library, so
 * the library must hold them, now and after a newer library; and an id of a template belongs to one pack.
 */
import { z } from 'zod';
import { libraryOf, missingFields } from '../../shared/domain/field-library.ts';
import type { Pack } from '../../shared/domain/pack.ts';
import { type TemplateField, type WrittenTemplate, templateField, writtenTemplate } from '../../shared/domain/template.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import type { PackError } from './read.ts';

export function contradictions(file: StoreFile, pack: Pack): readonly PackError[] {
  if (pack.kind === 'templates') {
    const others = templatesBeside(file, pack.id);
    const library = libraryOf(fieldsBeside(file, ''));
    return pack.entries.flatMap((template, index) => [
      ...missing(template, library).map((id) => ({ path: `entries.${index}`, reason: `template ${template.id} names field ${id}, which no pack of fields holds` })),
      ...others.filter(({ id }) => id === template.id).map((other) => ({ path: `entries.${index}`, reason: `template ${template.id} stands in pack ${other.pack} already` })),
    ]);
  }
  if (pack.kind !== 'fields') return [];
  const library = libraryOf([...fieldsBeside(file, pack.id), ...pack.entries]);
  return templatesBeside(file, '').flatMap((template) => missing(template, library).map((id) => ({ path: 'entries', reason: `template ${template.id} of pack ${template.pack} names field ${id}, which is gone` })));
}

const missing = (template: WrittenTemplate, library: ReturnType<typeof libraryOf>): readonly string[] => [...new Set(missingFields(template, library))];

/** Of every pack of fields but the one that is replaced. */
function fieldsBeside(file: StoreFile, without: string): readonly TemplateField[] {
  return z.array(templateField).parse(entriesBeside(file, 'fields', without).map(({ entry }) => entry));
}

function templatesBeside(file: StoreFile, without: string): readonly (WrittenTemplate & { readonly pack: string })[] {
  return entriesBeside(file, 'templates', without).map(({ pack, entry }) => ({ ...writtenTemplate.parse(entry), pack }));
}

function entriesBeside(file: StoreFile, kind: Pack['kind'], without: string): readonly { readonly pack: string; readonly entry: unknown }[] {
  return file
    .rows<{ pack: string; json: string }>(sql`SELECT pack, json FROM pack_entry JOIN pack ON pack.id = pack_entry.pack WHERE pack.kind = ${kind} AND pack.id <> ${without} ORDER BY pack, position`)
    .map(({ pack, json }) => ({ pack, entry: JSON.parse(json) }));
}
