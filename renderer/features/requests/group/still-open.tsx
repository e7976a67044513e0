/** After one request of a group is finalised: which of the others are still drafts. Each is finalised by itself. */
import type { ReactNode } from 'react';
import type { RequestDocument } from '../../../../shared/domain/request.ts';
import { href } from '../../../app/routes.ts';
import { useSay } from '../../../ui/index.ts';
import type { ReferenceIndex } from '../reference-index.ts';
import styles from './group.module.css';
import { useMemberName } from './member-name.ts';

export function StillOpen({ document: { id: own, group }, reference }: { readonly document: RequestDocument; readonly reference: ReferenceIndex }): ReactNode {
  const say = useSay();
  const nameOf = useMemberName(reference);
  const open = group?.members.filter((member) => member.id !== own && member.state === 'draft') ?? [];
  if (!group || open.length === 0) return null;
  return (
    <p className={styles.open}>
      {say('links.stillOpen', { count: open.length })}
      {open.map((member) => (
        <a key={member.id} href={href({ room: 'request', id: member.id })}>
          {nameOf(member, group)}
        </a>
      ))}
    </p>
  );
}
