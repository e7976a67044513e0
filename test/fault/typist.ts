/**
 * A person who types: one save after the other, a few on their way at a time, each with a value that was never used before. It keeps
 * what was sent and what was answered, so that a stored working copy can be told to be one of the states allowed: all that was
 * acknowledged, nothing that was refused, and of what was on its way at the end the first few or none.
 */
import type { FieldChanges, FieldValue } from '../../shared/domain/request.ts';
import { type StoreProcess, isGone } from '../helpers/store-process.ts';
import type { Random } from './random.ts';

export interface Typist {
  /** saves until the process is gone or `refused` is answered; gives the code of the refusal, '' when the process ended */
  readonly type: (store: StoreProcess) => Promise<string>;
  readonly acknowledged: () => number;
  /** undefined when the values are a state that an acknowledged save allows; else what is wrong */
  readonly complaint: (values: Readonly<Record<string, FieldValue>>) => string | undefined;
  /** goes on from what is stored: nothing is on its way any more */
  readonly settle: (values: Readonly<Record<string, FieldValue>>) => void;
}

const fields = ['applicant.incident', 'effect.text', 'situation.description', 'motivation.tried'] as const;
const onTheWay = 3;

interface Sent {
  readonly changes: FieldChanges;
  answer: 'none' | 'acknowledged' | 'refused';
}

export function createTypist(document: string, random: Random, longest: number): Typist {
  let base: Readonly<Record<string, FieldValue>> = {};
  let sent: Sent[] = [];
  let total = 0;
  let counter = 0;

  function next(): FieldChanges {
    counter += 1;
    const text = `${counter} ${'tekst '.repeat(random.below(longest / 6))}`.trim();
    const field = random.pick(fields);
    return { [field]: field === 'applicant.incident' ? text.slice(0, 400) : text };
  }

  async function save(store: StoreProcess): Promise<void> {
    const one: Sent = { changes: next(), answer: 'none' };
    sent.push(one);
    try {
      await store.call('request.save', { id: document, changes: one.changes });
    } catch (error) {
      if (!isGone(error)) one.answer = 'refused';
      throw error;
    }
    one.answer = 'acknowledged';
    total += 1;
    if (counter % 17 === 0) await store.call('request.revise', { id: document });
    if (counter % 23 === 0) await store.call('search.find', { text: 'tekst' });
  }

  return {
    acknowledged: () => total,
    type: async (store) => {
      let end: string | undefined;
      const hand = async (): Promise<void> => {
        while (end === undefined) {
          try {
            await save(store);
          } catch (error) {
            if (isGone(error)) end ??= '';
            else if (error instanceof Error && 'code' in error) end ??= String(error.code);
            else throw error;
          }
        }
      };
      await Promise.all(Array.from({ length: onTheWay }, hand));
      return end ?? '';
    },
    complaint: (values) => {
      const taken = sent.filter(({ answer }) => answer !== 'refused');
      // the store works in the order in which it was asked: what stands before an acknowledged save is stored too
      const least = taken.findLastIndex(({ answer }) => answer === 'acknowledged') + 1;
      let state: Record<string, FieldValue | null> = Object.assign({}, base, ...taken.slice(0, least).map(({ changes }) => changes));
      const allowed: string[] = [];
      for (let count = least; count <= taken.length; count += 1) {
        if (count > least) state = { ...state, ...taken[count - 1]?.changes };
        if (fields.every((field) => (state[field] ?? undefined) === values[field])) return undefined;
        allowed.push(numbersIn(state));
      }
      return `stored ${numbersIn(values)}, allowed were ${allowed.join(', ')}`;
    },
    settle: (values) => {
      base = values;
      sent = [];
    },
  };
}

/** Which of the typed values a state holds, for a person who reads of a failure. */
function numbersIn(values: Readonly<Record<string, FieldValue | null>>): string {
  return fields.map((field) => String(values[field] ?? '').split(' ')[0]).join('/');
}
