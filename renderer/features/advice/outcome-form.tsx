/** What it comes to: the outcome, why, and its conditions or the alternative. */
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { adviceOutcomes } from '../../../shared/domain/choices.ts';
import { RadioGroup, TextArea, useSay } from '../../ui/index.ts';
import styles from './advice.module.css';
import { textOf } from './advice-values.ts';
import type { AdviceDraft } from './open-advices.ts';
import { elementId } from './parts.ts';

const longest = 50_000;

export function OutcomeForm({ draft }: { readonly draft: AdviceDraft }): ReactNode {
  const say = useSay();
  const { values, refused } = useStore(draft.store);
  const outcome = textOf(values['outcome']);
  const text = (field: string): { id: string; value: string; onChange: (text: string) => void; onBlur: () => void; maxLength: number; error: string | undefined } => ({
    id: elementId(field),
    value: textOf(values[field]),
    onChange: (typed) => draft.type(field, typed),
    onBlur: draft.leave,
    maxLength: longest,
    error: refused[field] && say('request.refused'),
  });
  // What was typed for another outcome stays in view: the checks say that it does not fit, and nothing typed is hidden.
  const asks = (field: string, of: string): boolean => outcome === of || textOf(values[field]) !== '';
  return (
    <div className={styles.fields}>
      <RadioGroup
        id={elementId('outcome')}
        isRequired
        label={say('adviceDesk.outcome')}
        options={adviceOutcomes.map((one) => ({ value: one, label: say(`advice.outcome.${one}`) }))}
        orientation="horizontal"
        value={outcome === '' ? null : outcome}
        onChange={(next) => draft.change({ outcome: next })}
      />
      <TextArea isRequired label={say('adviceDesk.outcomeReason')} {...text('reason')} />
      {asks('conditions', 'conditional') && <TextArea label={say('adviceDesk.conditions')} help={say('adviceDesk.conditionsHelp')} {...text('conditions')} />}
      {asks('alternative', 'redirect') && <TextArea label={say('adviceDesk.alternative')} help={say('adviceDesk.alternativeHelp')} rows={2} {...text('alternative')} />}
    </div>
  );
}
