/** Reads pack files of a folder and tells what is wrong with each. Knows nothing of the store. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Pack, pack } from '../../shared/domain/pack.ts';
import { AppError } from '../../shared/errors.ts';
import { canonicalJson } from '../documents/canonical.ts';
import { told } from '../file/failures.ts';

export interface PackFile {
  /** file name without folder */
  readonly name: string;
  readonly text: string;
  /** SHA-256 of the bytes, lower-case hex */
  readonly hash: string;
}

export interface PackError {
  /** where in the pack: `entries.3.provenance.source` */
  readonly path: string;
  readonly reason: string;
}

export type ReadPack =
  | { readonly kind: 'pack'; readonly pack: Pack }
  /** of a newer format, or of a kind that this version does not know */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'invalid'; readonly errors: readonly PackError[] };

/** In the order of their names without the extension: a pack comes before those whose names go on, so that nobody takes its ids. */
export function packFiles(folder: string): readonly PackFile[] {
  return told(folder, () =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .toSorted((left, right) => (left.slice(0, -'.json'.length) < right.slice(0, -'.json'.length) ? -1 : 1))
      .map((name) => {
        const bytes = readFileSync(join(folder, name));
        return { name, text: bytes.toString('utf8'), hash: createHash('sha256').update(bytes).digest('hex') };
      }),
  );
}

export function readPack(text: string): ReadPack {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { kind: 'invalid', errors: [{ path: '', reason: error instanceof SyntaxError ? error.message : 'not JSON' }] };
  }
  return readPackValue(value);
}

/** As `readPack`, of what its text says: a script of an exercise holds whole packs. */
export function readPackValue(value: unknown): ReadPack {
  const parsed = pack.safeParse(value);
  if (!parsed.success) {
    if (isOfTheFuture(value)) return { kind: 'unknown' };
    return { kind: 'invalid', errors: parsed.error.issues.flatMap((issue) => reasons(issue, issue.path)) };
  }
  const errors = contradictions(parsed.data);
  return errors.length > 0 ? { kind: 'invalid', errors } : { kind: 'pack', pack: parsed.data };
}

/** SHA-256 of a pack that is no file of its own, of its canonical JSON; lower-case hex. */
export function packHash(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

/** `pack.invalid` with every error of the file, for a person who makes packs. */
export function packInvalid(name: string, errors: readonly PackError[]): AppError {
  const lines = errors.map(({ path, reason }) => `${path}: ${reason}`);
  return new AppError('pack.invalid', `pack ${name}: ${lines.length} errors`, { details: { file: name, count: lines.length, errors: lines.join('\n') } });
}

/** Our name and a later number, or our format with a kind that we do not know. */
function isOfTheFuture(value: unknown): boolean {
  const header = z.object({ format: z.string(), kind: z.string() }).safeParse(value);
  if (!header.success) return false;
  const format = /^steunpunt-pack\/(\d+)$/.exec(header.data.format);
  if (!format) return false;
  const known: readonly string[] = pack.options.map((option) => option.shape.kind.value);
  return Number(format[1]) > 1 || !known.includes(header.data.kind);
}

/** Zod nests the errors of a union; a person needs the deepest, with its whole path. */
function reasons(issue: z.core.$ZodIssue, path: readonly PropertyKey[]): PackError[] {
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const nearest = issue.errors.toSorted((left, right) => left.length - right.length)[0] ?? [];
    return nearest.flatMap((inner) => reasons(inner, [...path, ...inner.path]));
  }
  return [{ path: path.map(String).join('.'), reason: issue.message }];
}

/** What a schema cannot see: an id twice, a source that the pack does not list. */
function contradictions(read: Pack): PackError[] {
  const errors: PackError[] = [];
  const seen = new Set<string>();
  read.entries.forEach((entry, index) => {
    const id = 'code' in entry ? entry.code : entry.id;
    if (seen.has(id)) errors.push({ path: `entries.${index}`, reason: `${id} stands twice` });
    seen.add(id);
  });
  for (const { path, source } of namedSources(read.entries, ['entries'])) {
    if (!(source in read.sources)) errors.push({ path, reason: `source ${source} is not in sources` });
  }
  return errors;
}

function namedSources(value: unknown, path: readonly (string | number)[]): { readonly path: string; readonly source: string }[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => namedSources(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    if (key !== 'provenance') return key === 'topology' ? [] : namedSources(member, [...path, key]);
    const source: unknown = typeof member === 'object' && member !== null ? Reflect.get(member, 'source') : undefined;
    return typeof source === 'string' ? [{ path: [...path, key, 'source'].join('.'), source }] : [];
  });
}
