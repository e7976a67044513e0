/** Where a document is worked on: its parts at the left, the form of one of them, and beside it what one reads while typing. */
import type { ReactNode, Ref } from 'react';
import { classNames } from './class-names.ts';
import styles from './workbench.module.css';

export interface WorkbenchProps {
  /** parts, form, aside */
  readonly children: ReactNode;
  /** how wide the last one is: a list of remarks, something to read, or half of what is left */
  readonly aside?: 'narrow' | 'reading' | 'half';
}

export function Workbench({ children, aside = 'narrow' }: WorkbenchProps): ReactNode {
  return (
    <div className={styles.frame}>
      <div className={classNames(styles.columns, aside === 'half' && styles.halves, aside === 'reading' && styles.reading)}>{children}</div>
    </div>
  );
}

export function WorkbenchForm({ children, ref }: { readonly children: ReactNode; readonly ref?: Ref<HTMLDivElement> }): ReactNode {
  return (
    <div ref={ref} className={styles.form}>
      {children}
    </div>
  );
}
