/**
 * Brings the packs of a folder into the store: one transaction a pack, a higher version in the place of the lower one. A file whose
 * bytes were loaded before is passed by without being parsed. What this version cannot read because it is newer is parked, never
 * dropped, and tried again at every start.
 */
import type { Pack } from '../../shared/domain/pack.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import { record } from '../trail/trail.ts';
import { contradictions } from './among-packs.ts';
import { type PackError, type PackFile, packFiles, readPack } from './read.ts';

export interface LoadReport {
  readonly loaded: readonly string[];
  readonly parked: readonly string[];
  readonly invalid: readonly { readonly name: string; readonly errors: readonly PackError[] }[];
}

export interface LoadOptions {
  readonly folder: string;
  /** instant on the post's clock */
  readonly at: string;
  /** after each file: `done` of `total`, with the file's name */
  readonly onProgress?: (done: number, total: number, name: string) => void;
}

export function loadPacks(file: StoreFile, options: LoadOptions): LoadReport {
  const report = { loaded: [] as string[], parked: [] as string[], invalid: [] as { name: string; errors: readonly PackError[] }[] };
  const known = new Set(file.rows<{ hash: string }>(sql`SELECT hash FROM pack`).map(({ hash }) => hash));
  const parked = new Map(file.rows<PackFile>(sql`SELECT name, text, hash FROM parked_pack`).map((entry) => [entry.hash, entry]));
  const inFolder = packFiles(options.folder);
  const files = [...inFolder, ...[...parked.values()].filter(({ hash }) => !inFolder.some((other) => other.hash === hash))];

  files.forEach((source, index) => {
    if (!known.has(source.hash)) take(source);
    options.onProgress?.(index + 1, files.length, source.name);
  });
  return report;

  function take(source: PackFile): void {
    const read = readPack(source.text);
    if (read.kind === 'invalid') report.invalid.push({ name: source.name, errors: read.errors });
    else if (read.kind === 'unknown') {
      if (!parked.has(source.hash)) park(file, source, options.at);
      report.parked.push(source.name);
    } else {
      const errors = contradictions(file, read.pack);
      if (errors.length > 0) report.invalid.push({ name: source.name, errors });
      else if (store(file, read.pack, source, options.at)) report.loaded.push(read.pack.id);
    }
  }
}

/** False when the store already holds a higher version of the pack. */
function store(file: StoreFile, pack: Pack, source: PackFile, at: string): boolean {
  return file.atomically(() => {
    file.run(sql`DELETE FROM parked_pack WHERE hash = ${source.hash}`);
    const held = file.row<{ version: string }>(sql`SELECT version FROM pack WHERE id = ${pack.id}`);
    if (held && isLower(pack.version, held.version)) return false;
    const { entries, ...header } = pack;
    file.run(sql`DELETE FROM pack WHERE id = ${pack.id}`);
    file.run(sql`
      INSERT INTO pack (id, kind, version, hash, header, entries, loaded_at)
      VALUES (${pack.id}, ${pack.kind}, ${pack.version}, ${source.hash}, ${JSON.stringify(header)}, ${entries.length}, ${at})`);
    entries.forEach((entry, position) => {
      file.run(sql`INSERT INTO pack_entry (pack, position, json) VALUES (${pack.id}, ${position}, ${JSON.stringify(entry)})`);
    });
    record(file, { at, act: 'packLoaded', details: { pack: pack.id, version: pack.version, hash: source.hash } });
    return true;
  });
}

function park(file: StoreFile, source: PackFile, at: string): void {
  file.atomically(() => {
    file.run(sql`INSERT INTO parked_pack (hash, name, text, parked_at) VALUES (${source.hash}, ${source.name}, ${source.text}, ${at})`);
    record(file, { at, act: 'packParked', details: { name: source.name, hash: source.hash } });
  });
}

/** Versions are `year.number`: 2026.9 is lower than 2026.10. */
export function isLower(left: string, right: string): boolean {
  const [leftYear = 0, leftNumber = 0] = left.split('.').map(Number);
  const [rightYear = 0, rightNumber = 0] = right.split('.').map(Number);
  return leftYear === rightYear ? leftNumber < rightNumber : leftYear < rightYear;
}
