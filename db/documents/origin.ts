/** The origin of a copy: what its revision says of it, whether or not this post holds the document that it was made of. */
import { type DocumentOrigin, type OriginNamed, documentOrigin } from '../../shared/domain/origin.ts';
import { AppError } from '../../shared/errors.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import { canonicalJson } from './canonical.ts';
import { type Space, space as spaceOf, writes } from './spaces.ts';
import { spaceForNew } from './view.ts';
import type { DocumentRow } from './working-copies.ts';

/**
 * The space where a copy is to lie: the one named, else that of the document, else, where this post only reads it, that of what is new. Never from an exercise into operational work: what was
 * invented there would be asked for real. Throws `space.exercise`, and as `mustBeWritable`.
 */
export function spaceForCopy(file: StoreFile, origin: DocumentRow, named?: string): Space {
  const from = spaceOf(file, origin.space);
  const to = spaceForNew(file, named ?? (writes(from) ? from.id : undefined));
  if (from.kind === 'exercise' && to.kind !== 'exercise') {
    throw new AppError('space.exercise', 'what was made in an exercise does not become operational', { field: 'spaceId', details: { space: to.name } });
  }
  return to;
}

/** Says with a copy what it was made of. Call inside a transaction. */
export function nameOrigin(file: StoreFile, copy: string, { id, reference, space }: DocumentRow, into: Space): void {
  const origin: DocumentOrigin = { id, reference, ...(space === into.id ? {} : { space: spaceOf(file, space).name }) };
  file.run(sql`UPDATE document SET origin = ${id}, origin_named = ${canonicalJson(origin)} WHERE id = ${copy}`);
}

/** As a revision holds it. */
export function namedOrigin({ origin, origin_named }: DocumentRow): { readonly origin?: string; readonly originNamed?: OriginNamed } {
  if (origin_named === null) return origin === null ? {} : { origin };
  const { id, ...named } = said(origin_named);
  return { origin: id, originNamed: named };
}

/** As a revision says it. Call inside a transaction. */
export function keepOriginNamed(file: StoreFile, { document, origin, originNamed }: { readonly document: string; readonly origin?: string | undefined; readonly originNamed?: OriginNamed | undefined }): void {
  const named = origin === undefined || originNamed === undefined ? null : canonicalJson({ id: origin, ...originNamed });
  file.run(sql`UPDATE document SET origin_named = ${named} WHERE id = ${document} AND origin_named IS NOT ${named}`);
}

/** For the window. A copy of before it was named says the reference of the document where this post holds it, else nothing. */
export function originOf(file: StoreFile, { origin, origin_named }: DocumentRow): { readonly origin?: DocumentOrigin } {
  if (origin_named !== null) return { origin: said(origin_named) };
  const held = origin === null ? undefined : file.row<{ reference: string }>(sql`SELECT reference FROM document WHERE id = ${origin}`);
  return origin === null || !held ? {} : { origin: { id: origin, reference: held.reference } };
}

const said = (json: string): DocumentOrigin => documentOrigin.parse(JSON.parse(json));
