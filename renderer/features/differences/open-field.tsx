/** One field that posts changed apart: what both went on from, every value with who wrote it, and the choice. */
import { type ComponentType, type ReactNode, useId } from 'react';
import { type ValueReading, pathText, pathWords } from '../../../shared/document/value-text.ts';
import type { DifferenceDetail, OpenField } from '../../../shared/domain/difference.ts';
import { clockDoubt } from '../../../shared/rules/clock.ts';
import { wordChanges } from '../../../shared/rules/difference.ts';
import { authorWords } from '../../app/author-words.ts';
import { MarkedWords } from '../../app/changes/marked-words.tsx';
import { useFormat } from '../../app/language/index.ts';
import type { FieldInputProps } from '../../app/request-parts.ts';
import { useNow } from '../../app/use-now.ts';
import { Button, CheckIcon, Panel, Tag, WarnIcon, classNames, useSay } from '../../ui/index.ts';
import { type Choice, isTaken, ownChoice, takeCandidate } from './choices.ts';
import flow from '../../ui/flow.module.css';
import styles from './differences.module.css';
import { ownInputOf } from './own-input.ts';
import { OwnValue } from './own-value.tsx';

export interface OpenFieldProps {
  readonly detail: DifferenceDetail;
  readonly isReadOnly: boolean;
  readonly field: OpenField;
  readonly reading: ValueReading;
  readonly choice: Choice | undefined;
  /** another value came in since the choice */
  readonly isOvertaken: boolean;
  readonly onChoose: (choice: Choice) => void;
  readonly FieldInput: ComponentType<FieldInputProps>;
}

/** Longer values are named by who wrote them. */
const shortValue = 40;

export const fieldElementId = (path: string): string => `difference.${path}`;

export function OpenFieldPanel({ detail, isReadOnly, field, reading, choice, isOvertaken, onChoose, FieldInput }: OpenFieldProps): ReactNode {
  const say = useSay();
  const before = pathText(reading, field.path, field.before).join('\n');
  const texts = field.candidates.map(({ value }) => pathText(reading, field.path, value).join('\n'));
  const input = ownInputOf(detail.kind, field, reading.fields.get(field.field));
  const isLong = texts.some((text) => text.length > shortValue || text.includes('\n'));
  const isOwn = choice?.from === 'own';
  const takes = useTakeWords(field, texts);
  const revision = detail.ancestor && say('difference.beforeRevision', { number: detail.ancestor.number });
  return (
    <Panel id={fieldElementId(field.path)} title={pathWords(reading, field).join(' › ')} aside={isReadOnly ? undefined : choice && !isOvertaken && choice.half === undefined ? <Tag tone="ok">{say('difference.chosen')}</Tag> : <Tag tone="warn">{say('difference.toChoose')}</Tag>}>
      <p className={flow.quiet}>
        {isLong ? (
          <>
            {[say('difference.before'), revision].join(' ').trim()}:<span className={styles.beforeText}>{before === '' ? say('changes.empty') : before}</span>
          </>
        ) : (
          <>
            {say('difference.before')}: <strong>{before === '' ? say('changes.empty') : before}</strong> {revision}
          </>
        )}
      </p>
      <div className={styles.candidates}>
        {field.candidates.map((candidate, index) => (
          <CandidateCard key={candidate.revision ?? ''} candidate={candidate} text={texts[index] ?? ''} against={before === '' ? (texts[index === 0 ? 1 : 0] ?? '') : before} isLong={isLong} isChosen={isTaken(choice, candidate)} />
        ))}
      </div>
      {isOvertaken && choice && (
        <output className={styles.overtaken}>
          <WarnIcon size={14} /> {say('difference.overtaken', { value: pathText(reading, field.path, choice.value).join(' ') || say('changes.empty') })}
        </output>
      )}
      {!isReadOnly && (
        <fieldset className={styles.takes} aria-label={say('difference.choices', { field: pathWords(reading, field).join(' › ') })}>
          {field.candidates.map((candidate, index) => {
            const taken = isTaken(choice, candidate) && !isOvertaken;
            return (
              <Button key={candidate.revision ?? ''} aria-pressed={taken} {...(taken ? { icon: <CheckIcon size={14} /> } : {})} onPress={() => onChoose(takeCandidate(field, candidate))}>
                {takes[index]}
              </Button>
            );
          })}
          {input && (
            <Button aria-pressed={isOwn && !isOvertaken} aria-expanded={isOwn} {...(isOwn && !isOvertaken ? { icon: <CheckIcon size={14} /> } : {})} onPress={() => onChoose(ownChoice(field, isOwn ? choice.value : field.now))}>
              {say('difference.own')}
            </Button>
          )}
        </fieldset>
      )}
      {isReadOnly && isOwn && (
        <p className={flow.quiet}>
          {say('difference.typedOwn')} <span className={styles.beforeText}>{pathText(reading, field.path, choice.value).join('\n') || say('changes.empty')}</span>
        </p>
      )}
      {input && isOwn && !isReadOnly && (
        <OwnValue
          input={input}
          label={pathWords(reading, field).at(-1) ?? field.field}
          documentId={detail.documentId}
          fieldId={field.field}
          field={reading.fields.get(field.field)}
          value={choice.value}
          onChange={(value) => onChoose(ownChoice(field, value))}
          half={choice.half}
          onHalf={(shown) => shown !== (choice.half ?? '') && onChoose(ownChoice(field, choice.value, shown))}
          FieldInput={FieldInput}
        />
      )}
    </Panel>
  );
}

/** What the buttons say: the values where all of them are short, else who wrote them; no two the same. */
function useTakeWords(field: OpenField, texts: readonly string[]): readonly string[] {
  const say = useSay();
  const format = useFormat();
  // a number is enough where it tells the values apart: what goes with it stands above
  const firsts = texts.map((text) => text.split(' · ')[0] ?? text);
  const told = new Set(firsts).size === texts.length ? firsts : texts;
  const areShort = told.every((text) => text.length <= shortValue && !text.includes('\n'));
  return field.candidates.map(({ value, author, at }, index) => {
    const text = told[index] ?? '';
    if (value === null || text === '') return say(field.item === undefined || field.part !== undefined ? 'difference.takeEmpty' : 'difference.takeAway');
    if (areShort) return say('difference.take', { value: text });
    if (!author) return say('difference.takeNow');
    const isOnly = field.candidates.filter((one) => one.author?.post === author.post).length === 1;
    return isOnly || at === undefined ? say('difference.takeOf', { post: author.post }) : say('difference.takeOfAt', { post: author.post, at: format.dateTime(at) });
  });
}

interface CandidateCardProps {
  readonly candidate: OpenField['candidates'][number];
  readonly text: string;
  /** what its words are compared with */
  readonly against: string;
  readonly isLong: boolean;
  readonly isChosen: boolean;
}

function CandidateCard({ candidate: { author, at, note }, text, against, isLong, isChosen }: CandidateCardProps): ReactNode {
  const say = useSay();
  const format = useFormat();
  const now = useNow();
  const who = useId();
  return (
    <article aria-labelledby={who} className={classNames(styles.candidate, isChosen && styles.isChosen)}>
      <p className={styles.by}>
        <strong id={who}>{author ? authorWords(author, say) : say('difference.inDocument')}</strong>
        {at !== undefined && (
          <time dateTime={at}>
            {format.dateTime(at)}
            {clockDoubt({ at, parents: [] }, () => undefined, now) && ` (${say('history.clockAhead')})`}
          </time>
        )}
      </p>
      <div className={isLong ? styles.long : styles.short}>{text === '' ? <p className={styles.none}>{say('changes.empty')}</p> : <MarkedWords words={wordChanges(against, text)} cameOnly={!isLong} />}</div>
      {note !== undefined && <p className={flow.quiet}>{say('difference.note', { note })}</p>}
    </article>
  );
}
