/** One hub: how the last exchange with it ended, what goes on now, and what a person can do about it. */
import { type ReactNode, useState } from 'react';
import type { HubStanding } from '../../../shared/domain/exchange.ts';
import { asksPerson } from '../../app/exchange-standing.ts';
import { type ExchangeStatus, useExchange } from '../../app/exchange-state.ts';
import { ConfirmDialog } from '../../app/confirm-dialog.tsx';
import { HubAddress } from '../../app/hub-address.tsx';
import { type Format, useFormat } from '../../app/language/index.ts';
import { useNow } from '../../app/use-now.ts';
import { useRun } from '../../app/use-run.ts';
import { link } from '../../link/index.ts';
import { Banner, Button, ErrorState, Facts, Fingerprint, Progress, type Say, Tag, type TagTone, errorWords, useSay } from '../../ui/index.ts';
import styles from './exchange.module.css';
import { ReportView } from './report-view.tsx';

/** So many envelopes take longer than a moment. */
const largeFrom = 250;

export interface HubCardProps {
  readonly hub: HubStanding;
  readonly status: ExchangeStatus;
  readonly onEdit: () => void;
  /** another hub answers at its address, and its keeper says that it is the new one */
  readonly onRenew: () => void;
}

export function HubCard({ hub, status, onEdit, onRenew }: HubCardProps): ReactNode {
  const say = useSay();
  const format = useFormat();
  const now = useNow();
  const { run, busy, error } = useRun('exchange.run');
  const [asking, setAsking] = useState(false);
  const ended = useExchange((state) => state.ended[hub.pin]);
  const running = status.running?.pin === hub.pin ? status.running : undefined;
  const isLarge = useExchange(({ progress }) => progress?.job === running?.job && (progress?.done ?? 0) >= largeFrom);
  // what goes on by itself is quiet, unless it takes a while
  const shown = running?.by === 'person' || isLarge ? running : undefined;
  return (
    <li className={styles.hub}>
      <div className={styles.hubHead}>
        <h3>
          <HubAddress url={hub.url} />
        </h3>
        <Tag tone={tones[toneOf(hub)]}>{say(`exchangeDesk.hub.state.${toneOf(hub)}`)}</Tag>
      </div>
      <p>{standingWords(hub, status.byItself, now, say, format)}</p>
      {hub.state === 'failed' && hub.error !== undefined && <Trouble hub={hub} onEdit={onEdit} onRenew={onRenew} onStartAnew={() => setAsking(true)} />}
      {error && <ErrorState error={error} />}
      {shown && <Running job={shown.job} />}
      <Facts rows={[{ label: say('exchangeDesk.hub.pin'), value: <Fingerprint>{hub.pin}</Fingerprint> }]} />
      {ended && ended.report.received > 0 && (
        <details className={styles.details}>
          <summary>{say('exchangeDesk.hub.brought')}</summary>
          <ReportView report={ended.report} />
        </details>
      )}
      <div className={styles.row}>
        {!shown && (
          <Button isDisabled={busy} onPress={() => void run({ pin: hub.pin })}>
            {say('exchangeDesk.hub.run')}
          </Button>
        )}
        <Button aria-haspopup="dialog" onPress={onEdit}>
          {say('exchangeDesk.hub.edit')}
        </Button>
      </div>
      {asking && (
        <ConfirmDialog
          title={say('exchangeDesk.anew.title')}
          points={[say('exchangeDesk.anew.asked'), say('exchangeDesk.anew.does'), say('exchangeDesk.anew.stays')]}
          doLabel={say('exchangeDesk.anew.do')}
          act={() => link.call('exchange.startAnew', { pin: hub.pin })}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  );
}

function Running({ job }: { readonly job: string }): ReactNode {
  const say = useSay();
  const progress = useExchange((state) => (state.progress?.job === job ? state.progress : undefined));
  const phase = progress?.phase ?? 'preparing';
  return (
    <Progress
      label={say(`exchangeDesk.phase.${phase}`)}
      {...(progress && progress.total > 0 ? { done: progress.done, total: progress.total } : {})}
      onCancel={() => void link.call('exchange.cancel', { job })}
    />
  );
}

/** Why it failed, what is safe and what to do; and, where only a person may decide, how. */
function Trouble({ hub, onEdit, onRenew, onStartAnew }: { readonly hub: HubStanding; readonly onEdit: () => void; readonly onRenew: () => void; readonly onStartAnew: () => void }): ReactNode {
  const say = useSay();
  if (hub.error === undefined) return null;
  const words = errorWords({ code: hub.error, message: '' }, say);
  const action =
    hub.error === 'hub.lost' ? (
      <Button size="small" aria-haspopup="dialog" onPress={onStartAnew}>
        {say('exchangeDesk.anew')}
      </Button>
    ) : hub.error === 'hub.admission' ? (
      <Button size="small" aria-haspopup="dialog" onPress={onEdit}>
        {say('exchangeDesk.hub.giveCode')}
      </Button>
    ) : hub.error === 'hub.stranger' ? (
      <Button size="small" aria-haspopup="dialog" onPress={onRenew}>
        {say('exchangeDesk.hub.renew')}
      </Button>
    ) : undefined;
  return (
    <Banner tone={asksPerson(hub) ? 'error' : 'warn'} title={words.happened} {...(action ? { actions: action } : {})}>
      <p>{words.safe}</p>
      <p>{words.todo}</p>
    </Banner>
  );
}

type HubTone = 'never' | 'done' | 'away' | 'asks' | 'stopped';
const tones = { never: 'neutral', done: 'ok', away: 'warn', asks: 'bad', stopped: 'neutral' } as const satisfies Record<HubTone, TagTone>;

const toneOf = (hub: HubStanding): HubTone => (hub.state === 'failed' ? (asksPerson(hub) ? 'asks' : 'away') : hub.state);

/** Nearer than this, an hour and a minute say less than 'soon'. */
const soonMs = 90_000;

function standingWords({ state, endedAt, doneAt, failedSince, nextAt, error }: HubStanding, byItself: boolean, now: string, say: Say, { moment }: Format): string {
  const at = (instant: string | undefined): string => (instant === undefined ? '' : moment(instant, now));
  const since = doneAt === undefined ? say('exchangeDesk.hub.neverDone') : say('exchangeDesk.hub.lastDone', { at: at(doneAt) });
  const isSoon = nextAt !== undefined && Date.parse(nextAt) - Date.parse(now) < soonMs;
  const next = nextAt === undefined || !byItself ? '' : isSoon ? say('exchangeDesk.hub.soon') : say('exchangeDesk.hub.next', { at: at(nextAt) });
  switch (state) {
    case 'never':
      return say('exchangeDesk.hub.never');
    case 'done':
      return say('exchangeDesk.hub.done', { at: at(doneAt) });
    case 'stopped':
      return [say('exchangeDesk.hub.stopped', { at: at(endedAt) }), since, next].filter(Boolean).join(' ');
    case 'failed':
      return [say('exchangeDesk.hub.failed', { at: at(failedSince) }), since, error === 'hub.lost' ? say('exchangeDesk.hub.waits') : next].filter(Boolean).join(' ');
  }
}
