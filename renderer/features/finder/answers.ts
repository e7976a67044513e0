/** The answers of the finder between the form that keeps them and the rule that reads them, and what each question is for the outcome. */
import type { FinderAnswers, FinderData, FinderQuestion, FinderResult } from '../../../shared/domain/finder.ts';

/** Of the fields of the form those that answer a question of this pack; a newer pack can have dropped one. */
export function answersOf({ questions }: FinderData, fields: Readonly<Record<string, string>>): FinderAnswers {
  return Object.fromEntries(
    questions.flatMap(({ id, options }) => {
      const value = fields[id];
      return value !== undefined && options.some((option) => option.value === value) ? [[id, value]] : [];
    }),
  );
}

export function without<V>(fields: Readonly<Record<string, V>>, field: string): Readonly<Record<string, V>> {
  return Object.fromEntries(Object.entries(fields).filter(([id]) => id !== field));
}

export function questionOf({ questions }: FinderData, id: string): FinderQuestion | undefined {
  return questions.find((question) => question.id === id);
}

/** 'next': needed most; 'open': can still matter; 'idle': cannot, with the answers as they stand. */
export type Standing = 'answered' | 'contradicts' | 'next' | 'open' | 'idle';

export function standingOf(id: string, answers: FinderAnswers, result: FinderResult): Standing {
  if (result.state === 'contradiction' && result.questions.includes(id)) return 'contradicts';
  if (answers[id] !== undefined) return 'answered';
  if (result.state !== 'open' || !result.next.includes(id)) return 'idle';
  return result.next[0] === id ? 'next' : 'open';
}

/** The question to open: what is needed most, or the first of those that contradict. None when the outcome is found. */
export function questionToOpen(result: FinderResult): string | undefined {
  if (result.state === 'open') return result.next[0];
  return result.state === 'contradiction' ? result.questions[0] : undefined;
}
