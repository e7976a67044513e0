/** Documents that posts changed apart, each with what stands open of it. What must be decided comes first; a proposal can wait for the next version. */
import type { ReactNode } from 'react';
import type { DifferenceSummary } from '../../shared/domain/difference.ts';
import styles from './difference-list.module.css';
import { DifferenceTag } from './difference-marks.tsx';
import { useSay } from './language/index.ts';
import { href } from './routes.ts';

export function DifferenceList({ differences }: { readonly differences: readonly DifferenceSummary[] }): ReactNode {
  const say = useSay();
  return (
    <ul className={styles.items}>
      {differences.map((one) => (
        <li key={`${one.documentId} ${one.state}`} className={styles.item}>
          <a className={styles.name} href={href({ room: 'difference', id: one.documentId })}>
            {one.title === '' ? one.reference : one.title}
          </a>
          <span className={styles.quiet}>{[say(`exchangeDesk.kind.${one.kind}`), one.title === '' ? undefined : one.reference].filter(Boolean).join(' · ')}</span>
          <DifferenceTag of={one} />
        </li>
      ))}
    </ul>
  );
}
