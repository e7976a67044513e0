/** Choices for fields that stand open no more: somebody decided them elsewhere meanwhile. What the person chose is still told. */
import type { ReactNode } from 'react';
import { type ValueReading, pathText, pathWords } from '../../../shared/document/value-text.ts';
import { Banner, Button, useSay } from '../../ui/index.ts';
import type { Choice } from './choices.ts';
import styles from './differences.module.css';

interface SettledProps {
  readonly settled: readonly Choice[];
  readonly reading: ValueReading;
  readonly onSeen: (paths: readonly string[]) => void;
}

export function Settled({ settled, reading, onSeen }: SettledProps): ReactNode {
  const say = useSay();
  if (settled.length === 0) return null;
  const seen = (
    <Button size="small" onPress={() => onSeen(settled.map(({ path }) => path))}>
      {say('difference.arrivedSeen')}
    </Button>
  );
  return (
    <Banner tone="info" title={say('difference.settled', { count: settled.length })} actions={seen}>
      <ul className={styles.settled}>
        {settled.map((choice) => (
          <li key={choice.path}>{say('difference.settledOne', { field: pathWords(reading, choice).join(' › '), value: pathText(reading, choice.path, choice.value).join(' ') || say('changes.empty') })}</li>
        ))}
      </ul>
    </Banner>
  );
}
