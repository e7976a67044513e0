/** The locked post: open it with the passphrase, or with the recovery code on paper. Nothing here deletes anything. */
import { type ReactNode, useState } from 'react';
import { DoorPage } from '../../app/door-page.tsx';
import { useSay } from '../../app/language/index.ts';
import { unsavedNow } from '../../app/save-state.ts';
import { useSession } from '../../app/session.ts';
import { PassphraseForm } from './passphrase-form.tsx';
import { RecoveryForm } from './recovery-form.tsx';

export function UnlockScreen(): ReactNode {
  const say = useSay();
  const lockedBy = useSession((state) => state.lockedBy);
  const [isSaved] = useState(() => unsavedNow().length === 0);
  const [way, setWay] = useState<'passphrase' | 'recovery'>('passphrase');
  if (way === 'recovery') {
    return (
      <DoorPage title={say('unlock.recovery.title')} lead={say('unlock.recovery.lead')}>
        <RecoveryForm onBack={() => setWay('passphrase')} />
      </DoorPage>
    );
  }
  return (
    <DoorPage title={say('unlock.title')} {...(lockedBy === undefined ? {} : { lead: `${say(`unlock.by.${lockedBy}`)} ${say(isSaved ? 'unlock.saved' : 'unlock.unsaved')}` })}>
      <PassphraseForm onRecover={() => setWay('recovery')} />
    </DoorPage>
  );
}
