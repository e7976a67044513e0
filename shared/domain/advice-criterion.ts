/** What an advice says something on, as pack data (dossier 4.3): the question, the checks that speak to it, and what a bad finding excludes. */
import { z } from 'zod';
import { bilingual, provenance, slug } from './basics.ts';
import { adviceOutcomes } from './choices.ts';

export const adviceOutcome = z.enum(adviceOutcomes);
export type AdviceOutcome = z.infer<typeof adviceOutcome>;

/** One word, so that `findings.<criterion>` is the id of a field. */
export const criterionId = z.string().regex(/^[a-z][a-zA-Z0-9]*$/, 'criterion id such as legality').max(40);

/** A criterion on which every advice says something; an entry of the pack of kind `advice-criteria`. */
export const adviceCriterion = z.strictObject({
  id: criterionId,
  title: bilingual,
  /** what the adviser asks himself */
  question: bilingual,
  /** the checks of a request that speak to it; of their remarks a first finding is proposed */
  checks: z.array(z.string()),
  /** plays only where one of these holds; absent: always */
  applies: z.strictObject({ term: z.enum(['assistance', 'support']).optional(), bases: z.array(slug).optional(), capabilities: z.array(slug).optional() }).optional(),
  /** outcomes that contradict an unfavourable finding here */
  excludes: z.array(adviceOutcome),
  provenance,
});
export type AdviceCriterion = z.infer<typeof adviceCriterion>;
