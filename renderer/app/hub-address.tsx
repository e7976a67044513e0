/** The address of a hub as it is read and copied. In a narrow column it breaks before a full stop or a colon, never in a number. */
import { Fragment, type ReactNode } from 'react';
import styles from './hub-address.module.css';

export function HubAddress({ url }: { readonly url: string }): ReactNode {
  const parts = url.split(/(?=[.:/]+[^.:/])/);
  return (
    <code className={styles.address}>
      {parts.map((part, index) => (
        // the same part may come twice
        // oxlint-disable-next-line react/no-array-index-key
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </code>
  );
}
