/**
 * A script (draaiboek) of an exercise: the messages (injects) that exercise control puts in, and the packs that count in the exercise, each
 * at its time from the start. It is a pack of one exercise: whoever keeps the exercise loads its file into it, and it travels as a signed
 * revision to every post of it.
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

const packVersion = z.string().regex(/^\d{4}\.\d+$/);

/**
 * A pack that counts in the exercise from its time on, laid over the installed ones: a catalogue in which something is scarce, other
 * contacts, a template. Here only what its post must be able to name; it is read as any pack file is, by whoever loads the script and again
 * on every post (db/exercise/held.ts), so that one of a newer kind waits for the version that knows it.
 */
export const scriptPack = z.strictObject({
  id: slug,
  at: scriptTime,
  pack: z.object({ id: slug, kind: z.string().min(1).max(80), version: packVersion, title: bilingual, publisher: z.string().min(1).max(200), entries: z.array(z.json()).max(20_000) }).catchall(z.json()),
});
export type ScriptPack = z.infer<typeof scriptPack>;

/** Largest script with its packs, bytes of its canonical JSON: it travels in one envelope, which holds 4 MiB. */
export const largestScript = 3 * 1024 * 1024;
/** Characters of its file, which people lay out to read. */
export const longestScriptFile = 2 * largestScript;

export const exerciseScript = z
  .strictObject({
    format: z.literal('steunpunt-pack/1'),
    kind: z.literal('exercise-script'),
    id: slug,
    version: packVersion,
    date: isoDate,
    publisher: z.string().min(1).max(200),
    title: bilingual,
    licence: z.string().min(1).max(200),
    /** said outright, so that no text of it is ever taken for a report: it was written for an exercise */
    invented: z.literal(true),
    sources: z.record(z.string(), z.strictObject({ title: z.string().min(1), url: z.string().optional(), date: z.string().optional(), note: z.string().optional() })),
    entries: z.array(inject).min(1).max(500),
    packs: z.array(scriptPack).max(50).optional(),
  })
  .refine(({ entries }) => areApart(entries), { path: ['entries'], message: 'an id stands twice' })
  // exercise control releases both by their ids
  .refine(({ entries, packs = [] }) => areApart([...entries, ...packs]), { path: ['packs'], message: 'an id stands twice' })
  .refine(({ entries, sources }) => entries.every((entry) => (entry.sources ?? []).every((key) => key in sources)), { path: ['entries'], message: 'a source is not in sources' });
export type ExerciseScript = z.infer<typeof exerciseScript>;

function areApart(named: readonly { readonly id: string }[]): boolean {
  return new Set(named.map(({ id }) => id)).size === named.length;
}

/**
 * By which statement its maker kept the exercise, and the last statement that its maker knew: whether it was theirs to do follows from the
 * chain of the exercise on every post alike (db/exchange/keeping.ts).
 */
export const keeping = z.strictObject({ by: z.string().regex(/^[0-9a-f]{64}$/), number: z.int().positive() });
export type Keeping = z.infer<typeof keeping>;

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

/** A pack of the script as a post sees it. */
export const shownPack = z.strictObject({
  id: slug,
  at: scriptTime,
  minutes: z.int().nonnegative(),
  /** it counts */
  hasAppeared: z.boolean(),
  released: z.boolean(),
  title: bilingual,
  kind: z.string(),
  version: z.string(),
  publisher: z.string(),
  entries: z.int().nonnegative(),
  /** SHA-256 of its canonical JSON */
  hash: z.string(),
  /** why it does not count on this post: of a newer kind, or not as a pack must be */
  trouble: z.enum(['newer', 'invalid']).optional(),
});
export type ShownPack = z.infer<typeof shownPack>;

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
  /** as the injects */
  packs: z.array(shownPack),
  /** scripts and acts of posts that did not keep the exercise when they made them: they count for nothing */
  ignored: z.int().nonnegative(),
  /** this post keeps the exercise: it starts, pauses and releases */
  directs: z.boolean(),
  revision: revisionId,
});
export type ScriptState = z.infer<typeof scriptState>;
