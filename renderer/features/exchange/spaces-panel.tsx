/** Per space what is written here and with no other post yet, and what arrived and waits for something. */
import type { ReactNode } from 'react';
import { useExchange } from '../../app/exchange-state.ts';
import { useFormat } from '../../app/language/index.ts';
import { href } from '../../app/routes.ts';
import { useCall } from '../../link/index.ts';
import { ErrorState, Panel, Skeleton, Tag, useSay } from '../../ui/index.ts';
import styles from './exchange.module.css';

export function SpacesPanel(): ReactNode {
  const say = useSay();
  const { number } = useFormat();
  const list = useCall('space.list', {});
  const status = useExchange((state) => state.status);
  return (
    <Panel title={say('exchangeDesk.perSpace')}>
      {list.state === 'loading' && <Skeleton lines={3} />}
      {list.state === 'error' && <ErrorState error={list.error} onRetry={list.refresh} />}
      {list.state === 'ready' && (
        <ul className={styles.items}>
          {list.value.map(({ id, name, members, standing }) => {
            const { unsent, waiting } = status?.spaces.find(({ spaceId }) => spaceId === id) ?? { unsent: 0, waiting: 0 };
            const isAlone = members <= 1 && standing !== 'awaiting';
            return (
              <li key={id} className={styles.item}>
                <a className={styles.name} href={href({ room: 'space', id })}>
                  {name}
                </a>
                <span className={styles.tags}>
                  {standing === 'awaiting' && <Tag tone="warn">{say('exchangeDesk.perSpace.awaiting')}</Tag>}
                  {isAlone && <span className={styles.quiet}>{say('exchangeDesk.perSpace.alone')}</span>}
                  {unsent > 0 && <Tag tone={isAlone ? 'neutral' : 'warn'}>{say('exchangeDesk.perSpace.unsent', { count: unsent, shown: number(unsent) })}</Tag>}
                  {unsent === 0 && !isAlone && standing !== 'awaiting' && <Tag tone="ok">{say('exchangeDesk.perSpace.sent')}</Tag>}
                  {waiting > 0 && <Tag tone="warn">{say('exchangeDesk.perSpace.waiting', { count: waiting, shown: number(waiting) })}</Tag>}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}
