/** The timeline: what happened, from top to bottom in time, then in grey what comes next. A wrong step stays readable beside its correction. */
import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import type { Life, LifeStep, LifeStepKind } from '../../../shared/domain/life.ts';
import { isMessageId } from '../../../shared/messages/index.ts';
import { functionWord } from '../../app/function-word.ts';
import { useFormat } from '../../app/language/index.ts';
import { useReference } from '../../app/session.ts';
import { Button, Tag, classNames, useBilingual, useSay } from '../../ui/index.ts';
import record from '../../ui/record.module.css';
import styles from './timeline.module.css';
import type { TimelineRow } from './timeline-rows.ts';

/** Id of the button that starts the correction of a step. */
export const correctId = ({ revisionId }: Pick<LifeStep, 'revisionId'>): string => `life.correct.${revisionId}`;

interface TimelineProps {
  readonly life: Life;
  readonly rows: readonly TimelineRow[];
  /** kinds that are still to come */
  readonly toCome: readonly LifeStepKind[];
  /** absent, as `onCorrect`, where this post only reads */
  readonly onChoose?: (kind: LifeStepKind) => void;
  /** revision of the step whose correction is being typed, and its form */
  readonly correcting: string | undefined;
  readonly correction: ReactNode;
  readonly onCorrect?: (step: LifeStep) => void;
}

export function Timeline({ life, rows, toCome, onChoose, ...rest }: TimelineProps): ReactNode {
  const say = useSay();
  const { date } = useFormat();
  // One thing comes next; what comes after that is only there to see the road.
  const next = toCome.find((kind) => life.allowed.includes(kind));
  return (
    <ol className={styles.timeline} aria-label={say('lifeDesk.timeline')}>
      {rows.map((row) => (
        <Fragment key={row.key}>
          {row.day !== undefined && (
            <li className={styles.day}>
              <h3>{date(row.day)}</h3>
            </li>
          )}
          {row.kind === 'step' ? <StepRow row={row} life={life} {...rest} /> : <DocumentRow row={row} />}
        </Fragment>
      ))}
      {toCome.map((kind) => (
        <li key={kind} className={classNames(styles.row, styles.coming)}>
          <span className={styles.time} />
          <span className={styles.dot} />
          <div className={styles.body}>
            {kind === next && onChoose ? (
              <Button variant="quiet" size="small" onPress={() => onChoose(kind)}>
                {say('lifeDesk.record', { kind: say(`life.kind.${kind}`) })}
              </Button>
            ) : (
              <span className={styles.quiet}>{say(`life.kind.${kind}`)}</span>
            )}
            <span className="visually-hidden">{say('lifeDesk.notYet')}</span>
          </div>
        </li>
      ))}
    </ol>
  );
}

function Time({ at }: { readonly at: string }): ReactNode {
  const format = useFormat();
  const whole = format.dateTimeZone(at);
  return (
    <time className={styles.time} title={whole} dateTime={at.replace(/\[.*\]$/, '')}>
      {format.clock(at).slice(0, 5)} <span className={styles.zone}>{whole.split(' ').at(-1)}</span>
    </time>
  );
}

function DocumentRow({ row }: { readonly row: Exclude<TimelineRow, { kind: 'step' }> }): ReactNode {
  const say = useSay();
  return (
    <li className={classNames(styles.row, styles.document)}>
      <Time at={row.at} />
      <span className={styles.dot} />
      <div className={styles.body}>
        <p className={styles.name}>{row.kind === 'begun' ? say('lifeDesk.begun') : say('request.versionFinalised', { version: row.revision.version })}</p>
        {row.kind === 'finalised' && <p className={record.under}>{say('dossier.entryBy', { function: functionWord(row.revision.author.function, say), post: row.revision.author.post })}</p>}
      </div>
    </li>
  );
}

type StepRowProps = Pick<TimelineProps, 'life' | 'correcting' | 'correction' | 'onCorrect'> & { readonly row: Extract<TimelineRow, { kind: 'step' }> };

function StepRow({ row: { step, corrects, isRecordedLater }, life, correcting, correction, onCorrect }: StepRowProps): ReactNode {
  const say = useSay();
  const format = useFormat();
  const isCorrecting = correcting === step.revisionId;
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isCorrecting) form.current?.scrollIntoView({ block: 'nearest' });
  }, [isCorrecting]);
  const name = say(`life.kind.${step.kind}`);
  const isStruck = step.correctedBy !== undefined;
  return (
    <li className={classNames(styles.row, isStruck && styles.struck, step.doubt !== undefined && styles.doubtful)}>
      <Time at={step.at} />
      <span className={styles.dot} />
      <div className={styles.body}>
        <p className={styles.name}>{isStruck ? <s>{name}</s> : name}</p>
        {corrects && <p className={record.wrong}>{say(step.kind === 'retraction' ? 'lifeDesk.retracts' : 'lifeDesk.corrects', { kind: say(`life.kind.${corrects.kind}`), at: format.dateTimeZone(corrects.at) })}</p>}
        {step.remark !== undefined && <p className={classNames(record.words, styles.remark)}>{isStruck ? <s>{step.remark}</s> : step.remark}</p>}
        <Facts step={step} life={life} />
        {step.doubt !== undefined && <DoubtTag doubt={step.doubt} />}
        <p className={record.under}>
          <span>{say('dossier.entryBy', { function: functionWord(step.author.function, say), post: step.author.post })}</span>
          {isRecordedLater && <span>{say('dossier.entryRecorded', { at: format.dateTimeZone(step.recordedAt) })}</span>}
          {isStruck && <Tag tone="warn">{say('lifeDesk.corrected')}</Tag>}
          {!isStruck && !isCorrecting && step.kind !== 'retraction' && onCorrect && (
            <Button id={correctId(step)} variant="quiet" size="small" onPress={() => onCorrect(step)}>
              {say('dossier.correct')}
              <span className="visually-hidden">
                : {name}, {format.dateTimeZone(step.at)}
              </span>
            </Button>
          )}
        </p>
        {isCorrecting && (
          <div ref={form} className={styles.correction}>
            {correction}
          </div>
        )}
      </div>
    </li>
  );
}

function DoubtTag({ doubt }: { readonly doubt: string }): ReactNode {
  const say = useSay();
  const id = `life.refused.${doubt}`;
  return (
    <p>
      <Tag tone="warn" wraps>
        {isMessageId(id) ? say(id) : say('life.task.doubtfulStep')}
      </Tag>
    </p>
  );
}

/** What the step says beside its remark, each with the word for it. */
function Facts({ step, life }: { readonly step: LifeStep; readonly life: Life }): ReactNode {
  const say = useSay();
  const bilingual = useBilingual();
  const format = useFormat();
  const { lifeReasons } = useReference();
  const reason = lifeReasons.find(({ id }) => id === step.reason);
  const { euros, hours, people } = step.expenditure ?? {};
  const lines = (step.lines ?? []).map(({ lineId, quantity }) => `${format.number(quantity)} ${life.lines.find((line) => line.lineId === lineId)?.description ?? say('lifeDesk.lineGone')}`);
  const facts: readonly (readonly [string, string | undefined])[] = [
    [say('lifeDesk.by'), step.by],
    [say('lifeDesk.addressee'), step.addressee],
    [say('lifeDesk.carrier'), step.carrier && say(`life.carrier.${step.carrier}`)],
    [say('lifeDesk.version'), step.version?.toString()],
    [say('lifeDesk.reason'), reason ? bilingual(reason.title) : step.reason],
    [say('lifeDesk.until'), step.until && format.dateTimeZone(step.until)],
    [say('lifeDesk.lines'), lines.length === 0 ? undefined : lines.join(', ')],
    [say('lifeDesk.euros'), euros === undefined ? undefined : format.euros(euros)],
    [say('lifeDesk.hoursWorked'), hours === undefined ? undefined : format.number(hours)],
    [say('lifeDesk.people'), people === undefined ? undefined : format.number(people)],
    [say('lifeDesk.document'), step.document],
  ];
  const known = facts.filter(([, value]) => value !== undefined);
  if (known.length === 0) return null;
  return (
    <dl className={styles.facts}>
      {known.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
