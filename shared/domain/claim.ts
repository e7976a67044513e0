/** Which open request of this post asks which capability, and when: two requests can count on the same boats. */
import { z } from 'zod';
import { documentId, slug } from './basics.ts';
import { period } from './request.ts';

export const capabilityClaim = z.strictObject({
  requestId: documentId,
  reference: z.string(),
  capabilityId: slug,
  period,
  templateId: slug,
  /** requests of one group under one template ask for the same need and are no rivals; under another they ask once more */
  groupId: z.uuid().optional(),
});
export type CapabilityClaim = z.infer<typeof capabilityClaim>;
