/** A dossier: one incident with its regions and their GRIP level, its requests, its log and its attachments. */
import { z } from 'zod';
import { gripLevels } from './choices.ts';
import { documentId, instant, regionCode, zonedDateTime } from './basics.ts';
import { documentOrigin } from './origin.ts';
import { readOnly } from './space.ts';

export const grip = z.enum(gripLevels);
export type Grip = z.infer<typeof grip>;

export const dossierRegion = z.strictObject({ regionCode, grip });
export type DossierRegion = z.infer<typeof dossierRegion>;

/** What each field holds; an empty field is absent, never an empty string. */
export const dossierFields = {
  title: z.string().trim().min(1).max(500),
  description: z.string().min(1).max(50_000),
  startedAt: zonedDateTime,
  closed: z.boolean(),
  regions: z
    .array(dossierRegion)
    .min(1)
    .max(25)
    .refine((regions) => new Set(regions.map((one) => one.regionCode)).size === regions.length, 'a region stands once'),
} as const;
export type DossierField = keyof typeof dossierFields;

export const dossierValues = z.strictObject(dossierFields).partial();
export type DossierValues = z.infer<typeof dossierValues>;

/** Absolute values, null to empty a field: repeating a change is harmless. */
export const dossierChanges = z
  .strictObject({
    title: dossierFields.title.nullable(),
    description: dossierFields.description.nullable(),
    startedAt: dossierFields.startedAt.nullable(),
    closed: dossierFields.closed.nullable(),
    regions: dossierFields.regions.nullable(),
  })
  .partial();
export type DossierChanges = z.infer<typeof dossierChanges>;

export const dossierSummary = z.strictObject({
  id: documentId,
  /** given by this post: region, year, D and a sequence */
  reference: z.string(),
  title: z.string(),
  regions: z.array(dossierRegion),
  closed: z.boolean(),
  requests: z.int().nonnegative(),
  /** when the newest entry of the log was written */
  lastEntryAt: instant.optional(),
  /** the entry that happened last and still holds; of one moment the one written last */
  lastEntry: z.strictObject({ at: zonedDateTime, text: z.string() }).optional(),
  savedAt: instant,
});
export type DossierSummary = z.infer<typeof dossierSummary>;

export const dossierDocument = z.strictObject({
  id: documentId,
  reference: z.string(),
  /** counts the saves of the working copy */
  seq: z.int().nonnegative(),
  savedAt: instant,
  createdAt: instant,
  values: dossierValues,
  /** the space that it belongs to */
  spaceId: z.uuid(),
  /** the dossier that this one was copied from */
  origin: documentOrigin.optional(),
  /** why this post only reads it; absent where it writes */
  readOnly: readOnly.optional(),
});
export type DossierDocument = z.infer<typeof dossierDocument>;
