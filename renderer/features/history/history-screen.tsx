/** The history of a document of any kind: every revision, newest first. */
import { type ReactNode, useEffect } from 'react';
import { useFollowing } from '../../app/use-following.ts';
import { useShownKind } from '../../app/document-kinds.ts';
import { useFormat } from '../../app/language/index.ts';
import { useCall } from '../../link/index.ts';
import { ErrorState, Panel, ScreenHead, Skeleton, useSay } from '../../ui/index.ts';

export function HistoryScreen({ id }: { readonly id: string }): ReactNode {
  const say = useSay();
  const format = useFormat();
  const history = useCall('history.of', { id });
  useFollowing(history.refresh);
  const kind = history.state === 'ready' ? history.value.kind : undefined;
  useEffect(() => useShownKind.setState({ kind }), [kind]);
  if (history.state === 'loading') return <Skeleton lines={12} />;
  if (history.state === 'error') return <ErrorState isPage error={history.error} onRetry={history.refresh} />;
  const { reference, title, entries } = history.value;
  return (
    <>
      <ScreenHead kicker={reference} title={say('history.title', { title: title || reference })} />
      <Panel>
        <ol>
          {entries.map(({ id: revision, number, at, author }) => (
            <li key={revision}>
              {number} {format.dateTime(at)} {author.post}
            </li>
          ))}
        </ol>
      </Panel>
    </>
  );
}
