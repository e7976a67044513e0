/**
 * The window's side of the contract. A call never throws: it answers with a Result. When the store process dies during a call,
 * main starts a new one and makes repeatable calls again by itself (contract, `repeatable`); `store.down` reaches the window only
 * for a call that twice would be two, or when the store cannot be started any more.
 */
import type { CallInput, CallName, CallOutput, EventName, EventPayload } from '../../shared/contract.ts';
import type { CallError, Result } from '../../shared/errors.ts';

type FailureListener = (name: CallName, error: CallError) => void;
const failureListeners = new Set<FailureListener>();

async function call<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>> {
  const result = await window.steunpunt.call(name, input);
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
