/** One message above or inside a screen, with what can be done about it. */
import type { ReactNode } from 'react';
import styles from './banner.module.css';
import { classNames } from './class-names.ts';
import { CheckIcon, InfoIcon, StopIcon, WarnIcon } from './icons.tsx';

export type BannerTone = 'info' | 'ok' | 'warn' | 'error';

export interface BannerProps {
  readonly tone?: BannerTone;
  readonly title?: string;
  readonly children?: ReactNode;
  /** buttons */
  readonly actions?: ReactNode;
  /** read out when it appears: 'status' politely, 'alert' at once; nothing when it belongs to the page from the start */
  readonly role?: 'status' | 'alert';
}

const signs: Record<BannerTone, ReactNode> = { info: <InfoIcon />, ok: <CheckIcon />, warn: <WarnIcon />, error: <StopIcon /> };

export function Banner({ tone = 'info', title, children, actions, role }: BannerProps): ReactNode {
  return (
    <div className={classNames(styles.banner, styles[tone])} {...(role ? { role } : {})}>
      <span className={styles.sign}>{signs[tone]}</span>
      <div className={styles.body}>
        {title === undefined ? null : <p className={styles.title}>{title}</p>}
        {children}
      </div>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
