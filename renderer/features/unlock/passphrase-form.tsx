import { type FormEvent, type ReactNode, useState } from 'react';
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

export interface PassphraseFormProps {
  readonly onRecover: () => void;
}

/** One field and Enter. A wrong passphrase stands at the field; what is wrong with the file or the disk stands above it. */
export function PassphraseForm({ onRecover }: PassphraseFormProps): ReactNode {
  const say = useSay();
  const [passphrase, setPassphrase] = useState('');
  const [isOpening, setOpening] = useState(false);
  const [error, setError] = useState<CallError>();
  const isWrong = error?.code === 'passphrase.wrong';

  const open = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isOpening) return;
    if (passphrase === '') {
      focusField('unlock-passphrase');
      return;
    }
    setOpening(true);
    setError(undefined);
    const result = await link.call('post.unlock', { passphrase });
    setOpening(false);
    if (result.ok) {
      setPassphrase('');
      enter(result.value);
      return;
    }
    setError(result.error);
    focusField('unlock-passphrase');
  };

  return (
    <form className={flow.stack} onSubmit={(event) => void open(event)} noValidate>
      {error && !isWrong && <ErrorState error={error} />}
      <TextField
        id="unlock-passphrase"
        label={say('unlock.passphrase')}
        type="password"
        autoComplete="current-password"
        value={passphrase}
        onChange={setPassphrase}
        maxLength={512}
        isReadOnly={isOpening}
        autoFocus
        {...(isWrong ? { error: `${errorWords(error, say).happened} ${errorWords(error, say).todo}` } : {})}
      />
      <div className={styles.actions}>
        <Button type="submit" variant="primary" isPending={isOpening}>
          {say(isOpening ? 'unlock.opening' : 'unlock.open')}
        </Button>
        <Button variant="quiet" onPress={onRecover}>
          {say('unlock.forgotten')}
        </Button>
      </div>
    </form>
  );
}
