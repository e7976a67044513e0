/**
 * The window's side of the contract. A call never throws: it answers with a Result. When the store process ended during a call,
 * main starts a new one; calls that may safely be repeated wait for it and go again, all others give `store.down` to the person.
 */
import type { CallInput, CallName, CallOutput, EventName, EventPayload } from '../../shared/contract.ts';
import type { CallError, Result } from '../../shared/errors.ts';

/** Reads, and writes of absolute values. `post.create`, `request.create` and `export.*` are not here: twice would be two. */
const repeatable: ReadonlySet<CallName> = new Set<CallName>([
  'app.info',
  'app.preferences',
  'app.setPreferences',
  'app.flushed',
  'post.status',
  'post.regionChoices',
  'reference.packs',
  'reference.all',
  'reference.map',
  'search.find',
  'request.list',
  'request.open',
  'request.save',
  'request.assess',
  'request.revise',
  'request.revision',
]);

const retryForMs = 20_000;
const pauseMs = 250;

type FailureListener = (name: CallName, error: CallError) => void;
const failureListeners = new Set<FailureListener>();

async function once<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>> {
  try {
    return await window.steunpunt.call(name, input);
  } catch {
    // The bridge answers with values; a throw means that main itself did not answer.
    return { ok: false, error: { code: 'internal', message: `no answer to ${name}` } };
  }
}

/** Resolves when the store says that it is ready, or after a pause, whichever is first. */
function storeReady(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, pauseMs);
    const stop = window.steunpunt.on('store.state', ({ state }) => state === 'ready' && done());
    function done(): void {
      clearTimeout(timer);
      stop();
      resolve();
    }
  });
}

async function call<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>> {
  const giveUpAt = performance.now() + retryForMs;
  let result = await once(name, input);
  while (!result.ok && result.error.code === 'store.down' && repeatable.has(name) && performance.now() < giveUpAt) {
    await storeReady();
    result = await once(name, input);
  }
  if (!result.ok) for (const listener of failureListeners) listener(name, result.error);
  return result;
}

export const link = {
  call,
  /** Listens to an event of the application; the answer stops it. */
  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void {
    return window.steunpunt.on(name, listener);
  },
  /** Sees every call that failed, for what concerns the whole window (a post that locked meanwhile). */
  onFailure(listener: FailureListener): () => void {
    failureListeners.add(listener);
    return () => failureListeners.delete(listener);
  },
} as const;
