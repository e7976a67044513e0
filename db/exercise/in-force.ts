/**
 * The reference data that counts where somebody works: the installed packs, and in an exercise those of its script that are in force laid
 * over them. It follows from the script, its acts and the clock alone, and nothing of it is written: outside the exercise, and once it
 * is taken off the post, the packs are what they were.
 */
import { packsInForce, standingPacks } from '../../shared/rules/script-packs.ts';
import { findSpace } from '../documents/spaces.ts';
import { exerciseInView } from '../documents/view.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import type { LaidPack, Reference } from '../packs/reference.ts';
import { type HeldPack, clockOf, heldScript } from './held.ts';

interface Looking {
  readonly file: StoreFile;
  readonly reference: Reference;
  readonly now: () => Date;
}

/** What counts in the space, whatever is in view. */
export function referenceIn({ file, reference, now }: Looking, space: string): Reference {
  const installed = withoutExercise(reference);
  if (findSpace(file, space)?.kind !== 'exercise') return installed;
  const held = heldScript(file, space);
  const usable = held?.packs.filter(({ pack }) => pack !== undefined) ?? [];
  // who has none has nothing to ask the clock for
  if (!held || usable.length === 0) return installed;
  return installed.with(laid(packsInForce(usable, clockOf(held, now().toISOString()))));
}

const withoutExercise = (reference: Reference): Reference => (reference.laid.length === 0 ? reference : reference.installed);

/** With every pack of the script of the space, in force or not: what a document was made from may count no more, or not on this clock. */
export function referenceEver(file: StoreFile, { installed }: Reference, space: string): Reference {
  const held = findSpace(file, space)?.kind === 'exercise' ? heldScript(file, space) : undefined;
  return held ? installed.with(laid(standingPacks(held.packs))) : installed;
}

const laid = (packs: readonly HeldPack[]): readonly LaidPack[] => packs.flatMap(({ id, at, hash, pack }) => (pack ? [{ id, at, hash, pack }] : []));

/** The same desk where that space is worked in. */
export function deskIn<D extends Looking>(desk: D, space: string): D {
  const reference = referenceIn(desk, space);
  return reference === desk.reference ? desk : { ...desk, reference };
}

/** The same desk as what is in view has it. */
export function deskInView<D extends Looking>(desk: D): D {
  const exercise = exerciseInView(desk.file);
  if (exercise) return deskIn(desk, exercise.id);
  return desk.reference.laid.length === 0 ? desk : { ...desk, reference: desk.reference.installed };
}

/** The same desk where the document lies; as what is in view has it for one that this post does not hold. */
export function deskOf<D extends Looking>(desk: D, document: string): D {
  const lying = desk.file.row<{ space: string }>(sql`SELECT space FROM document WHERE id = ${document}`);
  return lying ? deskIn(desk, lying.space) : deskInView(desk);
}
