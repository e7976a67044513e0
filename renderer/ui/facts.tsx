/** Names and values under each other, as in a dossier. */
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './facts.module.css';

export interface FactRow {
  readonly label: string;
  readonly value: ReactNode;
  /** where it comes from; small under the value */
  readonly source?: ReactNode;
}

export function Facts({ rows, isWide = false }: { readonly rows: readonly FactRow[]; readonly isWide?: boolean }): ReactNode {
  return (
    <dl className={classNames(styles.facts, isWide && styles.wide)}>
      {rows.map((row) => (
        <div key={row.label} className={styles.row}>
          <dt>{row.label}</dt>
          <dd>
            {row.value}
            {row.source === undefined ? null : <div className={styles.source}>{row.source}</div>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
