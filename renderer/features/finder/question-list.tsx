/** The questions, one line each with its answer, so that all of them stay in sight; one is open to be answered. */
import type { ReactNode } from 'react';
import type { FinderAnswers, FinderData, FinderResult } from '../../../shared/domain/finder.ts';
import { useBilingual } from '../../ui/index.ts';
import { standingOf } from './answers.ts';
import styles from './finder.module.css';
import { Question } from './question.tsx';

export interface QuestionListProps {
  readonly finder: FinderData;
  readonly answers: FinderAnswers;
  readonly result: FinderResult;
  /** the question that is open to be answered */
  readonly open: string | undefined;
  readonly onToggle: (question: string) => void;
  /** `goesOn`: the choice was made in one press, so what is needed next may open */
  readonly onAnswer: (question: string, value: string, goesOn: boolean) => void;
  readonly onGoOn: () => void;
  readonly onClear: (question: string) => void;
}

export function QuestionList({ finder, answers, result, open, onToggle, onAnswer, onGoOn, onClear }: QuestionListProps): ReactNode {
  const bilingual = useBilingual();
  return (
    <ol className={styles.questions}>
      {finder.questions.map((question) => (
        <li key={question.id} className={styles.question}>
          <Question
            question={question}
            value={answers[question.id]}
            standing={standingOf(question.id, answers, result)}
            error={result.state === 'contradiction' && result.questions.includes(question.id) ? bilingual(result.reason) : undefined}
            isOpen={open === question.id}
            onToggle={() => onToggle(question.id)}
            onAnswer={(value, goesOn) => onAnswer(question.id, value, goesOn)}
            onGoOn={onGoOn}
            onClear={() => onClear(question.id)}
          />
        </li>
      ))}
    </ol>
  );
}
