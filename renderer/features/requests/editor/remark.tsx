/** One remark of the checks beside what it is about. */
import type { ReactNode } from 'react';
import type { Finding } from '../../../../shared/domain/assessment.ts';
import { InfoIcon, StopIcon, WarnIcon, classNames, useSay } from '../../../ui/index.ts';
import { findingText } from '../../../app/finding-words.ts';
import styles from './remark.module.css';

export function Remark({ finding }: { readonly finding: Finding }): ReactNode {
  const say = useSay();
  const Sign = finding.outcome === 'blocks' ? StopIcon : finding.outcome === 'warns' ? WarnIcon : InfoIcon;
  return (
    <li className={classNames(styles.remark, styles[finding.outcome])}>
      <Sign size={14} />
      <span>
        <span className="visually-hidden">{say(`request.outcome.${finding.outcome}`)}: </span>
        {findingText(finding, say)}
      </span>
    </li>
  );
}
