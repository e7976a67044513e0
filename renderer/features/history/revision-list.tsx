/** Every revision of a document, newest first: what it is, who made it, when. */
import type { ReactNode } from 'react';
import type { DocumentHistory, HistoryEntry } from '../../../shared/domain/history.ts';
import { clockDoubt } from '../../../shared/rules/clock.ts';
import { authorWords } from '../../app/author-words.ts';
import { useFormat } from '../../app/language/index.ts';
import { useNow } from '../../app/use-now.ts';
import { Panel, Tag, WarnIcon, useSay } from '../../ui/index.ts';
import { entryName, timesOf } from './entry-words.ts';
import flow from '../../ui/flow.module.css';
import styles from './history.module.css';

/** Stands for the working copy where it says more than the newest revision. */
export const now = 'now';

interface RevisionListProps {
  readonly history: DocumentHistory;
  readonly chosen: string | undefined;
  readonly onChoose: (revision: string) => void;
}

export function RevisionList({ history, chosen, onChoose }: RevisionListProps): ReactNode {
  const say = useSay();
  const { entries, ahead, kind } = history;
  const timeOf = timesOf(history);
  return (
    <Panel title={say('history.revisions')} aside={<Tag isPlain>{entries.length}</Tag>} scrolls>
      <ol className={styles.list}>
        {ahead && (
          <li>
            <Choice isChosen={chosen === now} onChoose={() => onChoose(now)} name={say('changes.now')}>
              <span className={flow.quiet}>{say('history.ahead')}</span>
            </Choice>
          </li>
        )}
        {entries.map((entry) => (
          <li key={entry.id}>
            <Choice isChosen={chosen === entry.id} onChoose={() => onChoose(entry.id)} name={entryName(entry, say)}>
              <Under entry={entry} hasVersions={kind !== 'dossier'} timeOf={timeOf} />
            </Choice>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

interface ChoiceProps {
  readonly isChosen: boolean;
  readonly name: string;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

function Choice({ isChosen, name, onChoose, children }: ChoiceProps): ReactNode {
  return (
    <button type="button" className={styles.choice} aria-current={isChosen ? 'true' : undefined} onClick={onChoose}>
      <span className={styles.name}>{name}</span>
      {children}
    </button>
  );
}

interface UnderProps {
  readonly entry: HistoryEntry;
  readonly hasVersions: boolean;
  readonly timeOf: (revision: string) => string | undefined;
}

function Under({ entry, hasVersions, timeOf }: UnderProps): ReactNode {
  const say = useSay();
  const format = useFormat();
  const doubt = clockDoubt(entry, timeOf, useNow());
  const { author, at, state, version, number, merged, open, head } = entry;
  const isFinal = state === 'finalised';
  const about = isFinal ? say('history.alsoRevision', { number }) : hasVersions ? say('history.ofVersion', { version }) : undefined;
  return (
    <>
      <span>{authorWords(author, say)}</span>
      <span className={flow.quiet}>{[format.dateTime(at), about].filter(Boolean).join(' · ')}</span>
      {(head || merged || isFinal || open > 0) && (
        <span className={styles.tags}>
          {head && <Tag>{say('history.head')}</Tag>}
          {isFinal && <Tag tone="ok">{say('request.stateFinalised')}</Tag>}
          {merged && <Tag isPlain>{say('history.merged')}</Tag>}
          {open > 0 && <Tag tone="warn">{say('history.open', { count: open })}</Tag>}
        </span>
      )}
      {doubt && (
        <span className={styles.doubt}>
          <WarnIcon size={12} /> {say(doubt === 'ahead' ? 'history.doubtAhead' : 'history.doubtBehind')}
        </span>
      )}
    </>
  );
}
