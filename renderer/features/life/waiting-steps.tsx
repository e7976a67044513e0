/** Steps that are not on the disk yet, with what keeps them; a refused one can be typed anew. */
import type { ReactNode } from 'react';
import type { LifeStep } from '../../../shared/domain/life.ts';
import type { TypedFields } from '../../../shared/domain/half-typed.ts';
import { isMessageId } from '../../../shared/messages/index.ts';
import type { CallError } from '../../../shared/errors.ts';
import type { EntryQueue, Waiting } from '../../app/draft/entry-queue.ts';
import { useFormat } from '../../app/language/index.ts';
import { Button, type Say, Tag, errorWords, useSay } from '../../ui/index.ts';
import record from '../../ui/record.module.css';
import styles from './life.module.css';
import type { TypedStep } from './open-life.ts';
import { fieldsOfNew } from './step-fields.ts';

interface WaitingStepsProps {
  readonly waiting: readonly Waiting<TypedStep>[];
  readonly queue: EntryQueue<TypedStep, LifeStep>;
  /** absent where there is no form to take it back into: then it stays here to be read */
  readonly onTakeBack: ((fields: TypedFields) => void) | undefined;
}

export function WaitingSteps({ waiting, queue, onTakeBack }: WaitingStepsProps): ReactNode {
  const say = useSay();
  const format = useFormat();
  const takeBack = (entry: string): void => {
    const back = queue.takeBack(entry);
    if (back) onTakeBack?.(fieldsOfNew(back.step));
  };
  const late = waiting.filter(({ state }) => state !== 'waiting');
  if (late.length === 0) return null;
  return (
    <ul className={styles.waiting}>
      {late.map(({ typed: { entry, step }, state, error }) => (
        <li key={entry}>
          <strong>{say(`life.kind.${step.kind}`)}</strong> {format.dateTimeZone(step.at)} {step.remark}
          <p className={record.under} role={state === 'refused' ? 'alert' : undefined}>
            <Tag tone={state === 'refused' ? 'bad' : 'warn'} wraps>
              {state === 'refused' ? say('lifeDesk.refused', { why: error ? whyOf(error, say) : '' }) : say('dossier.entryRetried')}
            </Tag>
            {state === 'failing' && error && errorWords(error, say).happened}
            {state === 'refused' ? (
              onTakeBack && (
                <Button variant="quiet" size="small" onPress={() => takeBack(entry)}>
                  {say('lifeDesk.takeBack')}
                </Button>
              )
            ) : (
              <Button variant="quiet" size="small" onPress={() => void queue.flush()}>
                {say('dossier.notSaved.retry')}
              </Button>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** The rule that refuses, where it is one of the life of a request; else the words of the error. */
function whyOf(error: CallError, say: Say): string {
  const id = `life.refused.${error.details?.['reason'] ?? ''}`;
  return isMessageId(id) ? say(id) : errorWords(error, say).happened;
}
