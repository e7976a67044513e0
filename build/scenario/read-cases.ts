/** Reads case files and the state of the output folder before anything is started or written. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { ScenarioCase } from '../../test/scenarios/case.ts';
import { type CaseError, judgeCase } from './check-case.ts';
import { type Known, knownFromPacks } from './packs.ts';

export interface FileError extends CaseError {
  readonly file: string;
}

export interface ReadCases {
  readonly cases: readonly ScenarioCase[];
  readonly errors: readonly FileError[];
  /** files passed over because they are the schema, which a shell pattern names too */
  readonly passedOver: readonly string[];
}

const isSchema = (file: string): boolean => path.basename(file) === 'case.schema.json';

export function readCases(files: readonly string[], known: Known = knownFromPacks()): ReadCases {
  const cases: ScenarioCase[] = [];
  const errors: FileError[] = [];
  const fileOf = new Map<string, string>();
  for (const file of files.filter((name) => !isSchema(name))) {
    const raw = parseFile(file);
    if ('reason' in raw) {
      errors.push({ file, path: '', reason: raw.reason });
      continue;
    }
    const judged = judgeCase(raw.json, known);
    if (!judged.ok) {
      errors.push(...judged.errors.map((error) => ({ file, ...error })));
      continue;
    }
    const earlier = fileOf.get(judged.value.id);
    if (earlier !== undefined) errors.push({ file, path: 'id', reason: `${judged.value.id} is the id of ${earlier} too` });
    fileOf.set(judged.value.id, file);
    cases.push(judged.value);
  }
  return { cases, errors, passedOver: files.filter(isSchema) };
}

function parseFile(file: string): { readonly json: unknown } | { readonly reason: string } {
  try {
    return { json: JSON.parse(readFileSync(file, 'utf8')) };
  } catch (thrown) {
    return { reason: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

/** Reasons why the results cannot go to `out`: a file in the way, or a folder of a case that holds something that is not ours. */
export function refuseOutput(out: string, cases: readonly ScenarioCase[]): FileError[] {
  if (existsSync(out) && !statSync(out).isDirectory()) return [{ file: out, path: '', reason: 'is a file, not a folder' }];
  return cases.flatMap(({ id }) => {
    const folder = path.join(out, id);
    if (!existsSync(folder)) return [];
    if (!statSync(folder).isDirectory()) return [{ file: folder, path: '', reason: 'is a file, not a folder' }];
    const held = readdirSync(folder);
    return held.length === 0 || held.includes('result.json') ? [] : [{ file: folder, path: '', reason: 'holds files that no scenario run wrote' }];
  });
}
