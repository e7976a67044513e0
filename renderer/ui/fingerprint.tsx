/** A fingerprint as it is read to another, in groups of four. */
import type { ReactNode } from 'react';
import styles from './fingerprint.module.css';

export function Fingerprint({ children }: { readonly children: string }): ReactNode {
  return <code className={styles.fingerprint}>{children}</code>;
}
