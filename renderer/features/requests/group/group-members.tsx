/** The requests that are kept in step for one incident, each a step away: per municipality, per legal basis, or both. */
import type { ReactNode } from 'react';
import type { RequestDocument, RequestGroup } from '../../../../shared/domain/request.ts';
import { href } from '../../../app/routes.ts';
import { Tag, useSay } from '../../../ui/index.ts';
import type { ReferenceIndex } from '../reference-index.ts';
import styles from './group.module.css';
import { useMemberName } from './member-name.ts';

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
  const bases = Map.groupBy(group.members, (member) => member.templateId);
  const title = say(bases.size > 1 ? 'links.group' : 'depth.group', { count: group.members.length });
  return (
    <section aria-label={title} className={styles.group}>
      <h2>{title}</h2>
      {bases.size > 1 && <p className={styles.quiet}>{say('links.groupText')}</p>}
      <ul className={styles.members}>
        {[...bases.values()].flat().map((member) => (
          <Member key={member.id} member={member} group={group} reference={reference} isHere={member.id === document.id} />
        ))}
      </ul>
      {children}
    </section>
  );
}

interface MemberProps {
  readonly member: RequestGroup['members'][number];
  readonly group: RequestGroup;
  readonly reference: ReferenceIndex;
  readonly isHere: boolean;
}

function Member({ member, group, reference, isHere }: MemberProps): ReactNode {
  const say = useSay();
  const nameOf = useMemberName(reference);
  const isFinal = member.state === 'finalised';
  return (
    <li className={styles.member}>
      <a href={href({ room: 'request', id: member.id })} aria-current={isHere ? 'page' : undefined}>
        {nameOf(member, group)}
      </a>
      <span className={styles.quiet}>
        {member.reference}
        {isHere && ` · ${say('depth.memberHere')}`}
        {!isFinal && !member.follows && ` · ${say('depth.memberStays')}`}
      </span>
      <Tag tone={isFinal ? 'ok' : 'neutral'}>{say(isFinal ? 'request.stateFinalised' : 'request.stateDraft')}</Tag>
    </li>
  );
}
