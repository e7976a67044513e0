/** What checks say, as a list: what blocks first, each with its source, each one step from its field. */
import type { ReactNode } from 'react';
import type { Finding, Outcome } from '../../shared/domain/assessment.ts';
import { CheckIcon, InfoIcon, StopIcon, WarnIcon, WholeDates, classNames, useSay } from '../ui/index.ts';
import styles from './findings.module.css';
import { findingWords } from './finding-words.ts';

const order: readonly Outcome[] = ['blocks', 'warns', 'informs', 'ok'];
const signs: Readonly<Record<Outcome, typeof CheckIcon>> = { blocks: StopIcon, warns: WarnIcon, informs: InfoIcon, ok: CheckIcon };

/** The order in which findings show and F8 walks them. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return order.flatMap((outcome) => findings.filter((finding) => finding.outcome === outcome));
}

export const findingKey = (finding: Finding): string => `${finding.checkId} ${finding.messageId} ${finding.field ?? ''} ${JSON.stringify(finding.values)}`;

export const count = (findings: readonly Finding[], outcome: Outcome): number => findings.filter((finding) => finding.outcome === outcome).length;

interface FindingListProps {
  readonly findings: readonly Finding[];
  readonly onJump: (field: string) => void;
  readonly isFramed?: boolean;
}

export function FindingList({ findings, onJump, isFramed = false }: FindingListProps): ReactNode {
  return (
    <ul className={classNames(styles.findings, isFramed && styles.framed)}>
      {inOrder(findings).map((finding) => (
        <li key={findingKey(finding)}>
          <FindingItem finding={finding} onJump={onJump} />
        </li>
      ))}
    </ul>
  );
}

function FindingItem({ finding, onJump }: { readonly finding: Finding; readonly onJump: (field: string) => void }): ReactNode {
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
          <WholeDates>{finding.source}</WholeDates>
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
