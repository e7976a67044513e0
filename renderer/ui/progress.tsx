/** Work that takes longer than a moment, with its measure where there is one. */
import type { ReactNode } from 'react';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import { Button } from './button.tsx';
import styles from './progress.module.css';
import { useSay } from './say.ts';

export interface ProgressProps {
  readonly label: string;
  /** steps done of `total`; without them the bar only says that work goes on */
  readonly done?: number;
  readonly total?: number;
  /** the step at hand */
  readonly detail?: string;
  readonly onCancel?: () => void;
}

export function Progress({ label, done, total, detail, onCancel }: ProgressProps): ReactNode {
  const say = useSay();
  const measured = done !== undefined && total !== undefined && total > 0;
  const words = measured ? say('frame.ui.progress', { done, total }) : say('frame.ui.busy');
  return (
    <div className={styles.progress}>
      <ProgressBar aria-label={label} isIndeterminate={!measured} {...(measured ? { value: done, maxValue: total } : {})} valueLabel={words} className={styles.wrap ?? ''}>
        <div className={styles.words}>
          <span>{label}</span>
          <span className={styles.count}>{words}</span>
        </div>
        <progress className={styles.bar} aria-hidden="true" {...(measured ? { value: done, max: total } : {})} />
      </ProgressBar>
      {detail === undefined ? null : <p className={styles.detail}>{detail}</p>}
      {onCancel && (
        <Button size="small" onPress={onCancel}>
          {say('frame.ui.cancel')}
        </Button>
      )}
    </div>
  );
}
