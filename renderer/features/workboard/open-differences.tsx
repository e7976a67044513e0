/** Documents that posts changed apart: a person must decide, and nothing of it can be finalised before. */
import type { ReactNode } from 'react';
import { useExchange } from '../../app/exchange-state.ts';
import { href } from '../../app/routes.ts';
import { Panel, Tag, useSay } from '../../ui/index.ts';
import styles from './workboard.module.css';

/** Nothing where nothing stands open. */
export function OpenDifferences(): ReactNode {
  const say = useSay();
  const differences = useExchange((state) => state.differences);
  if (differences.length === 0) return null;
  return (
    <Panel title={say('exchangeDesk.differences')} aside={<Tag tone="warn">{differences.length}</Tag>}>
      <ul className={styles.items}>
        {differences.map(({ documentId, kind, reference, title, state, count }) => (
          <li key={`${documentId} ${state}`} className={styles.item}>
            <a className={styles.title} href={href({ room: 'difference', id: documentId })}>
              {title === '' ? reference : title}
            </a>
            <span className={styles.quiet}>{[say(`exchangeDesk.kind.${kind}`), title === '' ? undefined : reference].filter(Boolean).join(' · ')}</span>
            <span className={styles.under}>
              <Tag tone={state === 'open' ? 'warn' : 'neutral'}>{say(state === 'open' ? 'exchangeDesk.differences.open' : 'exchangeDesk.differences.proposal', { count })}</Tag>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
