/** What stands in the forms of a place and is not entered yet. */
import { type TypedChanges, type TypedFields, typedFields } from '../../shared/domain/half-typed.ts';
import type { Desk } from '../documents/desk.ts';
import { type StoreFile, sql } from '../file/driver.ts';

export function halfTyped(file: StoreFile, place: string): Readonly<Record<string, TypedFields>> {
  const rows = file.rows<{ form: string; fields: string }>(sql`SELECT form, fields FROM half_typed WHERE place = ${place} ORDER BY form`);
  return Object.fromEntries(rows.map(({ form, fields }) => [form, typedFields.parse(JSON.parse(fields))]));
}

/** Each form takes the place of what was kept of it; returns when it is on the disk. */
export function keepTyped({ file, now }: Desk, place: string, changes: TypedChanges): { readonly savedAt: string } {
  const savedAt = now().toISOString();
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
