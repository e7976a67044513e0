/** The parts of a document with the state of each: complete, open, empty. */
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { classNames } from './class-names.ts';
import { CheckIcon } from './icons.tsx';
import { useSay } from './say.ts';
import styles from './steps.module.css';

export interface Step {
  readonly id: string;
  readonly label: string;
  readonly state: 'complete' | 'open' | 'empty';
  /** behind the label: '(3)' */
  readonly note?: string;
}

export interface StepsProps {
  /** names the list for screen readers */
  readonly label: string;
  readonly steps: readonly Step[];
  readonly current: string;
  readonly onChoose: (id: string) => void;
}

export function Steps({ label, steps, current, onChoose }: StepsProps): ReactNode {
  const say = useSay();
  const states = { complete: say('frame.ui.stepComplete'), open: say('frame.ui.stepOpen'), empty: say('frame.ui.stepEmpty') };
  return (
    <nav aria-label={label}>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step.id}>
            <Button onPress={() => onChoose(step.id)} aria-current={step.id === current ? 'step' : 'false'} className={classNames(styles.step, step.id === current && styles.current)}>
              <span className={classNames(styles.dot, styles[step.state])}>{step.state === 'complete' && <CheckIcon size={12} />}</span>
              <span>
                {step.label}
                {step.note === undefined ? null : ` ${step.note}`}
                <span className="visually-hidden">, {states[step.state]}</span>
              </span>
            </Button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
