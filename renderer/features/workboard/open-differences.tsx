/** Documents that posts changed apart: a person must decide, and nothing of it can be finalised before. */
import type { ReactNode } from 'react';
import { DifferenceTag } from '../../app/difference-marks.tsx';
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
    <Panel title={say('exchangeDesk.differences')} aside={<Tag tone={differences.some(({ readOnly }) => !readOnly) ? 'warn' : 'neutral'}>{differences.length}</Tag>}>
      <ul className={styles.items}>
        {differences.map((one) => (
          <li key={`${one.documentId} ${one.state}`} className={styles.item}>
            <a className={styles.title} href={href({ room: 'difference', id: one.documentId })}>
              {one.title === '' ? one.reference : one.title}
            </a>
            <span className={styles.quiet}>{[say(`exchangeDesk.kind.${one.kind}`), one.title === '' ? undefined : one.reference].filter(Boolean).join(' · ')}</span>
            <span className={styles.under}>
              <DifferenceTag of={one} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
