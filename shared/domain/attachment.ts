/** Attachments (bijlagen) of a dossier: files kept whole and encrypted in the store, named by their content. */
import { z } from 'zod';
import { instant } from './basics.ts';
import { type MediaType, mediaTypes } from './choices.ts';
import { author } from './request.ts';

export { type MediaType, mediaTypes } from './choices.ts';

/** Largest file that is kept, in bytes: 25 MB. */
export const largestAttachment = 25_000_000;

const names = Object.keys(mediaTypes);

export const attachment = z.strictObject({
  id: z.uuid(),
  /** a file name without folder, safe on Windows and Linux, with an extension that fits its type */
  name: z.string().min(1).max(255),
  mediaType: z.custom<MediaType>((value) => typeof value === 'string' && names.includes(value)),
  bytes: z.int().positive().max(largestAttachment),
  /** of the content, lower-case hex */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  addedAt: instant,
  by: author,
  /** its name came from another post, its content has not */
  waiting: z.literal(true).optional(),
});
export type Attachment = z.infer<typeof attachment>;
