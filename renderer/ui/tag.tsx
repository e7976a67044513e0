/** A short state beside a thing. Each tone has its own sign, so that colour never speaks alone. */
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { CheckIcon, CrossIcon, WarnIcon } from './icons.tsx';
import styles from './tag.module.css';

export type TagTone = 'ok' | 'warn' | 'bad' | 'neutral' | 'placeholder';

export interface TagProps {
  readonly tone?: TagTone;
  readonly children: ReactNode;
  /** leaves the sign out where the words are unmistakable by themselves */
  readonly isPlain?: boolean;
  /** may take more than one line: a sentence rather than a state */
  readonly wraps?: boolean;
}

const signs: Record<TagTone, ReactNode> = {
  ok: <CheckIcon size={12} />,
  warn: <WarnIcon size={12} />,
  bad: <CrossIcon size={12} />,
  neutral: null,
  placeholder: null,
};

export function Tag({ tone = 'neutral', children, isPlain = false, wraps = false }: TagProps): ReactNode {
  return (
    <span className={classNames(styles.tag, styles[tone], wraps && styles.wraps)}>
      {isPlain ? null : signs[tone]}
      {children}
    </span>
  );
}
