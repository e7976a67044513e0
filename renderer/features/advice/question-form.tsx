/** What was asked: by whom, when, and what came out of the conversation before there is a request. */
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { DateTimeField, TextArea, TextField, useSay } from '../../ui/index.ts';
import styles from './advice.module.css';
import { textOf } from './advice-values.ts';
import type { AdviceDraft } from './open-advices.ts';
import { elementId } from './parts.ts';

const lineLength = 500;
const longest = 50_000;
const texts = ['wishes', 'effect', 'limits', 'possibilities'] as const;

export function QuestionForm({ draft }: { readonly draft: AdviceDraft }): ReactNode {
  const say = useSay();
  const { values, refused } = useStore(draft.store);
  const of = (field: string): { id: string; value: string; onChange: (text: string) => void; onBlur: () => void; error: string | undefined } => ({
    id: elementId(field),
    value: textOf(values[field]),
    onChange: (text) => draft.type(field, text),
    onBlur: draft.leave,
    error: refused[field] && say('request.refused'),
  });
  return (
    <div className={styles.fields}>
      <TextField label={say('adviceDesk.subject')} maxLength={lineLength} {...of('subject')} />
      <div className={styles.pair}>
        <TextField label={say('adviceDesk.askedBy')} help={say('adviceDesk.askedByHelp')} maxLength={lineLength} {...of('askedBy')} />
        <DateTimeField id={elementId('askedAt')} label={say('adviceDesk.askedAt')} value={textOf(values['askedAt']) || null} onChange={(at) => draft.change({ askedAt: at })} onBlur={draft.leave} />
      </div>
      <p className={styles.quiet}>{say('adviceDesk.informal')}</p>
      {texts.map((field) => (
        <TextArea key={field} label={say(`adviceDesk.${field}`)} rows={2} maxLength={longest} {...of(field)} />
      ))}
    </div>
  );
}
