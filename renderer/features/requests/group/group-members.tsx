/** The requests that are kept in step for one incident, beside each other over the request: per municipality, per legal basis, or both. */
import type { ReactNode } from 'react';
import type { RequestDocument, RequestGroup } from '../../../../shared/domain/request.ts';
import { href } from '../../../app/routes.ts';
import { CheckIcon, classNames, useSay } from '../../../ui/index.ts';
import type { ReferenceIndex } from '../reference-index.ts';
import styles from './group.module.css';
import { useMemberName } from './member-name.ts';

export interface GroupMembersProps {
  readonly document: RequestDocument;
  readonly reference: ReferenceIndex;
}

export function GroupMembers({ document, reference }: GroupMembersProps): ReactNode {
  const say = useSay();
  const { group } = document;
  if (!group) return null;
  const bases = Map.groupBy(group.members, (member) => member.templateId);
  const title = say(bases.size > 1 ? 'links.group' : 'depth.group', { count: group.members.length });
  return (
    <section aria-label={title} className={styles.group}>
      <h2 className={styles.title}>{title}</h2>
      <ul className={styles.members}>
        {[...bases.values()].flat().map((member) => (
          <Member key={member.id} member={member} group={group} reference={reference} isHere={member.id === document.id} />
        ))}
      </ul>
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
  const state = isFinal ? say('request.stateFinalised') : [say('request.stateDraft'), ...(member.follows ? [] : [say('depth.memberStays')])].join(', ');
  return (
    <li>
      <a href={href({ room: 'request', id: member.id })} className={classNames(styles.member, isHere && styles.here)} {...(isHere ? { 'aria-current': 'page' as const } : {})}>
        <span className={styles.name}>{nameOf(member, group)}</span>
        <span className={styles.quiet}>
          {member.reference} · {isFinal && <CheckIcon size={12} />} {state}
        </span>
      </a>
    </li>
  );
}
