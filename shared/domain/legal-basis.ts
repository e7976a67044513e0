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
  'ministerInterior', // minister van Binnenlandse Zaken en Koninkrijksrelaties
  'boardProcurators', // College van procureurs-generaal
  'legalAffairs', // Juridische Zaken van Defensie (DJZ)
  'kmar', // Koninklijke Marechaussee
  'secretaryGeneral', // secretaris-generaal van Defensie
  'taskCouncil', // Nationaal Taakveldenberaad
  'navyCommandCaribbean', // Commandant der Zeemacht in het Caribisch gebied
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
  /** whose agreement the law demands before the step is taken (`in overeenstemming met`) */
  inAgreementWith: actor.optional(),
  /** who must be heard first, without having to agree (`na overleg met`) */
  afterConsulting: z.array(actor).optional(),
  text: bilingual,
  /** a step that only some requests travel: real estate goes another way (Regeling MSOB art. 4 lid 5). Absent: always. */
  when: condition.optional(),
  /** id of the part of the basis that travels this step; absent: every part */
  part: slug.optional(),
  provenance,
});
export type RouteStep = z.infer<typeof routeStep>;

const statedFact = z.strictObject({ text: bilingual, provenance });

/**
 * One article can serve two purposes under different authorities: public order under the mayor, criminal law enforcement under the
 * public prosecutor (Politiewet 2012 art. 11 and 12). A request stands under one part, by its template.
 */
export const basisPart = z.strictObject({
  id: slug,
  title: bilingual,
  /** which of the applicants of the basis ask under this part */
  applicants: z.array(actor).min(1),
  /** ids of the templates of this part; each is of this basis */
  templates: z.array(slug),
});
export type BasisPart = z.infer<typeof basisPart>;

export const legalBasis = z.strictObject({
  id: slug,
  /** the law or regulation that the article stands in; articles of one law stand together */
  law: z.strictObject({ short: z.string().min(1), title: z.string().min(1) }),
  /** `Wvr art. 51` */
  short: z.string().min(1),
  title: bilingual,
  /** 'assistance' is bijstand, 'support' is steunverlening: press and people mix the two */
  term: z.enum(['assistance', 'support']),
  purpose: bilingual,
  territory: z.enum(['netherlands', 'bes', 'countries']),
  applicants: z.array(z.strictObject({ actor, title: bilingual, provenance })).min(1),
  /** the word by which the chain names whoever asks, where several may: `bestuursorgaan`, `gezag` */
  anyApplicant: bilingual.optional(),
  parts: z.array(basisPart).min(2).optional(),
  /** which part of the forces helps on this basis: the military police alone (Politiewet art. 57) or the others alone (art. 58); absent: any */
  forces: z.enum(['kmar', 'otherParts']).optional(),
  chain: z.array(routeStep).min(1),
  /** geweldsbevoegdheden */
  forcePowers: z.strictObject({ state: z.enum(['yes', 'no', 'notEstablished']), text: bilingual, provenance }),
  /** gezag: under whose authority and command the deployment runs */
  authority: statedFact,
  mustMotivate: z.array(statedFact),
  /** `when`: the answer in a draft that shows that the basis does not fit; absent where only a person can see it */
  exclusions: z.array(statedFact.extend({ when: condition.optional() })),
  urgency: statedFact,
  settlement: statedFact,
  /** since when it holds, what changed or is about to; absent where the sources say nothing of it */
  standing: statedFact.optional(),
  articles: z
    .array(z.strictObject({ id: slug, title: z.string(), text: z.string(), textDate: isoDate, mustBeChecked: z.boolean(), provenance }))
    .min(1),
  templates: z.array(slug),
  validFrom: isoDate.optional(),
  validUntil: isoDate.optional(),
  provenance,
});
export type LegalBasis = z.infer<typeof legalBasis>;
