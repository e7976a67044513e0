/** Taking a post out of a space: what it keeps and what changes is said before, and once more when it was done. */
import { type ReactNode, useState } from 'react';
import type { SpaceHoldings } from '../../../shared/domain/space.ts';
import { ConfirmDialog } from '../../app/confirm-dialog.tsx';
import { navigate } from '../../app/routes.ts';
import { link } from '../../link/index.ts';
import { Button, Dialog, Points, announce, useSay } from '../../ui/index.ts';
import type { MemberDialogProps } from './role-dialog.tsx';
import { postName } from './space-words.ts';

export function RemoveDialog({ space, member, onChanged, onClose }: MemberDialogProps): ReactNode {
  const say = useSay();
  const [holds, setHolds] = useState<SpaceHoldings>();
  const post = postName(member);
  // as it was when it was asked: afterwards the post is shown as removed
  const [isInvited] = useState(member.state === 'invited');
  const done = say(isInvited ? 'spaces.withdraw.done' : 'spaces.remove.done', { post });
  if (!holds) {
    return (
      <ConfirmDialog
        onClose={onClose}
        act={() => link.call('space.remove', { id: space.summary.id, signKey: member.signKey })}
        title={say(isInvited ? 'spaces.withdraw.title' : 'spaces.remove.title', { post })}
        points={[
          say(isInvited ? 'spaces.withdraw.keeps' : 'spaces.remove.keeps', { post, documents: space.holdings.documents }),
          say('spaces.remove.key', { post }),
          ...(isInvited ? [] : [say('spaces.remove.writes', { post })]),
          say('spaces.remove.when'),
        ]}
        doLabel={isInvited ? say('spaces.withdraw.do') : say('spaces.remove.do', { post })}
        staysOpen
        onDone={(removed) => {
          setHolds(removed.holds);
          announce(done);
          onChanged();
        }}
      />
    );
  }
  return (
    <Dialog
      title={done}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={() => navigate({ room: 'exchange' })}>{say('spaces.awaiting.go')}</Button>
          <Button variant="primary" autoFocus onPress={onClose}>
            {say('frame.ui.close')}
          </Button>
        </>
      }
    >
      <Points>
        {[
          isInvited ? say('spaces.withdraw.keeps', { post, documents: holds.documents }) : say('spaces.remove.held', { post, ...holds }),
          say('spaces.remove.newKey', { post }),
          say('spaces.remove.exchange'),
        ]}
      </Points>
    </Dialog>
  );
}
