/** The packs of db/packs as tests read them: from their files, through the schema. */
import { readFileSync, readdirSync } from 'node:fs';
import { libraryOf, missingFields, resolvedTemplate } from '../../shared/domain/field-library.ts';
import { type Pack, type PackKind, pack } from '../../shared/domain/pack.ts';
import type { Template, WrittenTemplate } from '../../shared/domain/template.ts';

const folder = new URL('../../db/packs/', import.meta.url);

/** File names of all packs, in alphabetical order. */
export const packFiles = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.json')).toSorted();

export const rawPack = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));

/** Any pack file, through the schema. */
export const packOfFile = (file: string): Pack => pack.parse(rawPack(file));

/** The pack of one kind; throws the schema's words when the file is not a valid pack. */
export function packOf<K extends PackKind>(kind: K): Extract<Pack, { kind: K }> {
  const read = packOfFile(`${kind}.json`);
  if (read.kind !== kind) throw new Error(`${kind}.json holds a pack of kind ${read.kind}`);
  return read as Extract<Pack, { kind: K }>;
}

function templatesOf(file: string): readonly WrittenTemplate[] {
  const read = packOfFile(file);
  return read.kind === 'templates' ? read.entries : [];
}

/** Every template with its fields in full, as the post has it. */
export function templatesInFull(): readonly Template[] {
  const library = libraryOf(packOf('fields').entries);
  return packFiles().filter((name) => name.startsWith('templates')).flatMap(templatesOf).map((written) => {
    const template = resolvedTemplate(written, library);
    if (!template) throw new Error(`${written.id} names fields that the library does not hold: ${missingFields(written, library).join(', ')}`);
    return template;
  });
}

export interface Located {
  /** `entries.3.readiness.provenance.source` */
  readonly path: string;
  readonly value: unknown;
}

/** Every value below a pack's value, with its path: to say something about all texts or all sources at once. */
export function* walk(value: unknown, path = ''): Generator<Located> {
  yield { path, value };
  if (value === null || typeof value !== 'object') return;
  for (const [key, inner] of Object.entries(value)) yield* walk(inner, path === '' ? key : `${path}.${key}`);
}
