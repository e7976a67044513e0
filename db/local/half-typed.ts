/** What stands in the forms of a place and is not entered yet. */
import { type TypedChanges, type TypedFields, typedFields } from '../../shared/domain/half-typed.ts';
import type { Desk } from '../documents/desk.ts';
import { viewOf } from '../documents/view.ts';
import { type StoreFile, sql } from '../file/driver.ts';

export function halfTyped(file: StoreFile, at: string): Readonly<Record<string, TypedFields>> {
  const place = placeInView(file, at);
  const rows = file.rows<{ form: string; fields: string }>(sql`SELECT form, fields FROM half_typed WHERE place = ${place} ORDER BY form`);
  return Object.fromEntries(rows.map(({ form, fields }) => [form, typedFields.parse(JSON.parse(fields))]));
}

/** A screen in an exercise is another place than the same screen in operational work; a document is its own place. */
function placeInView(file: StoreFile, place: string): string {
  const view = viewOf(file);
  return view.kind === 'operational' || file.row(sql`SELECT id FROM document WHERE id = ${place}`) ? place : `${placesIn(view.id)}${place}`;
}

/** Begins the places of the screens of an exercise. */
export const placesIn = (exercise: string): string => `${exercise}/`;

/** Each form takes the place of what was kept of it; returns when it is on the disk. */
export function keepTyped({ file, now }: Desk, at: string, changes: TypedChanges): { readonly savedAt: string } {
  const savedAt = now().toISOString();
  const place = placeInView(file, at);
  file.atomically(() => {
    for (const [form, fields] of Object.entries(changes)) {
      if (fields === null) file.run(sql`DELETE FROM half_typed WHERE place = ${place} AND form = ${form}`);
      else {
        file.run(sql`
          INSERT INTO half_typed (place, form, fields, saved_at) VALUES (${place}, ${form}, ${JSON.stringify(fields)}, ${savedAt})
          ON CONFLICT (place, form) DO UPDATE SET fields = excluded.fields, saved_at = excluded.saved_at`);
      }
    }
  });
  return { savedAt };
}
