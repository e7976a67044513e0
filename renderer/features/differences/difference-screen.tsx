/** Fields of one document that posts changed apart: all values that stand against each other. */
import type { ReactNode } from 'react';
import { pathText, pathWords } from '../../../shared/document/value-text.ts';
import type { DifferenceDetail } from '../../../shared/domain/difference.ts';
import { useFollowing } from '../../app/use-following.ts';
import { useValueReading } from '../../app/value-reading.ts';
import { useCall } from '../../link/index.ts';
import { ErrorState, Panel, ScreenHead, Skeleton, useSay } from '../../ui/index.ts';

export function DifferenceScreen({ id }: { readonly id: string }): ReactNode {
  const detail = useCall('difference.open', { id });
  useFollowing(detail.refresh);
  if (detail.state === 'loading') return <Skeleton lines={12} />;
  if (detail.state === 'error') return <ErrorState isPage error={detail.error} onRetry={detail.refresh} />;
  return <Differences detail={detail.value} />;
}

function Differences({ detail }: { readonly detail: DifferenceDetail }): ReactNode {
  const say = useSay();
  const reading = useValueReading(detail.kind, detail.templateId);
  return (
    <>
      <ScreenHead kicker={detail.reference} title={say('difference.title', { kind: detail.kind })} />
      {detail.open.map((one) => (
        <Panel key={one.path} title={pathWords(reading, one).join(' › ')}>
          <ul>
            {one.candidates.map(({ value, author, revision }) => (
              <li key={revision ?? ''}>
                {author?.post} {pathText(reading, one.path, value).join(' ')}
              </li>
            ))}
          </ul>
        </Panel>
      ))}
    </>
  );
}
