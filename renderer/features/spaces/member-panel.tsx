/** One post of a space: what it is, the fingerprint to compare by voice, and what a keeper can do with it. */
import { type ReactNode, useState } from 'react';
import type { SpaceDetail, SpaceMember } from '../../../shared/domain/space.ts';
import { useReference } from '../../app/session.ts';
import { Button, Facts, Fingerprint, Panel, useSay } from '../../ui/index.ts';
import { InvitationAgain } from './invitation-dialog.tsx';
import { memberFacts } from './member-facts.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { RoleDialog } from './role-dialog.tsx';
import { postName } from './space-words.ts';
import flow from '../../ui/flow.module.css';
import { hasLapsed, mayWithMember } from './what-may.ts';

export interface MemberPanelProps {
  readonly space: SpaceDetail;
  readonly member: SpaceMember;
  readonly now: string;
  readonly onChanged: () => void;
}

type Asked = 'role' | 'remove' | 'invitation';

export function MemberPanel({ space, member, now, onChanged }: MemberPanelProps): ReactNode {
  const say = useSay();
  const { regionByCode } = useReference();
  const [asked, setAsked] = useState<Asked>();
  const may = mayWithMember(space, member, now);
  const close = (): void => setAsked(undefined);
  const lapsed = hasLapsed(member, now);
  return (
    <Panel title={postName(member)}>
      <Facts
        rows={[
          ...(member.name ? memberFacts(member.name, regionByCode, say) : []),
          { label: say('spaces.fingerprint'), value: <Fingerprint>{member.fingerprint}</Fingerprint>, source: say(member.own ? 'spaces.member.compareOwn' : 'spaces.member.compare') },
        ]}
      />
      {member.state !== 'member' && !member.own && <p>{say(lapsed ? 'spaces.member.lapsed' : `spaces.member.${member.state}`)}</p>}
      {(may.changeRole || may.remove || may.showInvitation) && (
        <div className={flow.row}>
          {may.showInvitation && <Button onPress={() => setAsked('invitation')}>{say('spaces.member.showInvitation')}</Button>}
          {may.changeRole && <Button onPress={() => setAsked('role')}>{say('spaces.member.changeRole')}</Button>}
          {may.remove && <Button onPress={() => setAsked('remove')}>{say(member.state === 'invited' ? 'spaces.member.withdraw' : 'spaces.member.remove')}</Button>}
        </div>
      )}
      {asked === 'invitation' && <InvitationAgain spaceId={space.summary.id} signKey={member.signKey} post={postName(member)} onClose={close} />}
      {asked === 'role' && <RoleDialog space={space} member={member} onChanged={onChanged} onClose={close} />}
      {asked === 'remove' && <RemoveDialog space={space} member={member} onChanged={onChanged} onClose={close} />}
    </Panel>
  );
}
