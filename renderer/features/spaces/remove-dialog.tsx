/** Taking a post out of a space: what it keeps and what changes is said before, and once more when it was done. */
import { type ReactNode, useState } from 'react';
import type { SpaceHoldings } from '../../../shared/domain/space.ts';
import { navigate } from '../../app/routes.ts';
import { Button, Dialog, ErrorState, announce, useSay } from '../../ui/index.ts';
import type { MemberDialogProps } from './role-dialog.tsx';
import { postName } from './space-words.ts';
import styles from './spaces.module.css';
import { useRun } from '../../app/use-run.ts';

export function RemoveDialog({ space, member, onChanged, onClose }: MemberDialogProps): ReactNode {
  const say = useSay();
  const [holds, setHolds] = useState<SpaceHoldings>();
  const { run, busy, error } = useRun('space.remove');
  const post = postName(member);
  // as it was when it was asked: afterwards the post is shown as removed
  const [isInvited] = useState(member.state === 'invited');
  const done = say(isInvited ? 'spaces.withdraw.done' : 'spaces.remove.done', { post });
  const remove = async (): Promise<void> => {
    const removed = await run({ id: space.summary.id, signKey: member.signKey });
    if (!removed) return;
    setHolds(removed.holds);
    announce(done);
    onChanged();
  };
  if (holds) {
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
        <ul className={styles.points}>
          <li>{isInvited ? say('spaces.withdraw.keeps', { post, documents: holds.documents }) : say('spaces.remove.held', { post, ...holds })}</li>
          <li>{say('spaces.remove.newKey', { post })}</li>
          <li>{say('spaces.remove.exchange')}</li>
        </ul>
      </Dialog>
    );
  }
  return (
    <Dialog
      title={say(isInvited ? 'spaces.withdraw.title' : 'spaces.remove.title', { post })}
      role="alertdialog"
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button autoFocus onPress={onClose}>
            {say(error ? 'frame.ui.close' : 'frame.ui.leave')}
          </Button>
          {!error && (
            <Button variant="primary" isPending={busy} onPress={() => void remove()}>
              {isInvited ? say('spaces.withdraw.do') : say('spaces.remove.do', { post })}
            </Button>
          )}
        </>
      }
    >
      <ul className={styles.points}>
        <li>{say(isInvited ? 'spaces.withdraw.keeps' : 'spaces.remove.keeps', { post, documents: space.holdings.documents })}</li>
        <li>{say('spaces.remove.key', { post })}</li>
        {!isInvited && <li>{say('spaces.remove.writes', { post })}</li>}
        <li>{say('spaces.remove.when')}</li>
      </ul>
      {error && <ErrorState error={error} />}
    </Dialog>
  );
}
