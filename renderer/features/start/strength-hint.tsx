/** What can be said of the passphrase while it is typed; read out politely. */
import type { ReactNode } from 'react';
import { passphraseMinimum } from '../../../shared/domain/limits.ts';
import { useSay } from '../../app/language/index.ts';
import { Tag } from '../../ui/index.ts';
import { passphraseHint } from './passphrase-hint.ts';
import styles from './start.module.css';

export interface StrengthHintProps {
  readonly passphrase: string;
  /** words of this post that a guesser knows too */
  readonly own: readonly string[];
}

export function StrengthHint({ passphrase, own }: StrengthHintProps): ReactNode {
  const say = useSay();
  const hint = passphraseHint(passphrase, own);
  const words = ((): ReactNode => {
    switch (hint.verdict) {
      case 'empty':
        return null;
      case 'short':
        return <Tag wraps tone="bad">{say('start.strength.short', { missing: hint.missing, minimum: passphraseMinimum })}</Tag>;
      case 'guessable':
        return <Tag wraps tone="warn">{say(`start.strength.${hint.because}`)}</Tag>;
      case 'fair':
        return <Tag wraps tone="neutral">{say('start.strength.fair')}</Tag>;
      case 'good':
        return <Tag wraps tone="ok">{say('start.strength.good')}</Tag>;
    }
  })();
  return (
    <output className={styles.strength} aria-live="polite">
      {words}
    </output>
  );
}
