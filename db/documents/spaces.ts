/** Spaces (ruimtes): sharing groups. Every document belongs to one; a post starts with the space of its region. */
import { type StoreFile, sql } from '../file/driver.ts';
import { newId } from './ids.ts';

export type SpaceKind = 'region' | 'command' | 'exercise';

export interface Space {
  readonly id: string;
  readonly kind: SpaceKind;
  readonly name: string;
}

/** Call inside a transaction. */
export function createSpace(file: StoreFile, made: { readonly kind: SpaceKind; readonly name: string; readonly regionCode?: string }, now: Date): Space {
  const id = newId(now);
  file.run(sql`
    INSERT INTO space (id, kind, name, region_code, created_at)
    VALUES (${id}, ${made.kind}, ${made.name}, ${made.regionCode ?? null}, ${now.toISOString()})`);
  return { id, kind: made.kind, name: made.name };
}

export function space(file: StoreFile, id: string): Space {
  const found = file.row<Space>(sql`SELECT id, kind, name FROM space WHERE id = ${id}`);
  if (!found) throw new Error('a document belongs to a space that is not there');
  return found;
}

/** The space of the post's region, where new requests go. */
export function homeSpace(file: StoreFile): Space {
  const found = file.row<Space>(sql`SELECT id, kind, name FROM space WHERE kind = 'region' ORDER BY created_at, id LIMIT 1`);
  if (!found) throw new Error('the store holds no region space');
  return found;
}
