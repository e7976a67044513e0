/** What is open, what misses something, what starts soon and what is outdated. */
import { type ReactNode, useEffect, useState } from 'react';
import type { DossierSummary } from '../../../shared/domain/dossier.ts';
import type { PackSummary } from '../../../shared/domain/pack.ts';
import type { RequestSummary } from '../../../shared/domain/request.ts';
import { dayText } from '../../../shared/domain/moment.ts';
import { useFormat } from '../../app/language/index.ts';
import { NewRequestDialog } from '../../app/new-request-dialog.tsx';
import { requestName } from '../../app/request-name.ts';
import { href } from '../../app/routes.ts';
import { useReference } from '../../app/session.ts';
import { today } from '../../app/today.ts';
import { useCall, useEvent } from '../../link/index.ts';
import { Button, EmptyState, ErrorState, Panel, PlusIcon, ScreenHead, Skeleton, Tag, useBilingual, useSay } from '../../ui/index.ts';
import { type Attention, type PackAttention, type Starting, attention } from './attention.ts';
import { OpenDossiers } from './open-dossiers.tsx';
import styles from './workboard.module.css';

const clockStep = 30_000;

export function WorkboardScreen(): ReactNode {
  const say = useSay();
  const requests = useCall('request.list', {});
  const dossiers = useCall('dossier.list', {});
  const packs = useCall('reference.packs', {});
  const now = useNow();
  const [starting, setStarting] = useState(false);
  useEvent('document.changed', () => {
    requests.refresh();
    dossiers.refresh();
  });
  const start = (
    <Button variant="primary" icon={<PlusIcon />} onPress={() => setStarting(true)}>
      {say('request.new')}
    </Button>
  );
  return (
    <>
      <ScreenHead title={say('workboard.title')} actions={start} />
      {requests.state === 'error' && <ErrorState error={requests.error} onRetry={requests.refresh} />}
      {dossiers.state === 'error' && <ErrorState error={dossiers.error} onRetry={dossiers.refresh} />}
      {packs.state === 'error' && <ErrorState error={packs.error} onRetry={packs.refresh} />}
      {(requests.state === 'loading' || dossiers.state === 'loading' || packs.state === 'loading') && <Skeleton lines={8} />}
      {requests.state === 'ready' && dossiers.state === 'ready' && packs.state === 'ready' && <Board requests={requests.value} dossiers={dossiers.value} packs={packs.value} now={now} start={start} />}
      {starting && <NewRequestDialog onClose={() => setStarting(false)} />}
    </>
  );
}

function useNow(): string {
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), clockStep);
    return () => clearInterval(timer);
  }, []);
  return now;
}

interface BoardProps {
  readonly requests: readonly RequestSummary[];
  readonly dossiers: readonly DossierSummary[];
  readonly packs: readonly PackSummary[];
  readonly now: string;
  readonly start: ReactNode;
}

function Board({ requests, dossiers, packs, now, start }: BoardProps): ReactNode {
  const say = useSay();
  const board = attention(requests, packs, now, today());
  return (
    <div className={styles.board}>
      {dossiers.length > 0 && <OpenDossiers dossiers={dossiers} />}
      {requests.length === 0 ? (
        <div className={dossiers.length === 0 ? styles.wide : undefined}>
          <Panel>
            <EmptyState title={say('workboard.empty.title')} actions={start}>
              <p>{say('workboard.empty.text')}</p>
            </EmptyState>
          </Panel>
        </div>
      ) : (
        <Requests board={board} />
      )}
      <Packs packs={board.packs} />
    </div>
  );
}

function Requests({ board }: { readonly board: Attention }): ReactNode {
  const say = useSay();
  const format = useFormat();
  return (
    <>
      <Panel title={say('workboard.soon')} aside={<Count of={board.soon.length} />}>
        {board.soon.length === 0 ? <p className={styles.none}>{say('workboard.soonNone')}</p> : null}
        <ul className={styles.items}>
          {board.soon.map((starting) => (
            <Item key={starting.request.id} request={starting.request} under={<StartWords starting={starting} />} />
          ))}
        </ul>
      </Panel>
      <Panel title={say('workboard.missing')} aside={<Count of={board.missing.length} />}>
        {board.missing.length === 0 ? <p className={styles.none}>{say('workboard.missingNone')}</p> : null}
        <ul className={styles.items}>
          {board.missing.map((request) => (
            <Item key={request.id} request={request} under={<OpenPoints request={request} />} />
          ))}
        </ul>
      </Panel>
      <Panel title={say('workboard.open')} aside={<Count of={board.open.length} />}>
        {board.open.length === 0 ? <p className={styles.none}>{say('workboard.openNone')}</p> : null}
        <ul className={styles.items}>
          {board.open.map((request) => (
            <Item
              key={request.id}
              request={request}
              under={
                <>
                  {say('workboard.savedAt', { at: format.dateTime(request.savedAt) })} {request.blocks === 0 && <Tag tone="ok">{say('workboard.ready')}</Tag>}
                </>
              }
            />
          ))}
        </ul>
        <a href={href({ room: 'requests' })}>{say('workboard.allRequests')}</a>
      </Panel>
      {board.finalised.length > 0 && (
        <Panel title={say('workboard.finalised')}>
          <ul className={styles.items}>
            {board.finalised.map((request) => (
              <Item key={request.id} request={request} under={say('request.version', { version: request.version })} />
            ))}
          </ul>
        </Panel>
      )}
    </>
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

function StartWords({ starting: { request, hours } }: { readonly starting: Starting }): ReactNode {
  const say = useSay();
  const format = useFormat();
  return (
    <>
      {request.start !== undefined && format.dateTimeZone(request.start)} <Tag tone={hours < 0 ? 'bad' : 'warn'}>{hours < 0 ? say('workboard.startsLate') : say('workboard.startsIn', { hours })}</Tag>
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
  const bilingual = useBilingual();
  return (
    <Panel title={say('workboard.packs')} aside={<Count of={packs.length} />}>
      {packs.length === 0 ? <p className={styles.none}>{say('workboard.packsFine')}</p> : null}
      <ul className={styles.items}>
        {packs.map(({ pack, state }) => (
          <li key={pack.id} className={styles.item}>
            <span className={styles.title}>{bilingual(pack.title)}</span>
            <span className={styles.quiet}>{say('workboard.packVersion', { version: pack.version })}</span>
            <span className={styles.under}>
              {state === 'outdated' && <Tag tone="bad">{say('workboard.packOutdated', { date: dayText(pack.validUntil) })}</Tag>}
              {state === 'endsSoon' && <Tag tone="warn">{say('workboard.packSoon', { date: dayText(pack.validUntil) })}</Tag>}
              {state === 'notYet' && <Tag tone="warn">{say('workboard.packNotYet', { date: dayText(pack.validFrom) })}</Tag>}
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
