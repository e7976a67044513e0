/**
 * The contract between the window and the application: every call and every event, with its schemas. The preload is generated
 * from the names (build/bundle.ts), main checks sender and input once (electron/main/gate.ts), the store dispatches by name
 * (electron/store/dispatch.ts). The calls stand in `shared/calls/`, a file for each group of rooms; one that is not in `calls` below
 * does not exist. How to add one: CONTRIBUTING.md.
 *
 * `owner` says which process answers: 'store' (the store process) or 'shell' (main: windows, dialogs, files the person chose).
 * `whenLocked` marks the calls that a locked post answers; all others give `post.locked`.
 * `repeatable` marks the calls that do no harm when they are made twice: main makes them again when the store process died under them.
 */
import { z } from 'zod';
import { adviceCalls } from './calls/advice.ts';
import { nothing } from './calls/call.ts';
import { dossierCalls } from './calls/dossiers.ts';
import { exchangeCalls } from './calls/exchange.ts';
import { exerciseCalls } from './calls/exercise.ts';
import { ownHubCalls } from './calls/own-hub.ts';
import { paperCalls } from './calls/papers.ts';
import { postCalls } from './calls/post.ts';
import { referenceCalls } from './calls/reference.ts';
import { requestCalls } from './calls/requests.ts';
import { documentId, instant } from './domain/basics.ts';
import { exchangeProgress, importReport } from './domain/exchange.ts';
import { spaceView } from './domain/space.ts';
import { ownHub } from './domain/own-hub.ts';
import { type Result, errorCodes } from './errors.ts';

export type { TakenFile } from './calls/call.ts';
export { type ExportFormat, exportFormat } from './calls/papers.ts';
export type { PostStatus } from './calls/post.ts';

export const calls = {
  ...postCalls,
  ...referenceCalls,
  ...requestCalls,
  ...adviceCalls,
  ...dossierCalls,
  ...paperCalls,
  ...exchangeCalls,
  ...exerciseCalls,
  ...ownHubCalls,
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type CallInput<N extends CallName> = z.input<Calls[N]['input']>;
export type CallOutput<N extends CallName> = z.output<Calls[N]['output']>;

/** What the store process is doing, as the status bar says it. */
export const storeState = z.strictObject({
  state: z.enum(['starting', 'ready', 'restarting', 'failed']),
  /** how often the process was restarted since the application started */
  restarts: z.int().nonnegative(),
});

export const events = {
  'store.state': storeState,
  /** long work, for a progress bar: `done` of `total` steps of `job` */
  'job.progress': z.strictObject({ job: z.enum(['packs', 'export', 'integrity']), done: z.int(), total: z.int(), label: z.string() }),
  'document.changed': z.strictObject({ id: documentId, seq: z.int(), savedAt: instant }),
  'exchange.progress': exchangeProgress,
  /** with its report, or with why it ended */
  'exchange.ended': z.strictObject({ job: z.uuid(), pin: z.string(), report: importReport, error: z.strictObject({ code: z.enum(errorCodes), message: z.string() }).optional() }),
  /** something of `exchange.status` is another: an exchange began or ended, a hub was added, changed or removed */
  'exchange.changed': nothing,
  /** another post's work reached a document: the fields of the working copy that it changed, whether a person must decide, and who wrote */
  'document.arrived': z.strictObject({ id: documentId, fields: z.array(z.string()), differs: z.boolean(), reference: z.string(), kind: z.string(), by: z.string().optional() }),
  /** another exercise, operational work again, or the exercise in view was frozen */
  'space.viewChanged': z.strictObject({ view: spaceView }),
  /** the hub that this post is began, ended, or has other addresses */
  'hub.state': ownHub,
  /** the post was locked, by a person, by idleness or by the system */
  'post.locked': z.strictObject({ by: z.enum(['person', 'idle', 'system']) }),
  /** the window must save what is typed and then call `app.flushed`: the application is about to close or lock */
  'app.closing': z.strictObject({ why: z.enum(['quit', 'lock']) }),
} as const;
export type Events = typeof events;
export type EventName = keyof Events;
export type EventPayload<N extends EventName> = z.output<Events[N]>;

/** A listener that comes later than the last of these events still hears it: they tell a state, not a happening. */
export const rememberedEvents: readonly EventName[] = ['store.state'];

/** What `window.steunpunt` is: one function per call, one subscription per event. Nothing else crosses. */
export interface Bridge {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>>;
  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void;
}

