/** Where a copied document comes from. A document never moves to another space: its copy there names it. */
import { z } from 'zod';
import { documentId } from './basics.ts';

/** In the revision of a copy, so that who does not hold the original can still say which it was. */
export const originNamed = z.strictObject({ reference: z.string(), /** its name; absent where the copy lies in the same one */ space: z.string().optional() });
export type OriginNamed = z.infer<typeof originNamed>;

export const documentOrigin = originNamed.extend({ id: documentId });
export type DocumentOrigin = z.infer<typeof documentOrigin>;
