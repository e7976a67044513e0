/** How far a file is that is written or read, and the way to break it off. */
import type { ReactNode } from 'react';
import { useExchange } from '../../app/exchange-state.ts';
import { link } from '../../link/index.ts';
import { Progress } from '../../ui/index.ts';

export interface FileProgressProps {
  readonly label: string;
  readonly onCancelled: () => void;
}

export function FileProgress({ label, onCancelled }: FileProgressProps): ReactNode {
  const running = useExchange((state) => state.status?.running?.job);
  const progress = useExchange((state) => state.progress);
  // an exchange with a hub may go on at the same time
  const own = progress?.job === running ? undefined : progress;
  if (!own) return <Progress label={label} />;
  return (
    <Progress
      label={label}
      done={own.done}
      total={own.total}
      onCancel={() => {
        onCancelled();
        void link.call('exchange.cancel', { job: own.job });
      }}
    />
  );
}
