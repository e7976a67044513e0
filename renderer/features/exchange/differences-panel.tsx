/** What two posts changed apart and a person must decide, and drafts that wait for the next version. Each leads on. */
import type { ReactNode } from 'react';
import { DifferenceTag } from '../../app/difference-marks.tsx';
import { useExchange } from '../../app/exchange-state.ts';
import { href } from '../../app/routes.ts';
import { Panel, Tag, useSay } from '../../ui/index.ts';
import flow from '../../ui/flow.module.css';
import styles from './exchange.module.css';

export function DifferencesPanel(): ReactNode {
  const say = useSay();
  const differences = useExchange((state) => state.differences);
  return (
    <Panel title={say('exchangeDesk.differences')} {...(differences.length === 0 ? {} : { aside: <Tag tone={differences.some(({ readOnly }) => !readOnly) ? 'warn' : 'neutral'}>{differences.length}</Tag> })}>
      {differences.length === 0 ? (
        <p className={flow.quiet}>{say('exchangeDesk.differences.none')}</p>
      ) : (
        <ul className={styles.items}>
          {differences.map((one) => (
            <li key={`${one.documentId} ${one.state}`} className={styles.item}>
              <a className={styles.name} href={href({ room: 'difference', id: one.documentId })}>
                {one.title === '' ? one.reference : one.title}
              </a>
              <span className={flow.quiet}>
                {say(`exchangeDesk.kind.${one.kind}`)}
                {one.title === '' ? '' : ` · ${one.reference}`}
              </span>
              <DifferenceTag of={one} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
