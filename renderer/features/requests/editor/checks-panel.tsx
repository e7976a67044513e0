/** The checks: what blocks, what to mind, what is in order; each with its source, each one step from its field. */
import { type ReactNode, memo } from 'react';
import type { Finding, Outcome } from '../../../../shared/domain/assessment.ts';
import { CheckIcon, InfoIcon, Panel, StopIcon, Tag, WarnIcon, classNames, useBilingual, useSay } from '../../../ui/index.ts';
import { findingWords } from '../finding-words.ts';
import { count, useAssessment } from './assessment.tsx';
import styles from './checks-panel.module.css';
import { useEditor } from './editor-context.ts';

const order: readonly Outcome[] = ['blocks', 'warns', 'informs', 'ok'];
const signs: Readonly<Record<Outcome, typeof CheckIcon>> = { blocks: StopIcon, warns: WarnIcon, informs: InfoIcon, ok: CheckIcon };

/** The order in which the panel shows findings and F8 walks them. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return order.flatMap((outcome) => findings.filter((finding) => finding.outcome === outcome));
}

export const findingKey = (finding: Finding): string => `${finding.checkId} ${finding.messageId} ${finding.field ?? ''} ${JSON.stringify(finding.values)}`;

export const ChecksPanel = memo(function ChecksPanel(): ReactNode {
  const { jumpTo } = useEditor();
  const say = useSay();
  const bilingual = useBilingual();
  const { findings, completeness, route } = useAssessment();
  const open = count(findings, 'blocks') + count(findings, 'warns');
  return (
    <Panel title={say('request.checks')} aside={<Tag tone={open === 0 ? 'ok' : count(findings, 'blocks') > 0 ? 'bad' : 'warn'}>{say('request.checksOpen', { count: open })}</Tag>} scrolls>
      <p className={styles.filled}>{say('request.checksFilled', { filled: completeness.filled, required: completeness.required })}</p>
      <ul className={styles.findings}>
        {inOrder(findings).map((finding) => (
          <li key={findingKey(finding)}>
            <FindingItem finding={finding} onJump={jumpTo} />
          </li>
        ))}
      </ul>
      {route.length > 0 && (
        <details className={styles.route}>
          <summary>{say('request.checksRoute')}</summary>
          <ol>
            {route.map((step) => (
              <li key={step.id}>{bilingual(step.text)}</li>
            ))}
          </ol>
        </details>
      )}
    </Panel>
  );
});

export function FindingItem({ finding, onJump }: { readonly finding: Finding; readonly onJump: (field: string) => void }): ReactNode {
  const say = useSay();
  const { head, rest } = findingWords(finding, say);
  const Sign = signs[finding.outcome];
  const { field } = finding;
  const body = (
    <>
      <span className={classNames(styles.sign, styles[finding.outcome])}>
        <Sign size={14} />
        <span className="visually-hidden">{say(`request.outcome.${finding.outcome}`)}: </span>
      </span>
      <span>
        <strong>{head}</strong>
        {rest === '' ? null : `: ${rest}`}
        <span className={styles.source}>
          {finding.source}
          {field !== undefined && finding.outcome !== 'ok' && finding.source !== '' && ' · '}
          {field !== undefined && finding.outcome !== 'ok' && <span className={styles.jump}>{say('request.checksJump')} ↵</span>}
        </span>
      </span>
    </>
  );
  if (field === undefined) return <div className={styles.finding}>{body}</div>;
  return (
    <button type="button" className={classNames(styles.finding, styles.link)} onClick={() => onJump(field)}>
      {body}
    </button>
  );
}
