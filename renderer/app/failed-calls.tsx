/** What a view that needs several answers says when some did not come: each way to fail once, and one button that asks all of them again. */
import type { ReactNode } from 'react';
import type { CallState } from '../link/index.ts';
import { ErrorState } from '../ui/states.tsx';

export function FailedCalls({ of: calls }: { readonly of: readonly CallState<unknown>[] }): ReactNode {
  const failed = calls.filter((call) => call.state === 'error');
  const firsts = failed.filter(({ error: { code } }, place) => failed.findIndex((other) => other.error.code === code) === place);
  const again = (): void => {
    for (const { refresh } of failed) refresh();
  };
  return firsts.map(({ error }) => <ErrorState key={error.code} error={error} onRetry={again} />);
}
