/** Where a fact comes from: the work and the place in it, its date, and how sure it is; in short only what is less than proven. Small, behind or under the fact. */
import type { ReactNode } from 'react';
import { citation } from '../../shared/rules/citation.ts';
import type { Provenance as ProvenanceData } from '../../shared/domain/basics.ts';
import { classNames } from '../ui/class-names.ts';
import { Tag } from '../ui/tag.tsx';
import { useSay } from '../ui/say.ts';
import { WholeDates } from '../ui/whole-dates.tsx';
import { useFormat } from './language/index.ts';
import styles from './provenance.module.css';
import { useSession } from './session.ts';

export interface ProvenanceProps {
  readonly of: ProvenanceData;
  /** with the full title of the work and the note, where there is room for it */
  readonly isFull?: boolean;
  /** short, but on a line of its own and with the note: for pages where the works stand in full at the end */
  readonly isLine?: boolean;
}

export function Provenance({ of, isFull = false, isLine = false }: ProvenanceProps): ReactNode {
  const say = useSay();
  const { date } = useFormat();
  const work = useSession((state) => state.packs.flatMap((pack) => pack.sources).find((source) => source.key === of.source)?.title) ?? of.source;
  const place = of.at === undefined ? work : `${work}, ${of.at}`;
  return (
    <span className={isLine ? classNames(styles.source, styles.line) : styles.source}>
      <span title={isFull ? undefined : place}>
        <WholeDates>{isFull ? place : citation(of)}</WholeDates>
      </span>
      {of.sourceDate !== undefined && <WholeDates>{` · ${say('catalogue.sourceDate', { date: date(of.sourceDate) })}`}</WholeDates>}
      {of.confidence === 'placeholder' || (of.confidence === 'verified' && !isFull) ? null : ` · ${say(`frame.confidence.${of.confidence}`)}`}
      {of.confidence === 'placeholder' && (
        <>
          {' '}
          <Tag tone="placeholder">{say('frame.confidence.placeholder')}</Tag>
        </>
      )}
      {isFull && of.note !== undefined && (
        <span lang="nl" className={styles.note}>
          {of.note}
        </span>
      )}
      {isLine && of.note !== undefined && <span lang="nl"> · {of.note}</span>}
    </span>
  );
}
