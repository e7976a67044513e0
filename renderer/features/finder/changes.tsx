/** Another answer, another outcome: each a press away, and back again by the question itself. */
import type { ReactNode } from 'react';
import type { FinderChange, FinderData } from '../../../shared/domain/finder.ts';
import { useBilingual, useSay } from '../../ui/index.ts';
import { questionOf } from './answers.ts';
import flow from '../../ui/flow.module.css';
import styles from './finder.module.css';
import { useOutcomeName } from './outcome-name.ts';

export interface ChangesProps {
  readonly finder: FinderData;
  readonly changes: readonly FinderChange[];
  readonly onAnswer: (question: string, value: string) => void;
}

export function Changes({ finder, changes, onAnswer }: ChangesProps): ReactNode {
  const say = useSay();
  const bilingual = useBilingual();
  const nameOf = useOutcomeName();
  if (changes.length === 0) return null;
  return (
    <details className={styles.more}>
      <summary>{say('finder.changes', { count: changes.length })}</summary>
      {finder.questions.map((question) => {
        const ofQuestion = changes.filter((change) => change.question === question.id);
        return ofQuestion.length === 0 ? null : (
          <section key={question.id} className={styles.part}>
            <h3>{bilingual(question.label)}</h3>
            <ul className={styles.links}>
              {ofQuestion.map(({ option, outcome }) => (
                <li key={option}>
                  <button type="button" className={styles.link} onClick={() => onAnswer(question.id, option)}>
                    {bilingual(questionOf(finder, question.id)?.options.find(({ value }) => value === option)?.label ?? outcome.title)}
                  </button>{' '}
                  <span className={flow.quiet}>→ {nameOf(outcome)}</span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </details>
  );
}
