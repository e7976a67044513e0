/** Spaces (ruimten): sharing groups. Every document belongs to one; a post starts with the space of its region. Who belongs to one: db/exchange/. */
import type { OwnStanding, ReadOnly, SpaceKind } from '../../shared/domain/space.ts';
import { AppError } from '../../shared/errors.ts';
import { readOnlyIn } from '../../shared/rules/read-only.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import { newId } from './ids.ts';

export interface Space {
  readonly id: string;
  readonly kind: SpaceKind;
  readonly name: string;
  readonly region_code: string | null;
  readonly standing: OwnStanding;
  readonly frozen: number;
  readonly home: number;
  readonly created_at: string;
}

/** Call inside a transaction. The first space of a post is its home. */
export function createSpace(file: StoreFile, made: { readonly kind: SpaceKind; readonly name: string; readonly regionCode?: string | undefined; readonly id?: string; readonly standing?: OwnStanding }, now: Date): Space {
  const id = made.id ?? newId(now);
  const home = file.row(sql`SELECT id FROM space WHERE home = 1`) ? 0 : 1;
  file.run(sql`
    INSERT INTO space (id, kind, name, region_code, created_at, standing, home)
    VALUES (${id}, ${made.kind}, ${made.name}, ${made.regionCode ?? null}, ${now.toISOString()}, ${made.standing ?? 'keeper'}, ${home})`);
  return space(file, id);
}

export function findSpace(file: StoreFile, id: string): Space | undefined {
  return file.row<Space>(sql`SELECT id, kind, name, region_code, standing, frozen, home, created_at FROM space WHERE id = ${id}`);
}

/** Throws `space.unknown`. */
export function space(file: StoreFile, id: string): Space {
  const found = findSpace(file, id);
  if (!found) throw new AppError('space.unknown', 'no such space', { details: { id } });
  return found;
}

export function spaces(file: StoreFile): Space[] {
  return file.rows<Space>(sql`SELECT id, kind, name, region_code, standing, frozen, home, created_at FROM space ORDER BY home DESC, kind, name, id`);
}

/** The space where new documents go when nothing else is said. */
export function homeSpace(file: StoreFile): Space {
  const found = file.row<{ id: string }>(sql`SELECT id FROM space WHERE home = 1`);
  if (!found) throw new Error('the store holds no home space');
  return space(file, found.id);
}

/** Throws `space.unknown`, `space.role` or `space.frozen`: a post writes only where it is a keeper or an editor. */
export function mustBeWritable(file: StoreFile, id: string): Space {
  const found = space(file, id);
  const why = whyReadOnly(found);
  if (why === 'frozen') throw new AppError('space.frozen', 'the exercise is frozen', { details: { space: found.name } });
  if (why) throw new AppError('space.role', `the post is ${found.standing} in the space`, { details: { space: found.name } });
  return found;
}

const whyReadOnly = ({ standing, frozen }: Pick<Space, 'standing' | 'frozen'>): ReadOnly | undefined => readOnlyIn({ standing, frozen: frozen === 1 });

export const writes = (found: Pick<Space, 'standing' | 'frozen'>): boolean => whyReadOnly(found) === undefined;

/** What a document that is opened says of the space in which it lies: why this post only reads it, nothing where it writes. */
export function readOnlyOf(file: StoreFile, id: string): { readonly readOnly?: ReadOnly } {
  const why = whyReadOnly(space(file, id));
  return why ? { readOnly: why } : {};
}
