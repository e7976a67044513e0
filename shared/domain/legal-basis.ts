/** Legal bases (rechtsgrondslagen) as data: who may ask, along which chain, with which powers. Article text is replaceable. */
import { z } from 'zod';
import { bilingual, isoDate, provenance, slug } from './basics.ts';
import { condition } from './template.ts';

/** An organ or office that takes part in a chain. The Dutch term is the law's own. */
export const actor = z.enum([
  'applicant',
  'chairSafetyRegion', // voorzitter veiligheidsregio
  'mayor', // burgemeester
  'publicProsecutor', // officier van justitie
  'minister',
  'kingsCommissioner', // commissaris van de Koning
  'waterBoardChair', // dijkgraaf
  'islandGovernor', // gezaghebber
  'procurator', // procureur-generaal
  'kingdomRepresentative', // Rijksvertegenwoordiger
  'governor', // Gouverneur
  'governmentOfCountry',
  'kingdomCouncil', // Raad van ministers van het Koninkrijk
  'locc',
  'ministerJenV',
  'ministerDefence',
  'doc', // Defensie Operatie Centrum
  'stateProperty', // Dienst der Domeinen, today Rijksvastgoedbedrijf
  'rmoa',
  'rmc',
]);
export type Actor = z.infer<typeof actor>;

export const routeStepKind = z.enum(['asks', 'forwards', 'informs', 'assesses', 'decides', 'consults', 'agrees', 'provides']);

export const routeStep = z.strictObject({
  id: slug,
  kind: routeStepKind,
  from: actor,
  to: actor.optional(),
  text: bilingual,
  /** a step that only some requests travel: real estate goes another way (Regeling MSOB art. 4 lid 5). Absent: always. */
  when: condition.optional(),
  provenance,
});
export type RouteStep = z.infer<typeof routeStep>;

export const legalBasis = z.strictObject({
  id: slug,
  /** `Wvr art. 51` */
  short: z.string().min(1),
  title: bilingual,
  /** 'assistance' is bijstand, 'support' is steunverlening: press and people mix the two */
  term: z.enum(['assistance', 'support']),
  purpose: bilingual,
  territory: z.enum(['netherlands', 'bes', 'countries']),
  /** `when`: has the authority only for some requests, such as the public prosecutor for criminal law. Absent: for every one. */
  applicants: z.array(z.strictObject({ actor, title: bilingual, when: condition.optional(), provenance })).min(1),
  chain: z.array(routeStep).min(1),
  /** geweldsbevoegdheden */
  forcePowers: z.strictObject({ state: z.enum(['yes', 'no', 'notEstablished']), text: bilingual, provenance }),
  mustMotivate: z.array(z.strictObject({ text: bilingual, provenance })),
  exclusions: z.array(z.strictObject({ text: bilingual, provenance })),
  urgency: z.strictObject({ text: bilingual, provenance }),
  settlement: z.strictObject({ text: bilingual, provenance }),
  articles: z
    .array(z.strictObject({ id: slug, title: z.string(), text: z.string(), textDate: isoDate, mustBeChecked: z.boolean(), provenance }))
    .min(1),
  templates: z.array(slug),
  validFrom: isoDate.optional(),
  validUntil: isoDate.optional(),
  provenance,
});
export type LegalBasis = z.infer<typeof legalBasis>;
