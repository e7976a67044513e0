/**
 * A script (draaiboek) of an exercise: the messages (injects) that exercise control puts in, each at its time from the start. It is a
 * pack of one exercise: whoever keeps the exercise loads its file into it, and it travels as a signed revision to every post of it.
 */
import { z } from 'zod';
import { bilingual, documentId, instant, isoDate, revisionId, slug } from './basics.ts';
import { author } from './request.ts';

/** from the start of the exercise, hours and minutes: `T+00:15` */
export const scriptTime = z.string().regex(/^T\+\d{2,3}:[0-5]\d$/, 'a time from the start as T+00:15');

export const injectKind = z.enum([
  'message', // somebody tells or asks something in the exercise
  'situation', // what happens around it changes
  'question', // somebody wants an answer
]);
export type InjectKind = z.infer<typeof injectKind>;

/** A function or an office, never the name of a person. */
const office = z.string().min(1).max(200);

export const inject = z.strictObject({
  id: slug,
  at: scriptTime,
  kind: injectKind,
  from: office,
  to: office,
  text: z.string().min(1).max(5000),
  /** keys of `sources`, for what stands on a real case */
  sources: z.array(z.string()).optional(),
});
export type Inject = z.infer<typeof inject>;

export const exerciseScript = z
  .strictObject({
    format: z.literal('steunpunt-pack/1'),
    kind: z.literal('exercise-script'),
    id: slug,
    version: z.string().regex(/^\d{4}\.\d+$/),
    date: isoDate,
    publisher: z.string().min(1).max(200),
    title: bilingual,
    licence: z.string().min(1).max(200),
    /** said outright, so that no text of it is ever taken for a report: it was written for an exercise */
    invented: z.literal(true),
    sources: z.record(z.string(), z.strictObject({ title: z.string().min(1), url: z.string().optional(), date: z.string().optional(), note: z.string().optional() })),
    entries: z.array(inject).min(1).max(500),
  })
  .refine(({ entries }) => new Set(entries.map(({ id }) => id)).size === entries.length, { path: ['entries'], message: 'an id stands twice' })
  .refine(({ entries, sources }) => entries.every((entry) => (entry.sources ?? []).every((key) => key in sources)), { path: ['entries'], message: 'a source is not in sources' });
export type ExerciseScript = z.infer<typeof exerciseScript>;

/** What exercise control and the posts do with a script: signed acts beside it, only ever added. */
export const scriptAct = z.discriminatedUnion('kind', [
  /** T+00:00 is this moment; also one that has passed or is still to come */
  z.strictObject({ kind: z.literal('started'), at: instant }),
  z.strictObject({ kind: z.literal('paused'), at: instant }),
  z.strictObject({ kind: z.literal('resumed'), at: instant }),
  /** by hand, before its time */
  z.strictObject({ kind: z.literal('released'), inject: slug }),
  /** put in the log of a dossier by a post */
  z.strictObject({ kind: z.literal('taken'), inject: slug, dossier: documentId, entry: z.uuid() }),
]);
export type ScriptAct = z.infer<typeof scriptAct>;

export const scriptPhase = z.enum(['waiting', 'running', 'paused']);

/** An inject as a post sees it. */
export const shownInject = inject.extend({
  /** minutes from the start */
  minutes: z.int().nonnegative(),
  /** it is there for everybody */
  hasAppeared: z.boolean(),
  released: z.boolean(),
  taken: z.strictObject({ dossierId: documentId, by: author, at: instant }).optional(),
});
export type ShownInject = z.infer<typeof shownInject>;

export const scriptState = z.strictObject({
  id: documentId,
  reference: z.string(),
  title: bilingual,
  publisher: z.string(),
  sources: z.array(z.string()),
  /** where injects are taken over when nothing else is said */
  dossierId: documentId.optional(),
  phase: scriptPhase,
  startedAt: instant.optional(),
  /** minutes of exercise time that have passed; negative before a start that is still to come */
  minutes: z.int(),
  /** when the next inject appears by itself, on the clock of this post */
  nextAt: instant.optional(),
  /** those that have appeared; to exercise control, which keeps the exercise, all of them */
  injects: z.array(shownInject),
  total: z.int().nonnegative(),
  /** this post keeps the exercise: it starts, pauses and releases */
  directs: z.boolean(),
  revision: revisionId,
});
export type ScriptState = z.infer<typeof scriptState>;
