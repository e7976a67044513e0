/** The requests that several municipalities make for one need, each a step away. */
import type { ReactNode } from 'react';
import type { RequestDocument } from '../../../../shared/domain/request.ts';
import { href } from '../../../app/routes.ts';
import { Tag, useSay } from '../../../ui/index.ts';
import type { ReferenceIndex } from '../reference-index.ts';
import styles from './group.module.css';

export interface GroupMembersProps {
  readonly document: RequestDocument;
  readonly reference: ReferenceIndex;
  /** what can be done with the group */
  readonly children?: ReactNode;
}

export function GroupMembers({ document, reference, children }: GroupMembersProps): ReactNode {
  const say = useSay();
  const { group } = document;
  if (!group) return null;
  const title = say('depth.group', { count: group.members.length });
  return (
    <section aria-label={title} className={styles.group}>
      <h2>{title}</h2>
      <ul className={styles.members}>
        {group.members.map(({ id, municipality, reference: number, state, follows }) => (
          <li key={id} className={styles.member}>
            <a href={href({ room: 'request', id })} aria-current={id === document.id ? 'page' : undefined}>
              {municipality === undefined ? say('depth.memberNone') : (reference.municipalities[municipality]?.name ?? municipality)}
            </a>
            <span className={styles.quiet}>
              {number}
              {id === document.id && ` · ${say('depth.memberHere')}`}
              {state === 'draft' && !follows && ` · ${say('depth.memberStays')}`}
            </span>
            <Tag tone={state === 'finalised' ? 'ok' : 'neutral'}>{say(state === 'finalised' ? 'request.stateFinalised' : 'request.stateDraft')}</Tag>
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}
