/** Adding a hub by its address and fingerprint, as they stand in an invitation or were read aloud; or changing the address or code of one. */
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { HubStanding } from '../../../shared/domain/exchange.ts';
import { ConfirmDialog } from '../../app/confirm-dialog.tsx';
import { useRun } from '../../app/use-run.ts';
import { useTyping } from '../../app/use-typing.ts';
import { link } from '../../link/index.ts';
import { Button, Dialog, ErrorState, TextField, focusField, notify, useSay } from '../../ui/index.ts';
import styles from './exchange.module.css';
import { hubAddress, isFingerprint } from './hub-address.ts';

const fields = { url: 'exchange-hub-url', pin: 'exchange-hub-pin' } as const;

export function HubDialog({ hub, onClose }: { readonly hub: HubStanding | undefined; readonly onClose: () => void }): ReactNode {
  const say = useSay();
  const formId = useId();
  const typing = useTyping('exchange', 'hub');
  const [edited, setEdited] = useState({ url: hub?.url ?? '', pin: hub?.pin ?? '', admission: '' });
  const [asked, setAsked] = useState(false);
  const [removing, setRemoving] = useState(false);
  const { run, busy, error } = useRun('exchange.addHub');
  if (!typing.isReady) return null;
  const { url = '', pin = '', admission = '' } = hub ? edited : typing.fields;
  const set = (field: 'url' | 'pin' | 'admission') => (text: string) => (hub ? setEdited({ ...edited, [field]: text }) : typing.set(field, text));
  const address = hubAddress(url);
  const wrongPin = !isFingerprint(pin);

  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (address === undefined || wrongPin) {
      focusField(address === undefined ? fields.url : fields.pin);
      return;
    }
    const added = await run({ url: address, pin: pin.trim(), ...(admission.trim() === '' ? {} : { admission: admission.trim() }) });
    if (!added) return;
    if (!hub) typing.clear();
    notify({ tone: 'ok', text: say(hub ? 'exchangeDesk.hub.changed' : 'exchangeDesk.hub.added') });
    onClose();
  };

  if (hub && removing) {
    return (
      <ConfirmDialog
        title={say('exchangeDesk.hub.remove.title')}
        points={[say('exchangeDesk.hub.remove.stops'), say('exchangeDesk.hub.remove.stays')]}
        doLabel={say('exchangeDesk.hub.remove')}
        act={() => link.call('exchange.removeHub', { pin: hub.pin })}
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog
      title={say(hub ? 'exchangeDesk.hub.edit.title' : 'exchangeDesk.hub.add')}
      isOpen
      onClose={onClose}
      footer={
        <>
          {hub && !error && <Button onPress={() => setRemoving(true)}>{say('exchangeDesk.hub.remove')}</Button>}
          <Button onPress={onClose}>{say('frame.ui.leave')}</Button>
          <Button variant="primary" type="submit" form={formId} isPending={busy}>
            {say(hub ? 'exchangeDesk.hub.keep' : 'exchangeDesk.hub.addDo')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={(event) => void add(event)}>
        <p>{say('exchangeDesk.hub.add.text')}</p>
        <TextField
          id={fields.url}
          autoFocus
          isRequired
          label={say('exchangeDesk.hub.url')}
          help={say('exchangeDesk.hub.url.help')}
          value={url}
          onChange={set('url')}
          maxLength={500}
          spellCheck={false}
          error={asked && address === undefined ? say('exchangeDesk.hub.url.wrong') : undefined}
        />
        <TextField
          id={fields.pin}
          isRequired
          isReadOnly={hub !== undefined}
          label={say('exchangeDesk.hub.pin')}
          help={say('exchangeDesk.hub.pin.help')}
          value={pin}
          onChange={set('pin')}
          maxLength={100}
          spellCheck={false}
          error={asked && wrongPin ? say('exchangeDesk.hub.pin.wrong') : undefined}
        />
        <TextField label={say('exchangeDesk.hub.admission')} help={say('exchangeDesk.hub.admission.help')} value={admission} onChange={set('admission')} maxLength={200} spellCheck={false} />
        {error && <ErrorState error={error} />}
      </form>
    </Dialog>
  );
}
