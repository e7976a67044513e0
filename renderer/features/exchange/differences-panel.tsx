/** What two posts changed apart and a person must decide, and drafts that wait for the next version. Each leads on. */
import type { ReactNode } from 'react';
import { useExchange } from '../../app/exchange-state.ts';
import { href } from '../../app/routes.ts';
import { Panel, Tag, useSay } from '../../ui/index.ts';
import styles from './exchange.module.css';

export function DifferencesPanel(): ReactNode {
  const say = useSay();
  const differences = useExchange((state) => state.differences);
  return (
    <Panel title={say('exchangeDesk.differences')} {...(differences.length === 0 ? {} : { aside: <Tag tone="warn">{differences.length}</Tag> })}>
      {differences.length === 0 ? (
        <p className={styles.quiet}>{say('exchangeDesk.differences.none')}</p>
      ) : (
        <ul className={styles.items}>
          {differences.map(({ documentId, kind, reference, title, state, count }) => (
            <li key={`${documentId} ${state}`} className={styles.item}>
              <a className={styles.name} href={href({ room: 'difference', id: documentId })}>
                {title === '' ? reference : title}
              </a>
              <span className={styles.quiet}>
                {say(`exchangeDesk.kind.${kind}`)}
                {title === '' ? '' : ` · ${reference}`}
              </span>
              <Tag tone={state === 'open' ? 'warn' : 'neutral'}>{say(state === 'open' ? 'exchangeDesk.differences.open' : 'exchangeDesk.differences.proposal', { count })}</Tag>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
