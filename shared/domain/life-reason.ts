/** Why a step in the life of a request was taken: codes with their source, as pack data. */
import { z } from 'zod';
import { bilingual, provenance, slug } from './basics.ts';
import { lifeStepKinds } from './choices.ts';

export const lifeStepKind = z.enum(lifeStepKinds);
export type LifeStepKind = z.infer<typeof lifeStepKind>;

/** An entry of the pack of kind `life-reasons`; `of` are the steps that it can be the reason of. */
export const lifeReason = z.strictObject({ id: slug, of: z.array(lifeStepKind).min(1), title: bilingual, help: bilingual.optional(), provenance });
export type LifeReason = z.infer<typeof lifeReason>;
