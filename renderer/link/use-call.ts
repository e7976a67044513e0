/** Calls and events as React sees them. */
import { startTransition, useCallback, useEffect, useEffectEvent, useState } from 'react';
import type { CallInput, CallName, CallOutput, EventName, EventPayload } from '../../shared/contract.ts';
import type { CallError } from '../../shared/errors.ts';
import { link } from './client.ts';

export type CallState<T> =
  | { readonly state: 'loading'; readonly refresh: () => void }
  | { readonly state: 'error'; readonly error: CallError; readonly refresh: () => void }
  /** `isRefreshing` while a newer answer is on its way; the older one stays in view */
  | { readonly state: 'ready'; readonly value: T; readonly isRefreshing: boolean; readonly refresh: () => void };

interface Answer<N extends CallName> {
  readonly key: string;
  readonly round: number;
  readonly value?: CallOutput<N>;
  readonly error?: CallError;
}

export interface CallOptions {
  /** the answer to the last input stays in view while the next is on its way: for a list that is searched and paged */
  readonly keepsLast?: boolean;
}

/** Asks when the screen appears and whenever name or input change. Input is compared by its JSON. An answer that was overtaken is dropped. */
export function useCall<N extends CallName>(name: N, input: CallInput<N>, { keepsLast = false }: CallOptions = {}): CallState<CallOutput<N>> {
  const key = `${name} ${JSON.stringify(input)}`;
  const [round, setRound] = useState(0);
  const [answer, setAnswer] = useState<Answer<N>>();
  const refresh = useCallback(() => setRound((before) => before + 1), []);
  const ask = useEffectEvent(() => link.call(name, input));

  useEffect(() => {
    let overtaken = false;
    void ask().then((result) => {
      if (overtaken) return;
      const next = result.ok ? { key, round, value: result.value } : { key, round, error: result.error };
      // a list is drawn in slices, between which a key is answered: the one before is still in view
      if (keepsLast) startTransition(() => setAnswer(next));
      else setAnswer(next);
    });
    return () => {
      overtaken = true;
    };
  }, [key, round, keepsLast]);

  if (!answer || (answer.key !== key && !keepsLast)) return { state: 'loading', refresh };
  if (answer.error) return { state: 'error', error: answer.error, refresh };
  return { state: 'ready', value: answer.value as CallOutput<N>, isRefreshing: answer.key !== key || answer.round !== round, refresh };
}

/** Runs the listener for every event of that name while the part is on screen. */
export function useEvent<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): void {
  const heard = useEffectEvent(listener);
  useEffect(() => link.on(name, (payload) => heard(payload)), [name]);
}
