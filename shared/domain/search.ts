import { z } from 'zod';
import { bilingual, regionCode } from './basics.ts';

export const searchKind = z.enum(['municipality', 'region', 'capability', 'effect', 'legalBasis', 'contact', 'request', 'dossier', 'advice']);
export type SearchKind = z.infer<typeof searchKind>;

/** Why an entry was found: its name, another name, a word of an effect that it serves, its text, or a word one typing error away. */
export const searchReason = z.enum(['name', 'alias', 'effect', 'text', 'typo']);

export const searchHit = z.strictObject({
  kind: searchKind,
  /** code, slug or document id of the thing found */
  ref: z.string(),
  title: bilingual,
  subtitle: bilingual,
  regionCode: regionCode.optional(),
  /** the other name that matched, when the title does not hold what was typed: Den Bosch → 's-Hertogenbosch */
  matchedName: z.string().optional(),
  /** `text` is the name, the effect's word, the excerpt or the word as it is spelt */
  why: z.strictObject({ kind: searchReason, text: z.string() }).optional(),
});
export type SearchHit = z.infer<typeof searchHit>;
