/** The head of a screen: what it is about, its title (the only h1), and its actions. */
import type { ReactNode } from 'react';
import styles from './screen-head.module.css';

export interface ScreenHeadProps {
  readonly title: ReactNode;
  /** small, above the title: where this belongs */
  readonly kicker?: ReactNode;
  /** buttons, the main one last */
  readonly actions?: ReactNode;
}

export function ScreenHead({ title, kicker, actions }: ScreenHeadProps): ReactNode {
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        {kicker === undefined ? null : <p className={styles.kicker}>{kicker}</p>}
        <h1>{title}</h1>
      </div>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
