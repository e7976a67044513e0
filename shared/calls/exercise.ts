/** The part of the contract that is about exercises: what the post works in is in exchange.ts; here the script and the export. */
import { z } from 'zod';
import { bilingual, documentId, instant, locale, slug } from '../domain/basics.ts';
import { longestScriptFile, scriptState } from '../domain/exercise-script.ts';
import { spaceId } from '../domain/space.ts';
import { call, nothing, takenFile } from './call.ts';

export const exerciseCalls = {
  /** of the exercise in view; by the clock of this post, or as it will be at `now` */
  'exercise.script': call({ owner: 'store', repeatable: true, input: z.strictObject({ now: instant.optional() }), output: z.strictObject({ script: scriptState.optional() }) }),
  /** examples that come with the application */
  'exercise.examples': call({ owner: 'store', repeatable: true, input: nothing, output: z.array(z.strictObject({ id: slug, title: bilingual, injects: z.int().positive(), packs: z.int().nonnegative() })) }),
  /** asks for a file and gives its text, for `exercise.addScript` */
  'exercise.readScript': call({ owner: 'shell', input: nothing, output: z.strictObject({ cancelled: z.boolean(), name: z.string(), text: z.string() }) }),
  /** loads a script into the exercise in view, with a dossier for it: the text of a file, or an example */
  'exercise.addScript': call({ owner: 'store', input: z.union([z.strictObject({ text: z.string().min(1).max(longestScriptFile) }), z.strictObject({ example: slug })]), output: scriptState }),
  /** what exercise control does; `at`: T+00:00 is another moment than now */
  'exercise.direct': call({
    owner: 'store',
    input: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('start'), at: instant.optional() }),
      z.strictObject({ kind: z.literal('pause') }),
      z.strictObject({ kind: z.literal('resume') }),
      z.strictObject({ kind: z.literal('release'), inject: slug }),
    ]),
    output: scriptState,
  }),
  /** puts an inject that has appeared in the log of a dossier; a repeat does nothing more */
  'exercise.take': call({ owner: 'store', repeatable: true, input: z.strictObject({ inject: slug, dossierId: documentId, locale }), output: scriptState }),

  /** everything of an exercise in one ZIP file, for evaluation; `job.progress` tells how far it is */
  'exercise.export': call({ owner: 'shell', input: z.strictObject({ id: spaceId, locale }), output: takenFile }),
  /** ends an export that goes on; nothing is left of it */
  'exercise.cancelExport': call({ owner: 'shell', input: nothing, output: nothing }),
} as const;
