/** The history of a document of any kind: every revision as a line, any of them shown, compared with another, brought back. */
import { type ReactNode, useEffect, useState } from 'react';
import type { DocumentHistory, HistoryEntry } from '../../../shared/domain/history.ts';
import { DifferenceMark } from '../../app/difference-marks.tsx';
import { routeOf, useShownKind } from '../../app/document-kinds.ts';
import { RequestViews } from '../../app/request-views.tsx';
import { useReadOnly } from '../../app/read-only.tsx';
import { href } from '../../app/routes.ts';
import { useFollowing } from '../../app/use-following.ts';
import { useValueReading } from '../../app/value-reading.ts';
import { useCall, useEvent } from '../../link/index.ts';
import { EmptyState, ErrorState, Panel, Room, ScreenHead, Skeleton, useSay } from '../../ui/index.ts';
import { NowPanel, RevisionPanel } from './revision-panel.tsx';
import { RevisionList, now } from './revision-list.tsx';

export function HistoryScreen({ id }: { readonly id: string }): ReactNode {
  const history = useCall('history.of', { id });
  useFollowing(history.refresh);
  // a role comes and goes with an exchange
  useEvent('exchange.ended', history.refresh);
  const kind = history.state === 'ready' ? history.value.kind : undefined;
  useEffect(() => {
    useShownKind.setState({ kind });
    return () => useShownKind.setState({ kind: undefined });
  }, [kind]);
  if (history.state === 'loading') return <Skeleton lines={12} />;
  if (history.state === 'error') return <ErrorState isPage error={history.error} onRetry={history.refresh} />;
  return <History history={history.value} onChanged={history.refresh} />;
}

function History({ history, onChanged }: { readonly history: DocumentHistory; readonly onChanged: () => void }): ReactNode {
  const say = useSay();
  const { documentId: id, kind, reference, title, entries, ahead } = history;
  const reading = useValueReading(kind, history.templateId);
  const isReadOnly = useReadOnly(history) !== undefined;
  const [wanted, setWanted] = useState<string>();
  const first = ahead ? now : entries[0]?.id;
  const chosen = wanted === now && ahead ? now : entries.some((entry) => entry.id === wanted) ? wanted : first;
  const entry: HistoryEntry | undefined = entries.find((one) => one.id === chosen);
  const head = entries.find((one) => one.head) ?? entries[0];
  return (
    <>
      <ScreenHead
        kicker={
          <>
            {say('history.of', { kind })} <a href={href(routeOf(kind, id))}>{title === '' ? reference : `${title} (${reference})`}</a> <DifferenceMark id={id} />
          </>
        }
        title={say('history.word')}
      />
      {kind === 'request' && <RequestViews requestId={id} current="history" isReadOnly={isReadOnly} />}
      {entries.length === 0 ? (
        <Panel>
          <EmptyState title={say('history.empty')} actions={<a href={href(routeOf(kind, id))}>{say('difference.toDocument')}</a>}>
            <p>{say('history.emptyText')}</p>
          </EmptyState>
        </Panel>
      ) : (
        <Room lead={<RevisionList history={history} chosen={chosen} onChoose={setWanted} />}>
          {entry ? (
            <RevisionPanel
              key={entry.id}
              history={history}
              entry={entry}
              reading={reading}
              onBroughtBack={() => {
                setWanted(undefined);
                onChanged();
              }}
              onStale={onChanged}
            />
          ) : (
            head && <NowPanel history={history} head={head} reading={reading} />
          )}
        </Room>
      )}
    </>
  );
}
