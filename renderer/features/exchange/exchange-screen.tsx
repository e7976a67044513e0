/** Exchange with other posts: through hubs, with a file on a stick; what two posts changed apart, what is unsent and what waits. */
import type { ReactNode } from 'react';
import { refreshExchange, useExchange } from '../../app/exchange-state.ts';
import { ErrorState, ScreenHead, Skeleton, useSay } from '../../ui/index.ts';
import { DifferencesPanel } from './differences-panel.tsx';

export function ExchangeScreen(): ReactNode {
  const say = useSay();
  const { status, error } = useExchange();
  return (
    <>
      <ScreenHead title={say('exchangeDesk.nav')} />
      {error && <ErrorState error={error} onRetry={() => void refreshExchange()} />}
      {!status && !error && <Skeleton lines={8} />}
      {status && <DifferencesPanel />}
    </>
  );
}
