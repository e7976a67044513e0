import { type FormEvent, type ReactNode, useState } from 'react';
import { passphraseMinimum } from '../../../shared/domain/limits.ts';
import type { CallError } from '../../../shared/errors.ts';
import { useSay } from '../../app/language/index.ts';
import { enter } from '../../app/session.ts';
import { link } from '../../link/index.ts';
import { Button } from '../../ui/button.tsx';
import { focusField } from '../../ui/field.tsx';
import { ErrorState, errorWords } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';
import flow from '../../ui/flow.module.css';
import styles from './unlock.module.css';

export interface RecoveryFormProps {
  readonly onBack: () => void;
}

/** The code from paper and a new passphrase. The code stays valid afterwards. */
export function RecoveryForm({ onBack }: RecoveryFormProps): ReactNode {
  const say = useSay();
  const [recoveryCode, setCode] = useState('');
  const [newPassphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [isOpening, setOpening] = useState(false);
  const [error, setError] = useState<CallError>();
  const [faults, setFaults] = useState<{ readonly code?: string; readonly passphrase?: string; readonly again?: string }>({});

  const open = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isOpening) return;
    const found = {
      ...(recoveryCode.trim() === '' ? { code: say('unlock.recovery.missing') } : {}),
      ...([...newPassphrase].length < passphraseMinimum ? { passphrase: say('start.passphrase.short', { minimum: passphraseMinimum }) } : {}),
      ...(newPassphrase === again ? {} : { again: say('start.again.differs') }),
    };
    setFaults(found);
    setError(undefined);
    const [first] = Object.keys(found);
    if (first !== undefined) {
      focusField(`recover-${first}`);
      return;
    }
    setOpening(true);
    const result = await link.call('post.recover', { recoveryCode: recoveryCode.trim(), newPassphrase });
    setOpening(false);
    if (result.ok) {
      enter(result.value);
      return;
    }
    if (result.error.code === 'recovery.wrong') {
      setFaults({ code: errorWords(result.error, say).happened });
      focusField('recover-code');
    } else setError(result.error);
  };

  return (
    <form className={flow.stack} onSubmit={(event) => void open(event)} noValidate>
      {error && <ErrorState error={error} />}
      <TextField id="recover-code" label={say('unlock.recovery.code')} help={say('unlock.recovery.codeHelp')} value={recoveryCode} onChange={setCode} maxLength={200} spellCheck={false} isRequired error={faults.code} autoFocus />
      <TextField id="recover-passphrase" label={say('unlock.recovery.newPassphrase')} help={say('start.passphrase.help', { minimum: passphraseMinimum })} type="password" autoComplete="new-password" value={newPassphrase} onChange={setPassphrase} maxLength={512} isRequired error={faults.passphrase} />
      <TextField id="recover-again" label={say('start.again')} type="password" autoComplete="new-password" value={again} onChange={setAgain} maxLength={512} isRequired error={faults.again} />
      <div className={styles.actions}>
        <Button type="submit" variant="primary" isPending={isOpening}>
          {say(isOpening ? 'unlock.opening' : 'unlock.recovery.open')}
        </Button>
        <Button variant="quiet" onPress={onBack}>
          {say('unlock.recovery.back')}
        </Button>
      </div>
    </form>
  );
}
