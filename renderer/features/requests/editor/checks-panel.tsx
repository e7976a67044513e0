/** The checks: what blocks, what to mind, what is in order; each with its source, each one step from its field. */
import { type ReactNode, memo } from 'react';
import { FindingList, count } from '../../../app/findings.tsx';
import { Panel, Tag, useBilingual, useSay } from '../../../ui/index.ts';
import { useAssessment } from './assessment.tsx';
import flow from '../../../ui/flow.module.css';
import styles from './checks-panel.module.css';
import { useEditor } from './editor-context.ts';

export const ChecksPanel = memo(function ChecksPanel(): ReactNode {
  const { jumpTo } = useEditor();
  const say = useSay();
  const bilingual = useBilingual();
  const { findings, completeness, route } = useAssessment();
  const open = count(findings, 'blocks') + count(findings, 'warns');
  return (
    <Panel title={say('request.checks')} aside={<Tag tone={open === 0 ? 'ok' : count(findings, 'blocks') > 0 ? 'bad' : 'warn'}>{say('request.checksOpen', { count: open })}</Tag>} scrolls>
      <p className={flow.quiet}>{say('request.checksFilled', { filled: completeness.filled, required: completeness.required })}</p>
      <FindingList findings={findings} onJump={jumpTo} />
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
