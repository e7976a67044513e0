/** The criteria, each with finding, reason and source; what the checks of the request point to can be taken over. */
import { type ReactNode, memo } from 'react';
import { useStore } from 'zustand';
import { adviceFindings } from '../../../shared/domain/choices.ts';
import type { AdviceSuggestion } from '../../../shared/domain/advice.ts';
import type { AdviceCriterion } from '../../../shared/domain/advice-criterion.ts';
import type { Finding } from '../../../shared/domain/assessment.ts';
import type { AdviceContext } from '../../../shared/rules/advice/check.ts';
import { isMessageId } from '../../../shared/messages/index.ts';
import { citation } from '../../../shared/rules/citation.ts';
import { findingText } from '../../app/finding-words.ts';
import { Button, InfoIcon, RadioGroup, TextArea, TextField, WarnIcon, WholeDates, useBilingual, useSay } from '../../ui/index.ts';
import flow from '../../ui/flow.module.css';
import styles from './advice.module.css';
import { findingField, findingOf, withPart } from './advice-values.ts';
import type { AdviceDraft } from './open-advices.ts';
import { elementId } from './parts.ts';
import { useCriteria } from './use-checks.ts';

const longest = 50_000;
const lineLength = 500;

interface CriteriaFormProps {
  readonly draft: AdviceDraft;
  readonly context: AdviceContext;
  readonly suggestions: readonly AdviceSuggestion[];
  readonly findings: readonly Finding[];
}

export function CriteriaForm({ draft, context, suggestions, findings }: CriteriaFormProps): ReactNode {
  const say = useSay();
  const { playing, others } = useCriteria(context);
  const row = (criterion: AdviceCriterion): ReactNode => {
    const field = findingField(criterion.id);
    return <Criterion key={criterion.id} criterion={criterion} draft={draft} suggestion={suggestions.find(({ criterionId }) => criterionId === criterion.id)} remarks={findings.filter((one) => one.field === field && one.messageId !== 'checks.advice.criterionOpen')} />;
  };
  return (
    <div className={flow.stack}>
      {playing.map(row)}
      {others.length > 0 && (
        <details className={styles.others}>
          <summary>{say('adviceDesk.showNotPlaying', { count: others.length })}</summary>
          {others.map(row)}
        </details>
      )}
    </div>
  );
}

interface CriterionProps {
  readonly criterion: AdviceCriterion;
  readonly draft: AdviceDraft;
  readonly suggestion: AdviceSuggestion | undefined;
  readonly remarks: readonly Finding[];
}

const Criterion = memo(function Criterion({ criterion, draft, suggestion, remarks }: CriterionProps): ReactNode {
  const say = useSay();
  const bilingual = useBilingual();
  const field = findingField(criterion.id);
  const value = findingOf(useStore(draft.store, (state) => state.values[field]));
  const refused = useStore(draft.store, (state) => state.refused[field]);
  const title = bilingual(criterion.title);
  return (
    <section id={elementId(field)} className={styles.criterion} aria-label={title}>
      <div>
        <h3>{title}</h3>
        <p className={styles.quiet}>
          {bilingual(criterion.question)} <span className={styles.source}><WholeDates>{citation(criterion.provenance)}</WholeDates></span>
        </p>
      </div>
      <RadioGroup
        isLabelHidden
        label={say('adviceDesk.findingOf', { criterion: title })}
        orientation="horizontal"
        options={adviceFindings.map((one) => ({ value: one, label: say(`advice.finding.${one}`) }))}
        value={value.finding ?? null}
        onChange={(next) => draft.change({ [field]: withPart(value, 'finding', adviceFindings.find((one) => one === next) ?? null) })}
        error={refused && say('request.refused')}
      />
      {suggestion && <Suggestion suggestion={suggestion} isTaken={value.finding === suggestion.finding} onTake={() => suggestion.finding !== undefined && draft.change({ [field]: { ...value, finding: suggestion.finding } })} />}
      <div className={styles.reason}>
        <TextArea label={say('adviceDesk.findingReason')} rows={1} value={value.reason ?? ''} onChange={(text) => draft.type(field, withPart(value, 'reason', text))} onBlur={draft.leave} maxLength={longest} />
        <TextField label={say('adviceDesk.findingSource')} placeholder={say('adviceDesk.findingSourceHint')} value={value.source ?? ''} onChange={(text) => draft.type(field, withPart(value, 'source', text))} onBlur={draft.leave} maxLength={lineLength} />
      </div>
      {remarks.map((finding) => (
        <p key={finding.messageId} className={styles.remark}>
          <WarnIcon size={14} />
          <span>{findingText(finding, say)}</span>
        </p>
      ))}
    </section>
  );
}, (before, after) => before.criterion === after.criterion && before.draft === after.draft && JSON.stringify([before.suggestion, before.remarks]) === JSON.stringify([after.suggestion, after.remarks]));

function Suggestion({ suggestion: { finding, reasons }, isTaken, onTake }: { readonly suggestion: AdviceSuggestion; readonly isTaken: boolean; readonly onTake: () => void }): ReactNode {
  const say = useSay();
  if (finding === undefined && reasons.length === 0) return null;
  return (
    <div className={styles.suggestion}>
      {finding !== undefined && (
        <p>
          <InfoIcon size={14} /> {say('adviceDesk.suggested', { finding: say(`advice.finding.${finding}`) })}{' '}
          {!isTaken && (
            <Button variant="quiet" size="small" onPress={onTake}>
              {say('adviceDesk.suggestedTake')}
            </Button>
          )}
        </p>
      )}
      <ul>
        {reasons.map(({ messageId, values, source }) => (
          <li key={`${messageId} ${JSON.stringify(values)}`}>
            {isMessageId(messageId) ? say(messageId, values) : messageId} <span className={styles.source}><WholeDates>{source}</WholeDates></span>
          </li>
        ))}
      </ul>
    </div>
  );
}
