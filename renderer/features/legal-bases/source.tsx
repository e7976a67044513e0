/** Where a fact comes from and how sure it is, small behind the fact. */
import type { ReactNode } from 'react';
import type { Provenance } from '../../../shared/domain/basics.ts';
import { useSay } from '../../app/language/index.ts';
import { useSession } from '../../app/session.ts';
import { Tag } from '../../ui/index.ts';
import styles from './legal-bases.module.css';

export function Source({ of }: { readonly of: Provenance }): ReactNode {
  const say = useSay();
  const title = useSession((state) => state.packs.flatMap((pack) => pack.sources).find((source) => source.key === of.source)?.title) ?? of.source;
  return (
    <span className={styles.source}>
      {title}
      {of.at === undefined ? null : `, ${of.at}`}
      {of.confidence === 'verified' ? null : (
        <>
          {' '}
          <Tag tone={of.confidence === 'placeholder' ? 'placeholder' : 'neutral'}>{say(`frame.confidence.${of.confidence}`)}</Tag>
        </>
      )}
      {of.note === undefined ? null : <span> · {of.note}</span>}
    </span>
  );
}
