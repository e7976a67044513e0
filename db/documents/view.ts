/**
 * What a post works in: all its operational spaces together, or one exercise. Every list, count, search and claim looks at these spaces
 * alone, so that an exercise never stands among operational work nor the other way. It is kept in the store file: a lock or a restart
 * changes nothing in it. What the post itself knows (contacts, roster, notes on the catalogue) is the same in both.
 */
import type { SpaceView } from '../../shared/domain/space.ts';
import { AppError } from '../../shared/errors.ts';
import { type Sql, type StoreFile, sql } from '../file/driver.ts';
import { type Space, homeSpace, mustBeWritable, readOnlyOf, space as spaceOf } from './spaces.ts';

export function exerciseInView(file: StoreFile): Space | undefined {
  const held = file.row<{ space: string }>(sql`SELECT space FROM space_view`);
  return held && spaceOf(file, held.space);
}

export function viewOf(file: StoreFile): SpaceView {
  const exercise = exerciseInView(file);
  return exercise ? { kind: 'exercise', id: exercise.id, name: exercise.name, frozen: exercise.frozen === 1, standing: exercise.standing } : { kind: 'operational', ...readOnlyOf(file, homeSpace(file).id) };
}

/** Goes to an exercise, or back to operational work with null. Throws `space.unknown`, and `space.role` for a space that is no exercise. */
export function enterSpace(file: StoreFile, id: string | null): SpaceView {
  return file.atomically(() => {
    if (id !== null && spaceOf(file, id).kind !== 'exercise') throw new AppError('space.role', 'only an exercise is entered; operational spaces are in view together', { field: 'id' });
    file.run(sql`DELETE FROM space_view`);
    if (id !== null) file.run(sql`INSERT INTO space_view (only, space) VALUES (1, ${id})`);
    return viewOf(file);
  });
}

/** The ids of the spaces that are worked in now. */
export function spacesInView(file: StoreFile): readonly string[] {
  const exercise = exerciseInView(file);
  if (exercise) return [exercise.id];
  return file.rows<{ id: string }>(sql`SELECT id FROM space WHERE kind <> 'exercise'`).map(({ id }) => id);
}

/** Condition on a row of `document`: it lies in view. */
export function inView(file: StoreFile): Sql {
  return together(file, exerciseInView(file)?.id);
}

/** Condition on a row of `document`: it lies where the document of that space lies, in the same exercise or in operational work as it does. */
export function besides(file: StoreFile, space: string): Sql {
  return together(file, spaceOf(file, space).kind === 'exercise' ? space : undefined);
}

function together(file: StoreFile, exercise: string | undefined): Sql {
  if (exercise !== undefined) return sql`document.space = ${exercise}`;
  // most posts have no exercise at all: their lists pay nothing for it
  return holdsExercise(file) ? sql`document.space NOT IN (SELECT id FROM space WHERE kind = 'exercise')` : sql`1`;
}

export function holdsExercise(file: StoreFile): boolean {
  return file.row(sql`SELECT 1 FROM space WHERE kind = 'exercise' LIMIT 1`) !== undefined;
}

/** Where a new document goes: the space that is named, else the exercise in view, else the home of the post. Throws as `mustBeWritable`. */
export function spaceForNew(file: StoreFile, named?: string): Space {
  return mustBeWritable(file, named ?? exerciseInView(file)?.id ?? homeSpace(file).id);
}

/** Throws `space.inExercise` or `space.operational` with where it is, for a document that is not in view; what this post does not know is for the call to say. */
export function mustBeInView(file: StoreFile, document: string): void {
  const held = file.row<{ space: string; kind: string; name: string }>(sql`SELECT space, space.kind, name FROM document JOIN space ON space.id = document.space WHERE document.id = ${document}`);
  if (!held || spacesInView(file).includes(held.space)) return;
  throw new AppError(held.kind === 'exercise' ? 'space.inExercise' : 'space.operational', 'the document lies outside the view', { details: { space: held.space, name: held.name } });
}
