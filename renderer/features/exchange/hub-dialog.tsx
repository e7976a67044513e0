/** Adding a hub by its address and fingerprint, as they stand in an invitation or were read aloud; or changing the address or code of one. */
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { HubStanding } from '../../../shared/domain/exchange.ts';
import { ConfirmDialog } from '../../app/confirm-dialog.tsx';
import { useRun } from '../../app/use-run.ts';
import { useTyping } from '../../app/use-typing.ts';
import { link } from '../../link/index.ts';
import { Button, Dialog, ErrorState, TextField, focusField, notify, useSay } from '../../ui/index.ts';
import flow from '../../ui/flow.module.css';
import { hubAddress, isFingerprint, isSameFingerprint } from './hub-address.ts';

const fields = { url: 'exchange-hub-url', pin: 'exchange-hub-pin' } as const;

export interface HubDialogProps {
  /** the one that is changed; undefined for a new one */
  readonly hub: HubStanding | undefined;
  /** the one whose place the new one takes: it had another key */
  readonly renews?: HubStanding;
  readonly onClose: () => void;
}

export function HubDialog({ hub, renews, onClose }: HubDialogProps): ReactNode {
  const say = useSay();
  const formId = useId();
  const typing = useTyping('exchange', 'hub');
  const [edited, setEdited] = useState({ url: (hub ?? renews)?.url ?? '', pin: hub?.pin ?? '', admission: '' });
  const [asked, setAsked] = useState(false);
  const [removing, setRemoving] = useState(false);
  const { run, busy, error } = useRun('exchange.addHub');
  if (!typing.isReady) return null;
  // what is typed of a wholly new one is kept as it is typed
  const isOfOne = hub !== undefined || renews !== undefined;
  const { url = '', pin = '', admission = '' } = isOfOne ? edited : typing.fields;
  const set = (field: 'url' | 'pin' | 'admission') => (text: string) => (isOfOne ? setEdited({ ...edited, [field]: text }) : typing.set(field, text));
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
    if (!isOfOne) typing.clear();
    if (renews && !isSameFingerprint(pin, renews.pin)) await link.call('exchange.removeHub', { pin: renews.pin });
    notify({ tone: 'ok', text: say(isOfOne ? 'exchangeDesk.hub.changed' : 'exchangeDesk.hub.added') });
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
      title={say(hub ? 'exchangeDesk.hub.edit.title' : renews ? 'exchangeDesk.hub.renew.title' : 'exchangeDesk.hub.add')}
      isOpen
      onClose={onClose}
      footer={
        <>
          {hub && !error && <Button onPress={() => setRemoving(true)}>{say('exchangeDesk.hub.remove')}</Button>}
          <Button onPress={onClose}>{say('frame.ui.leave')}</Button>
          <Button variant="primary" type="submit" form={formId} isPending={busy}>
            {say(isOfOne ? 'exchangeDesk.hub.keep' : 'exchangeDesk.hub.addDo')}
          </Button>
        </>
      }
    >
      <form id={formId} className={flow.stack} onSubmit={(event) => void add(event)}>
        <p>{say(renews ? 'exchangeDesk.hub.renew.text' : 'exchangeDesk.hub.add.text')}</p>
        <TextField
          id={fields.url}
          autoFocus={!renews}
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
          autoFocus={renews !== undefined}
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
