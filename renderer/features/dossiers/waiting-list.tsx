/** Entries that are not on the disk yet: visible at once, with what keeps them. */
import { type ReactNode, useEffect, useState } from 'react';
import { useFormat } from '../../app/language/index.ts';
import { Button, Tag, errorWords, useSay } from '../../ui/index.ts';
import { classNames } from '../../ui/class-names.ts';
import record from '../../ui/record.module.css';
import styles from './log.module.css';
import type { Waiting } from '../../app/draft/entry-queue.ts';
import type { TypedEntry } from './open-dossiers.ts';

interface WaitingListProps {
  readonly waiting: readonly Waiting<TypedEntry>[];
  /** absent where there is no form to take it back into: then it stays here to be read */
  readonly onTakeBack: ((entry: string) => void) | undefined;
  readonly onRetry: () => void;
}

/** An entry is on the disk sooner than one can read that it is not: only what lasts is said, milliseconds. */
const patienceMs = 300;

export function WaitingList({ waiting, onTakeBack, onRetry }: WaitingListProps): ReactNode {
  const say = useSay();
  const format = useFormat();
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <ul className={styles.entries}>
      {waiting.map(({ typed: { entry, text, kind, at }, state, error }) => (
        <li key={entry} className={styles.entry}>
          <span className={styles.time}>{format.clock(at).slice(0, 5)}</span>
          <div className={styles.body}>
            <p className={classNames(record.words, styles.words)}>{text}</p>
            <p className={classNames(record.under, styles.under)}>
              {say(`dossier.kind.${kind}`)}
              {state === 'waiting' && isLate && <Tag>{say('dossier.entryWaiting')}</Tag>}
              {state === 'failing' && (
                <>
                  <Tag tone="warn">{say('dossier.entryRetried')}</Tag>
                  {error && errorWords(error, say).happened}
                  <Button variant="quiet" size="small" onPress={onRetry}>
                    {say('dossier.notSaved.retry')}
                  </Button>
                </>
              )}
              {state === 'refused' && (
                <>
                  <Tag tone="bad" wraps>
                    {say('dossier.entryRefused', { why: error ? errorWords(error, say).happened : '' })}
                  </Tag>
                  {onTakeBack && (
                    <Button variant="quiet" size="small" onPress={() => onTakeBack(entry)}>
                      {say('dossier.entryTakeBack')}
                    </Button>
                  )}
                </>
              )}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
