/** Reads the file of a script, and tells whether its packs fit the post that loads it. Knows nothing of a store. */
import { type ExerciseScript, type ScriptPack, exerciseScript, largestScript } from '../../shared/domain/exercise-script.ts';
import { writtenTemplate } from '../../shared/domain/template.ts';
import { AppError } from '../../shared/errors.ts';
import { exercisePackKinds, standingPacks } from '../../shared/rules/script-packs.ts';
import { canonicalJson } from '../documents/canonical.ts';
import { packHash, readPackValue } from '../packs/read.ts';
import type { Reference } from '../packs/reference.ts';

/** Throws `script.invalid` with where the first mistake is, also in a pack of it, and `script.large`. */
export function readScript(text: string): ExerciseScript {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new AppError('script.invalid', 'the file is no JSON');
  }
  const read = exerciseScript.safeParse(value);
  if (!read.success || !text.isWellFormed()) throw wrongAt(read.error?.issues[0]?.path.map(String).join('.') ?? '');
  const bytes = Buffer.byteLength(canonicalJson(read.data));
  if (bytes > largestScript) throw new AppError('script.large', `the script is ${bytes} bytes, more than one envelope carries`);
  for (const [index, { pack }] of (read.data.packs ?? []).entries()) mustBePack(pack, `packs.${index}.pack`);
  return read.data;
}

const wrongAt = (path: string, reason = ''): AppError => new AppError('script.invalid', `the script has a mistake at ${path}`, { field: path, ...(reason === '' ? {} : { details: { reason } }) });

function mustBePack(said: ScriptPack['pack'], path: string): void {
  const read = readPackValue(said);
  const [mistake] = read.kind === 'invalid' ? read.errors : [];
  if (mistake) throw wrongAt(mistake.path === '' ? path : `${path}.${mistake.path}`, mistake.reason);
  if (read.kind !== 'pack' || !exercisePackKinds.includes(read.pack.kind)) throw wrongAt(`${path}.kind`);
}

/** A template of the script names fields that the post has, or that a pack of the script brings. */
export function mustFitPacks(installed: Reference, { packs = [] }: ExerciseScript): void {
  const read = packs.map(({ id, at, pack }) => ({ id, at, packId: pack.id, hash: packHash(pack), read: readPackValue(pack) }));
  const all = standingPacks(read).flatMap(({ read: one, ...named }) => (one.kind === 'pack' ? [{ ...named, pack: one.pack }] : []));
  const { templates } = installed.with(all).all;
  for (const [index, { pack }] of packs.entries()) {
    if (pack.kind !== 'templates' || !all.some(({ id }) => id === packs[index]?.id)) continue;
    for (const [entry, written] of pack.entries.entries()) {
      const id = writtenTemplate.parse(written).id;
      if (!templates.some((template) => template.id === id)) throw wrongAt(`packs.${index}.pack.entries.${entry}`);
    }
  }
}
