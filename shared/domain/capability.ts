/** Effects and capabilities (capaciteiten): what can be reached, and what the forces can bring to reach it. */
import { z } from 'zod';
import { bilingual, instant, isoDate, provenance, slug } from './basics.ts';

export const effect = z.strictObject({
  id: slug,
  title: bilingual,
  description: bilingual,
  /** words people use for it, Dutch */
  terms: z.array(z.string()),
  /** the main effect under which this narrower one stands; absent for a main effect. One level deep. */
  broader: slug.optional(),
  provenance,
});
export type Effect = z.infer<typeof effect>;

/** Supply class (dossier 2.1): structureel, gegarandeerd (ICMS), incidenteel. */
export const supplyClass = z.enum(['structural', 'guaranteed', 'incidental']);
export type SupplyClass = z.infer<typeof supplyClass>;

/** Readiness in the words of the Court of Audit (dossier 2.3); `notReported` where no public source says anything. */
export const readinessState = z.enum(['ready', 'notDemonstrable', 'unknown', 'notReported']);
export type ReadinessState = z.infer<typeof readinessState>;

/** What may be left when the first main task (hoofdtaak 1) claims the forces. No public source rates single capabilities: `inferred` marks ours. */
export const outlookState = z.enum(['limited', 'possiblyNone', 'notEstablished']);
export type OutlookState = z.infer<typeof outlookState>;

/** A stated fact with its own source, for example one limit of a helicopter. */
export const statedFact = z.strictObject({ text: bilingual, provenance });

export const capability = z.strictObject({
  id: slug,
  name: bilingual,
  /** one line under the name in lists */
  summary: bilingual,
  effects: z.array(slug).min(1),
  aliases: z.array(z.string()),
  /** of the military police (Koninklijke Marechaussee); absent: of another part of the forces */
  forces: z.literal('kmar').optional(),
  supply: z.strictObject({ class: supplyClass, provenance }),
  /** numbers a source gives, as text with unit and source */
  quantities: z.array(statedFact),
  notice: z.strictObject({
    /** hours from request to departure as formally agreed, absent when not public */
    formalHours: z.number().positive().optional(),
    text: bilingual,
    /** what happens in practice where a source tells it */
    practice: bilingual.optional(),
    provenance,
  }),
  limits: z.array(statedFact),
  /** what the receiver must arrange */
  needs: z.array(statedFact),
  /** request by form, or direct alarm without one */
  call: z.strictObject({ how: z.enum(['request', 'directAlarm']), text: bilingual, provenance }),
  readiness: z.strictObject({ state: readinessState, text: bilingual, provenance }),
  outlook: z.strictObject({ state: outlookState, text: bilingual, provenance }),
  civilAlternatives: z.array(statedFact),
  validUntil: isoDate,
  provenance,
});
export type Capability = z.infer<typeof capability>;

/** What this post knows of a capability beyond the pack; kept apart from it, so that a newer pack never overwrites it. */
export const capabilityNote = z.strictObject({ capabilityId: slug, text: z.string().min(1).max(5000), savedAt: instant });
export type CapabilityNote = z.infer<typeof capabilityNote>;
