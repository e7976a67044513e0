/** What stands in the log, by day. A wrong entry stays where it was, struck but readable, beside what puts it right. */
import { type ReactNode, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { LogEntry } from '../../../shared/domain/log-entry.ts';
import { useFormat } from '../../app/language/index.ts';
import { Button, Tag, classNames, useSay } from '../../ui/index.ts';
import { EntryForm } from './entry-form.tsx';
import record from '../../ui/record.module.css';
import styles from './log.module.css';
import { type LogRow, byDay } from './log-rows.ts';
import { functionWord } from '../../app/function-word.ts';
import type { Correction } from './typing.ts';

interface LogListProps {
  readonly rows: readonly LogRow[];
  readonly correction: Correction | undefined;
  /** absent where this post only reads */
  readonly onCorrect: ((entry: LogEntry) => void) | undefined;
  /** the correction as it is typed; undefined leaves it */
  readonly onCorrection: (correction: Correction | undefined) => void;
  readonly onCorrected: (correction: Correction) => void;
}

export function LogList({ rows, ...rest }: LogListProps): ReactNode {
  const { date } = useFormat();
  return byDay(rows).map(({ day, rows: ofDay }) => (
    <section key={day} className={styles.day} aria-label={date(day)}>
      <h3 className={styles.date}>{date(day)}</h3>
      <ol className={styles.entries}>
        {ofDay.map((row) => (
          <Entry key={row.entry.id} row={row} {...rest} />
        ))}
      </ol>
    </section>
  ));
}

function Entry({ row: { entry, corrects, correctedBy, isRecordedLater }, correction, onCorrect, onCorrection, onCorrected }: Omit<LogListProps, 'rows'> & { readonly row: LogRow }): ReactNode {
  const say = useSay();
  const format = useFormat();
  const time = format.dateTimeZone(entry.at);
  const isCorrecting = correction?.corrects === entry.id;
  const form = useRef<HTMLDivElement>(null);
  const start = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isCorrecting) form.current?.scrollIntoView({ block: 'nearest' });
  }, [isCorrecting]);
  const leave = (): void => {
    // The button is there again only after the form is gone; the keyboard goes on where it came from.
    flushSync(() => onCorrection(undefined));
    start.current?.focus();
  };
  return (
    <li className={classNames(styles.entry, correctedBy && styles.struck)}>
      <time className={styles.time} title={time} dateTime={entry.at.replace(/\[.*\]$/, '')}>
        {format.clock(entry.at).slice(0, 5)} <span className={styles.zone}>{time.split(' ').at(-1)}</span>
      </time>
      <div className={styles.body}>
        {corrects && (
          <p className={record.wrong}>
            {say('dossier.corrects', { at: format.dateTime(corrects.at) })} <s>{corrects.text}</s>
          </p>
        )}
        {correctedBy ? (
          <p className={classNames(record.words, styles.words)}>
            <s>{entry.text}</s>
          </p>
        ) : (
          <p className={classNames(record.words, styles.words)}>{entry.text}</p>
        )}
        <p className={classNames(record.under, styles.under)}>
          <Tag isPlain>{say(`dossier.kind.${entry.kind}`)}</Tag>
          <span>{say('dossier.entryBy', { function: functionWord(entry.author.function, say), post: entry.author.post })}</span>
          {entry.copiedBy && <span>{say('copies.entryBy', { post: entry.copiedBy.post })}</span>}
          {isRecordedLater && <span>{say('dossier.entryRecorded', { at: format.dateTimeZone(entry.writtenAt) })}</span>}
          {correctedBy && <Tag tone="warn">{say('dossier.correctedAt', { at: format.dateTime(correctedBy.writtenAt) })}</Tag>}
          {!correctedBy && !isCorrecting && onCorrect && (
            <Button ref={start} variant="quiet" size="small" onPress={() => onCorrect(entry)}>
              {say('dossier.correct')}
              <span className="visually-hidden">
                : {time}, {entry.text}
              </span>
            </Button>
          )}
        </p>
        {isCorrecting && (
          <div ref={form} className={styles.correction}>
            <EntryForm
              typing={correction}
              onChange={(typing) => onCorrection({ ...correction, ...typing })}
              onSubmit={(typing) => onCorrected({ ...correction, ...typing })}
              onCancel={leave}
              label={say('dossier.correctOf', { at: time })}
              help={say('dossier.correctHelp')}
              submitLabel={say('dossier.correctGo')}
              cancelLabel={say('dossier.correctCancel')}
            />
          </div>
        )}
      </div>
    </li>
  );
}
