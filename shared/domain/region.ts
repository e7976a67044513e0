/** Safety regions (veiligheidsregio's), municipalities, police units and regional military commands. */
import { z } from 'zod';
import { isoDate, municipalityCode, provenance, regionCode } from './basics.ts';

export const region = z.strictObject({
  code: regionCode,
  /** the name in daily use (CBS) */
  name: z.string().min(1),
  /** the name in the annex of the Wet veiligheidsregio's, where it differs */
  statutoryName: z.string().optional(),
  /** other spellings people type: Friesland for Fryslân */
  aliases: z.array(z.string()),
  policeUnit: z.string().min(1),
  command: z.strictObject({ name: z.string().min(1), brigade: z.string().min(1), seat: z.string().min(1), formerNames: z.array(z.string()) }),
  provenance,
});
export type Region = z.infer<typeof region>;

export const municipality = z.strictObject({
  code: municipalityCode,
  name: z.string().min(1),
  aliases: z.array(z.string()),
  regionCode,
  validFrom: isoDate.optional(),
  /** last day on which the municipality exists; `successor` takes over the day after */
  validUntil: isoDate.optional(),
  successor: municipalityCode.optional(),
  provenance,
});
export type Municipality = z.infer<typeof municipality>;
