/** Every work that a basis rests on, by the name that the facts cite it with. */
import type { ReactNode } from 'react';
import type { LegalBasis } from '../../../shared/domain/legal-basis.ts';
import { citation } from '../../../shared/rules/citation.ts';
import { useSession } from '../../app/session.ts';
import styles from './legal-bases.module.css';

export function Works({ basis }: { readonly basis: LegalBasis }): ReactNode {
  const known = useSession((state) => state.packs).flatMap((pack) => pack.sources);
  const works = citedBy(basis).flatMap((key) => known.find((source) => source.key === key) ?? []);
  return (
    <ul className={styles.list}>
      {works.map(({ key, title, url, note }) => (
        <li key={key}>
          <strong>{citation({ source: key })}</strong>
          <span className={styles.source}>{[title, url, note].filter((part) => part !== undefined).join(' · ')}</span>
        </li>
      ))}
    </ul>
  );
}

function citedBy(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'confidence' in value && 'source' in value && typeof value.source === 'string' ? [value.source] : [];
  return [...new Set([...own, ...Object.values(value).flatMap(citedBy)])];
}
