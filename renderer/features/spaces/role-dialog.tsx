/** Another role for a post of the space. */
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { spaceRoles } from '../../../shared/domain/choices.ts';
import type { SpaceDetail, SpaceMember } from '../../../shared/domain/space.ts';
import { Banner, Dialog, DoOrLeave, ErrorState, RadioGroup, notify, useSay } from '../../ui/index.ts';
import { postName } from './space-words.ts';
import flow from '../../ui/flow.module.css';
import { useRun } from '../../app/use-run.ts';

export interface MemberDialogProps {
  readonly space: SpaceDetail;
  readonly member: SpaceMember;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

export function RoleDialog({ space, member, onChanged, onClose }: MemberDialogProps): ReactNode {
  const say = useSay();
  const formId = useId();
  const [role, setRole] = useState(member.role);
  const { run, busy, error } = useRun('space.setRole');
  const post = postName(member);
  const change = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (role !== member.role) {
      if (!(await run({ id: space.summary.id, signKey: member.signKey, role }))) return;
      notify({ tone: 'ok', text: say('spaces.role.changed', { post, role: say(`spaces.standing.${role}`) }) });
      onChanged();
    }
    onClose();
  };
  return (
    <Dialog
      title={say('spaces.role.title', { post })}
      isOpen
      onClose={onClose}
      footer={<DoOrLeave onLeave={onClose} form={formId} isPending={busy} doLabel={say('spaces.role.change')} />}
    >
      <form id={formId} className={flow.stack} onSubmit={(event) => void change(event)}>
        <RadioGroup
          label={say('spaces.invite.role')}
          autoFocus
          value={role}
          onChange={(next) => setRole(spaceRoles.find((known) => known === next) ?? role)}
          options={spaceRoles.map((value) => ({ value, label: say(`spaces.standing.${value}`), description: say(`spaces.role.${value}.help`) }))}
        />
        {member.own && role !== 'keeper' && (
          <Banner tone="warn">
            <p>{say('spaces.role.own')}</p>
          </Banner>
        )}
        <p className={flow.light}>{say('spaces.role.when')}</p>
        {error && <ErrorState error={error} />}
      </form>
    </Dialog>
  );
}
