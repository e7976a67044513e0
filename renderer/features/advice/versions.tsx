/** The versions of an advice that were finalised; the newest stands, the ones before it are superseded. */
import type { ReactNode } from 'react';
import type { AdviceDocument } from '../../../shared/domain/advice.ts';
import { HistoryLink } from '../../app/history-link.tsx';
import { useFormat } from '../../app/language/index.ts';
import { Button, Tag, useSay } from '../../ui/index.ts';
import styles from './advice.module.css';

interface AdviceVersionsProps {
  readonly advice: AdviceDocument;
  /** rank of its title in the page */
  readonly level?: 2 | 3;
  readonly onOpen?: (revisionId: string) => void;
}

export function AdviceVersions({ advice: { id, versions }, level = 3, onOpen }: AdviceVersionsProps): ReactNode {
  const say = useSay();
  const format = useFormat();
  const Heading = `h${level}` as const;
  return (
    <section className={styles.versions} aria-label={say('adviceDesk.versions')}>
      <Heading>{say('adviceDesk.versions')}</Heading>
      <ul>
        {versions.map(({ revisionId, version, state, at, author }) => (
          <li key={revisionId}>
            {onOpen ? (
              <Button variant="quiet" size="small" onPress={() => onOpen(revisionId)}>
                {say('adviceDesk.version', { version })}
              </Button>
            ) : (
              say('adviceDesk.version', { version })
            )}{' '}
            <Tag tone={state === 'finalised' ? 'ok' : 'neutral'}>{say(`advice.state.${state}`)}</Tag>
            <span className={styles.under}>
              {format.dateTime(at)} · {author.post}
            </span>
          </li>
        ))}
      </ul>
      <HistoryLink id={id} />
    </section>
  );
}
