import type { ReactNode } from 'react';
import styles from './kbd.module.css';

/** One key combination as it stands on the keyboard: `Ctrl K`. */
export function Kbd({ children }: { readonly children: string }): ReactNode {
  return <kbd className={styles.kbd}>{children}</kbd>;
}
