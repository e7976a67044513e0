/** Two states of a document beside each other, field by field. */
import type { ReactNode } from 'react';
import type { ValueReading } from '../../../shared/document/value-text.ts';
import { ChangeList } from '../../app/changes/change-list.tsx';
import { useFollowing } from '../../app/use-following.ts';
import { useCall } from '../../link/index.ts';
import { ErrorState, Skeleton, useSay } from '../../ui/index.ts';
import flow from '../../ui/flow.module.css';

interface ComparedProps {
  readonly documentId: string;
  readonly from: string;
  /** absent: as it is now */
  readonly to: string | undefined;
  readonly reading: ValueReading;
}

export function Compared({ documentId: id, from, to, reading }: ComparedProps): ReactNode {
  const say = useSay();
  const compared = useCall('history.compare', { id, from, ...(to === undefined ? {} : { to }) });
  useFollowing(compared.refresh);
  if (compared.state === 'loading') return <Skeleton lines={6} />;
  if (compared.state === 'error') return <ErrorState error={compared.error} onRetry={compared.refresh} />;
  const changes = compared.value;
  return (
    <div className={flow.stack}>
      <output className={flow.quiet}>{changes.length === 0 ? say('changes.same') : say('changes.count', { count: changes.length })}</output>
      <ChangeList changes={changes} reading={reading} />
    </div>
  );
}
