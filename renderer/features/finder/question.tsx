/**
 * One question: a line with the answer, and its options when it is open. By pointer one press answers and goes on; by keyboard the arrows
 * choose, Enter goes on.
 */
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import type { FinderQuestion } from '../../../shared/domain/finder.ts';
import { Provenance } from '../../app/provenance.tsx';
import { ChevronDownIcon, ChevronRightIcon, CrossIcon, IconButton, RadioGroup, StopIcon, Tag, classNames, useBilingual, useSay } from '../../ui/index.ts';
import type { Standing } from './answers.ts';
import flow from '../../ui/flow.module.css';
import styles from './finder.module.css';

/** Id of the line, and of the options under it when it is open. */
export const questionElementId = (id: string): string => `question.${id}`;
export const optionsElementId = (id: string): string => `options.${id}`;

export interface QuestionProps {
  readonly question: FinderQuestion;
  readonly value: string | undefined;
  readonly standing: Standing;
  /** why this answer and another do not go together */
  readonly error: string | undefined;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onAnswer: (value: string, goesOn: boolean) => void;
  readonly onGoOn: () => void;
  readonly onClear: () => void;
}

export function Question({ question, value, standing, error, isOpen, onToggle, onAnswer, onGoOn, onClear }: QuestionProps): ReactNode {
  const say = useSay();
  const bilingual = useBilingual();
  /** how the choice is being made: arrows must not move the question away under the keyboard */
  const byPointer = useRef(false);
  const label = bilingual(question.label);

  const keyDown = (event: KeyboardEvent): void => {
    byPointer.current = false;
    if (event.key !== 'Enter' || event.ctrlKey || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    onGoOn();
  };
  return (
    <>
      <div className={styles.line}>
        <h3 className={styles.head}>
          <button type="button" id={questionElementId(question.id)} className={styles.toggle} aria-expanded={isOpen} aria-controls={optionsElementId(question.id)} onClick={onToggle}>
            {isOpen ? <ChevronDownIcon size={14} /> : <ChevronRightIcon size={14} />}
            <span className={styles.asked}>{label}</span>
            <Answer question={question} value={value} standing={standing} />
          </button>
        </h3>
        {value !== undefined && <IconButton label={say('finder.clear', { question: label })} icon={<CrossIcon size={12} />} variant="quiet" size="small" onPress={onClear} />}
      </div>
      {error !== undefined && !isOpen && (
        <p className={styles.error}>
          <StopIcon size={14} /> {error}
        </p>
      )}
      <div id={optionsElementId(question.id)} hidden={!isOpen} className={styles.options} onPointerDownCapture={() => (byPointer.current = true)} onKeyDownCapture={keyDown}>
        {isOpen && (
          <>
            <RadioGroup
              label={label}
              isLabelHidden
              {...(question.help === undefined ? {} : { help: bilingual(question.help) })}
              orientation="columns"
              options={question.options.map((option) => ({ value: option.value, label: bilingual(option.label), description: option.help && bilingual(option.help) }))}
              value={value ?? null}
              onChange={(next) => next !== null && onAnswer(next, byPointer.current)}
              error={error}
            />
            <div className={styles.foot}>
              <Provenance of={question.provenance} />
            </div>
          </>
        )}
      </div>
    </>
  );
}

/** The answer, or what counts without one. */
function Answer({ question, value, standing }: Pick<QuestionProps, 'question' | 'value' | 'standing'>): ReactNode {
  const say = useSay();
  const bilingual = useBilingual();
  const chosen = question.options.find((option) => option.value === value);
  if (chosen) return <span className={classNames(styles.answer, standing === 'contradicts' && styles.clashes)}>{bilingual(chosen.label)}</span>;
  if (standing === 'next') return <Tag tone="warn">{say('finder.next')}</Tag>;
  const silent = question.options.find((option) => option.value === question.whenSilent);
  if (silent) return <span className={flow.quiet}>{say('finder.silent', { option: bilingual(silent.label) })}</span>;
  return <span className={flow.quiet}>{standing === 'idle' ? say('finder.idle') : say('finder.open')}</span>;
}
