/** What is open, what misses something, what starts soon and what is outdated. */
import { type ReactNode, useState } from 'react';
import type { DossierPage, RequestAttention, RequestPage } from '../../../shared/domain/listing.ts';
import type { PackSummary } from '../../../shared/domain/pack.ts';
import type { RequestSummary } from '../../../shared/domain/request.ts';
import { BeginButton, type BeginButtonProps } from '../../app/begin-button.tsx';
import { DifferenceMark } from '../../app/difference-marks.tsx';
import { useExchange } from '../../app/exchange-state.ts';
import { FailedCalls } from '../../app/failed-calls.tsx';
import { useFormat } from '../../app/language/index.ts';
import { NewRequestDialog } from '../../app/new-request-dialog.tsx';
import { requestName } from '../../app/request-name.ts';
import { href, navigate } from '../../app/routes.ts';
import { useReference } from '../../app/session.ts';
import { today } from '../../app/today.ts';
import { useNow } from '../../app/use-now.ts';
import { useCall, useEvent } from '../../link/index.ts';
import { Button, EmptyState, Panel, ScreenHead, Skeleton, Tag, useBilingual, useSay } from '../../ui/index.ts';
import { type PackAttention, hoursUntil, packsOfNote } from './attention.ts';
import { OpenDifferences } from './open-differences.tsx';
import { OpenDossiers } from './open-dossiers.tsx';
import { OpenTasks } from './open-tasks.tsx';
import flow from '../../ui/flow.module.css';
import styles from './workboard.module.css';

const dossiersShown = 6;

export function WorkboardScreen(): ReactNode {
  const say = useSay();
  const requests = useCall('request.attention', {});
  const dossiers = useCall('dossier.list', { closed: false, sort: 'last', limit: dossiersShown });
  const packs = useCall('reference.packs', {});
  const now = useNow();
  const [starting, setStarting] = useState(false);
  useEvent('document.changed', () => {
    requests.refresh();
    dossiers.refresh();
  });
  const start = { label: say('request.new'), onPress: () => setStarting(true) };
  return (
    <>
      <ScreenHead title={say('workboard.title')} actions={
          <>
            <Button onPress={() => navigate({ room: 'finder' })}>{say('finder.title')}</Button>
            <BeginButton {...start} />
          </>
        }
      />
      <FailedCalls of={[requests, dossiers, packs]} />
      {(requests.state === 'loading' || dossiers.state === 'loading' || packs.state === 'loading') && <Skeleton lines={8} />}
      {requests.state === 'ready' && dossiers.state === 'ready' && packs.state === 'ready' && <Board requests={requests.value} dossiers={dossiers.value} packs={packs.value} now={now} start={start} />}
      {starting && <NewRequestDialog onClose={() => setStarting(false)} />}
    </>
  );
}

interface BoardProps {
  readonly requests: RequestAttention;
  readonly dossiers: DossierPage;
  readonly packs: readonly PackSummary[];
  readonly now: string;
  readonly start: BeginButtonProps;
}

function Board({ requests, dossiers, packs, now, start }: BoardProps): ReactNode {
  const say = useSay();
  const isEmpty = requests.open.total + requests.finalised.total === 0;
  return (
    <div className={styles.board}>
      {dossiers.total > 0 && <OpenDossiers dossiers={dossiers} />}
      <OpenDifferences />
      <OpenTasks />
      {isEmpty ? (
        <div className={dossiers.total === 0 ? styles.wide : undefined}>
          <Panel>
            <EmptyState title={say(dossiers.total === 0 ? 'workboard.empty.title' : 'request.listEmpty.title')} actions={<BeginButton {...start} isSecond />}>
              <p>{say('workboard.empty.text')}</p>
            </EmptyState>
          </Panel>
        </div>
      ) : (
        <Requests board={requests} now={now} />
      )}
      <Packs packs={packsOfNote(packs, today())} />
    </div>
  );
}

function Requests({ board, now }: { readonly board: RequestAttention; readonly now: string }): ReactNode {
  const say = useSay();
  const format = useFormat();
  return (
    <>
      <RequestPanel title={say('workboard.soon')} none={say('workboard.soonNone')} page={board.soon} under={(request) => <StartWords request={request} now={now} />} />
      <RequestPanel title={say('workboard.missing')} none={say('workboard.missingNone')} page={board.missing} under={(request) => <OpenPoints request={request} />} />
      <RequestPanel
        title={say('workboard.open')}
        none={say('workboard.openNone')}
        page={board.open}
        under={(request) => (
          <>
            {say('workboard.savedAt', { at: format.dateTime(request.savedAt) })} <Ready request={request} />
          </>
        )}
      >
        <a href={href({ room: 'requests' })}>{say('workboard.allRequests')}</a>
      </RequestPanel>
      {board.finalised.total > 0 && (
        <Panel title={say('workboard.finalised')}>
          <Items requests={board.finalised.requests} under={(request) => say('request.version', { version: request.version })} />
        </Panel>
      )}
    </>
  );
}

interface RequestPanelProps {
  readonly title: string;
  readonly none: string;
  readonly page: RequestPage;
  readonly under: (request: RequestSummary) => ReactNode;
  readonly children?: ReactNode;
}

/** The first few of its kind and how many there are. */
function RequestPanel({ title, none, page, under, children }: RequestPanelProps): ReactNode {
  const say = useSay();
  return (
    <Panel title={title} aside={<Count of={page.total} />}>
      {page.total === 0 ? <p className={flow.quiet}>{none}</p> : null}
      <Items requests={page.requests} under={under} />
      {page.total > page.requests.length && <p className={flow.quiet}>{say('list.firstOf', { shown: page.requests.length, total: page.total })}</p>}
      {children}
    </Panel>
  );
}

/** Nothing of it is decided while posts differ, and then it cannot be finalised. */
function Ready({ request: { id, blocks } }: { readonly request: RequestSummary }): ReactNode {
  const say = useSay();
  const differs = useExchange(({ differences }) => differences.some(({ documentId, state }) => documentId === id && state === 'open'));
  if (differs) return <DifferenceMark id={id} />;
  return blocks === 0 ? <Tag tone="ok">{say('workboard.ready')}</Tag> : null;
}

function Items({ requests, under }: { readonly requests: readonly RequestSummary[]; readonly under: (request: RequestSummary) => ReactNode }): ReactNode {
  return (
    <ul className={styles.items}>
      {requests.map((request) => (
        <Item key={request.id} request={request} under={under(request)} />
      ))}
    </ul>
  );
}

function Item({ request, under }: { readonly request: RequestSummary; readonly under: ReactNode }): ReactNode {
  const { regionByCode } = useReference();
  const region = request.regionCode === undefined ? undefined : regionByCode.get(request.regionCode)?.name;
  return (
    <li className={styles.item}>
      <a className={styles.title} href={href({ room: 'request', id: request.id })}>
        {requestName(request)}
      </a>
      <span className={styles.quiet}>{[requestName(request) === request.reference ? undefined : request.reference, region].filter(Boolean).join(' · ')}</span>
      <span className={styles.under}>{under}</span>
    </li>
  );
}

function StartWords({ request, now }: { readonly request: RequestSummary; readonly now: string }): ReactNode {
  const say = useSay();
  const format = useFormat();
  const hours = hoursUntil(request, now);
  if (request.start === undefined || hours === undefined) return null;
  return (
    <>
      {format.dateTimeZone(request.start)} <Tag tone={hours < 0 ? 'bad' : 'warn'}>{hours < 0 ? say('workboard.startsLate') : say('workboard.startsIn', { hours })}</Tag>
    </>
  );
}

function OpenPoints({ request }: { readonly request: RequestSummary }): ReactNode {
  const say = useSay();
  return (
    <>
      {request.blocks > 0 && <Tag tone="bad">{say('request.blocksCount', { count: request.blocks })}</Tag>} {request.warns > 0 && <Tag tone="warn">{say('request.warnsCount', { count: request.warns })}</Tag>}
    </>
  );
}

function Packs({ packs }: { readonly packs: readonly PackAttention[] }): ReactNode {
  const say = useSay();
  const { date } = useFormat();
  const bilingual = useBilingual();
  return (
    <Panel title={say('workboard.packs')} aside={<Count of={packs.length} />}>
      {packs.length === 0 ? <p className={flow.quiet}>{say('workboard.packsFine')}</p> : null}
      <ul className={styles.items}>
        {packs.map(({ pack, state }) => (
          <li key={pack.id} className={styles.item}>
            <span className={styles.title}>{bilingual(pack.title)}</span>
            <span className={styles.quiet}>{say('workboard.packVersion', { version: pack.version })}</span>
            <span className={styles.under}>
              {state === 'outdated' && <Tag tone="bad">{say('workboard.packOutdated', { date: date(pack.validUntil) })}</Tag>}
              {state === 'endsSoon' && <Tag tone="warn">{say('workboard.packSoon', { date: date(pack.validUntil) })}</Tag>}
              {state === 'notYet' && <Tag tone="warn">{say('workboard.packNotYet', { date: date(pack.validFrom) })}</Tag>}
            </span>
          </li>
        ))}
      </ul>
      <a href={href({ room: 'packs' })}>{say('workboard.showPacks')}</a>
    </Panel>
  );
}

function Count({ of }: { readonly of: number }): ReactNode {
  const format = useFormat();
  return of === 0 ? null : <Tag isPlain>{format.number(of)}</Tag>;
}
