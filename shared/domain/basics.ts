/** Small shapes that every concept of the field uses. */
import { z } from 'zod';
import { patterns } from './patterns.ts';

/** A text in both languages of the window. Law and pack content is Dutch first; `en` may be absent for quoted law. */
export const bilingual = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) });
export type Bilingual = z.infer<typeof bilingual>;

/** Calendar date, `2025-07-15`. */
export const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'date as YYYY-MM-DD');

/** A moment with its offset and zone, `2021-07-14T18:00:00+02:00[Europe/Amsterdam]` (RFC 9557). Minutes are what people type. */
export const zonedDateTime = z.string().regex(patterns.zonedDateTime, 'moment as 2021-07-14T18:00:00+02:00[Europe/Amsterdam]');

/** Moment on the clock of the post, UTC, as `Date.prototype.toISOString` writes it. Shown, never compared to decide anything. */
export const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, 'instant as 2026-11-22T01:22:03.000Z');

export const regionCode = z.string().regex(patterns.regionCode, 'region code VR01..VR25');
export const municipalityCode = z.string().regex(patterns.municipalityCode, 'municipality code GMxxxx');
export const slug = z.string().regex(patterns.slug, 'lower-case words joined by hyphens').max(80);
export const documentId = z.uuid();
/** SHA-256 of the canonical JSON of a revision, lower-case hex. */
export const revisionId = z.string().regex(/^[0-9a-f]{64}$/, 'SHA-256, lower-case hex');

/** How sure a stated fact is; the words of the dossier's marks [V], [G], [U]. */
export const confidence = z.enum(['verified', 'general', 'uncertain', 'inferred', 'placeholder']);
export type Confidence = z.infer<typeof confidence>;

/** Where a fact comes from. `source` names an entry in the pack's `sources`; `at` the page, answer or article in it. */
export const provenance = z.strictObject({
  source: z.string().min(1),
  at: z.string().optional(),
  sourceDate: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/).optional(),
  confidence,
  note: z.string().optional(),
});
export type Provenance = z.infer<typeof provenance>;

export const locale = z.enum(['nl', 'en']);
export type Locale = z.infer<typeof locale>;
