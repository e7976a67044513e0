/** One call that a dialog makes when its button is pressed: whether it is under way, and what went wrong. */
import { useState } from 'react';
import type { CallInput, CallName, CallOutput } from '../../shared/contract.ts';
import type { CallError } from '../../shared/errors.ts';
import { link } from '../link/index.ts';

export interface Run<N extends CallName> {
  readonly busy: boolean;
  readonly error: CallError | undefined;
  /** undefined when it failed; then `error` says why */
  readonly run: (input: CallInput<N>) => Promise<CallOutput<N> | undefined>;
  readonly forgetError: () => void;
}

export function useRun<N extends CallName>(name: N): Run<N> {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  return {
    busy,
    error,
    forgetError: () => setError(undefined),
    run: async (input) => {
      setBusy(true);
      setError(undefined);
      const result = await link.call(name, input);
      setBusy(false);
      if (result.ok) return result.value;
      setError(result.error);
      return undefined;
    },
  };
}
