/** Per space what is written here and with no other post yet, and what arrived and waits for something. */
import type { ReactNode } from 'react';
import { useExchange } from '../../app/exchange-state.ts';
import { useFormat } from '../../app/language/index.ts';
import { href } from '../../app/routes.ts';
import { useCall } from '../../link/index.ts';
import { ErrorState, Panel, Skeleton, Tag, useSay } from '../../ui/index.ts';
import flow from '../../ui/flow.module.css';
import styles from './exchange.module.css';

export function SpacesPanel(): ReactNode {
  const say = useSay();
  const { number } = useFormat();
  const list = useCall('space.list', {});
  const status = useExchange((state) => state.status);
  // what was once sent is not there any more, as far as this post can tell
  const isLost = status?.hubs.some(({ error }) => error === 'hub.lost') ?? false;
  return (
    <Panel title={say('exchangeDesk.perSpace')}>
      {list.state === 'loading' && <Skeleton lines={3} />}
      {list.state === 'error' && <ErrorState error={list.error} onRetry={list.refresh} />}
      {list.state === 'ready' && (
        <ul className={styles.items}>
          {list.value.map(({ id, name, standing }) => {
            const { unsent, waiting, others } = status?.spaces.find(({ spaceId }) => spaceId === id) ?? { unsent: 0, waiting: 0, others: 0 };
            const isOut = standing === 'removed' || standing === 'left';
            const isReader = standing === 'reader';
            const isAlone = !isOut && others === 0 && standing !== 'awaiting';
            return (
              <li key={id} className={styles.item}>
                <a className={styles.name} href={href({ room: 'space', id })}>
                  {name}
                </a>
                <span className={flow.row}>
                  {standing === 'awaiting' && <Tag tone="warn">{say('exchangeDesk.perSpace.awaiting')}</Tag>}
                  {isOut && <span className={flow.quiet}>{say('exchangeDesk.perSpace.out')}</span>}
                  {isAlone && <span className={flow.quiet}>{say('exchangeDesk.perSpace.alone')}</span>}
                  {unsent > 0 && !isAlone && !isOut && <Tag tone="warn">{say('exchangeDesk.perSpace.unsent', { count: unsent, shown: number(unsent) })}</Tag>}
                  {isReader && <span className={flow.quiet}>{say('exchangeDesk.perSpace.reads')}</span>}
                  {unsent === 0 && !isAlone && !isOut && !isReader && standing !== 'awaiting' && (isLost ? <span className={flow.quiet}>{say('exchangeDesk.perSpace.lost')}</span> : <Tag tone="ok">{say('exchangeDesk.perSpace.sent')}</Tag>)}
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
