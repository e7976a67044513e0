/** In the top bar: how exchange stands and what is not sent yet. Leads to its room. */
import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { type ExchangeStanding, standingOf } from './exchange-standing.ts';
import { useExchange } from './exchange-state.ts';
import { type Format, type Say, useFormat, useSay } from './language/index.ts';
import { classNames } from '../ui/class-names.ts';
import { WarnIcon } from '../ui/icons.tsx';
import { announce } from '../ui/live.tsx';
import { href } from './routes.ts';
import styles from './top-bar.module.css';

export function ExchangePill(): ReactNode {
  const say = useSay();
  const format = useFormat();
  const status = useExchange((state) => state.status);
  const isOnline = useOnline();
  const standing = status && standingOf(status);
  const asks = standing?.state === 'asks';
  useEffect(() => {
    if (asks) announce(say('exchangeDesk.pill.asks'));
  }, [asks, say]);
  if (!standing) return null;
  const words = [standingWords(standing, isOnline, say, format), standing.unsent > 0 && say('exchangeDesk.pill.unsent', { count: standing.unsent })].filter(Boolean).join(' · ');
  return (
    <a href={href({ room: 'exchange' })} className={classNames(styles.pill, styles.exchange, asks && styles.asks)}>
      <span className="visually-hidden">{say('exchangeDesk.nav')}: </span>
      {asks && <WarnIcon size={12} />}
      <span>{words}</span>
    </a>
  );
}

function standingWords({ state, at }: ExchangeStanding, isOnline: boolean, say: Say, { moment }: Format): string {
  switch (state) {
    case 'none':
      return say('exchangeDesk.pill.none');
    case 'running':
      return say('exchangeDesk.pill.running');
    case 'asks':
      return say('exchangeDesk.pill.asks');
    case 'away':
      return say(isOnline ? 'exchangeDesk.pill.away' : 'exchangeDesk.pill.offline');
    case 'never':
      return say('exchangeDesk.pill.never');
    case 'done':
      return say('exchangeDesk.pill.done', { at: at === undefined ? '' : moment(at, new Date().toISOString()) });
  }
}

function listen(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}

/** Whether this machine has a network at all; whether the hub is on it is another question. */
const useOnline = (): boolean => useSyncExternalStore(listen, () => navigator.onLine);
