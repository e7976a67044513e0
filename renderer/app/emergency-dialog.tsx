/** Paper is the last fallback: which contacts, catalogue pages and requests go into the A4 set. Opened from contacts and catalogue. */
import { type ReactNode, useState } from 'react';
import type { RequestSummary } from '../../shared/domain/request.ts';
import type { CallError } from '../../shared/errors.ts';
import { link, useCall } from '../link/index.ts';
import { Button, Checkbox, Dialog, DoOrLeave, ErrorState, Select, Skeleton, TextField, notify, useAppLocale, useBilingual, useSay } from '../ui/index.ts';
import flow from '../ui/flow.module.css';
import styles from './emergency-dialog.module.css';
import { plainText } from './plain-text.ts';
import { flushAll } from './save-state.ts';
import { useIdentity, useReference } from './session.ts';

/** more is no emergency set but a book */
const mostPages = 100;
/** and of the open requests the last that were worked on */
const mostRequests = 100;

export interface EmergencyDialogProps {
  readonly regionCode: string | undefined;
  readonly capabilityIds: readonly string[];
  readonly onClose: () => void;
}

export function EmergencyDialog({ regionCode, capabilityIds, onClose }: EmergencyDialogProps): ReactNode {
  const say = useSay();
  const bilingual = useBilingual();
  const locale = useAppLocale();
  const { regions, capabilities } = useReference();
  const identity = useIdentity();
  const requests = useCall('request.list', { state: 'draft', limit: mostRequests });
  const [region, setRegion] = useState<string | null>(regionCode ?? identity.regionCode);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(capabilityIds));
  /** open requests go along unless they are taken out */
  const [without, setWithout] = useState<ReadonlySet<string>>(() => new Set());
  const [words, setWords] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();

  const open: readonly RequestSummary[] = requests.state === 'ready' ? requests.value.requests : [];
  const wanted = plainText(words).split(' ').filter(Boolean);
  const shown = capabilities.filter((capability) => {
    const text = plainText([capability.name.nl, capability.name.en, ...capability.aliases].join(' '));
    return wanted.every((word) => text.includes(word));
  });
  const print = async (): Promise<void> => {
    if (region === null) return;
    setBusy(true);
    setError(undefined);
    // What is being typed in an open request belongs on the paper too.
    await flushAll();
    const printed = await link.call('print.emergency', {
      regionCode: region,
      capabilityIds: capabilities.filter(({ id }) => chosen.has(id)).map(({ id }) => id),
      requestIds: open.filter(({ id }) => !without.has(id)).map(({ id }) => id),
      locale,
    });
    setBusy(false);
    if (!printed.ok) {
      setError(printed.error);
      return;
    }
    if (printed.value.cancelled) return;
    notify({ tone: 'ok', text: say('contacts.fileSaved', { name: printed.value.name, folder: printed.value.folder }) });
    onClose();
  };

  return (
    <Dialog
      title={say('contacts.emergencyTitle')}
      size="wide"
      isOpen
      onClose={onClose}
      footer={<DoOrLeave onLeave={onClose} isPending={busy} isDisabled={region === null || requests.state === 'loading'} onPress={() => void print()} doLabel={say('contacts.emergencyGo')} />}
    >
      <p className={flow.quiet}>{say('contacts.emergencyText')}</p>
      <Select label={say('contacts.emergencyRegion')} options={regions.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))} value={region} onChange={setRegion} />
      <fieldset className={styles.group}>
        <legend>{say('contacts.emergencyRequests')}</legend>
        {requests.state === 'loading' && <Skeleton lines={2} />}
        {requests.state === 'error' && <ErrorState error={requests.error} onRetry={requests.refresh} />}
        {requests.state === 'ready' && open.length === 0 && <p className={flow.quiet}>{say('contacts.emergencyNoRequests')}</p>}
        {requests.state === 'ready' && requests.value.total > open.length && <p className={flow.quiet}>{say('list.newestOf', { shown: open.length, total: requests.value.total })}</p>}
        <div className={styles.choices}>
          {open.map(({ id, title, reference }) => (
            <Checkbox key={id} label={title.trim() === '' ? reference : `${title} (${reference})`} value={!without.has(id)} onChange={(takes) => setWithout(changed(without, id, !takes))} />
          ))}
        </div>
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{say('contacts.emergencyCapabilities', { count: chosen.size })}</legend>
        <div className={styles.find}>
          <TextField label={say('catalogue.find')} isLabelHidden placeholder={say('catalogue.find')} value={words} onChange={setWords} />
          <Button size="small" isDisabled={chosen.size + shown.length > mostPages || shown.every(({ id }) => chosen.has(id))} onPress={() => setChosen(new Set([...chosen, ...shown.map(({ id }) => id)]))}>
            {say('contacts.emergencyAll', { count: shown.length })}
          </Button>
          <Button size="small" isDisabled={chosen.size === 0} onPress={() => setChosen(new Set())}>
            {say('contacts.emergencyNone')}
          </Button>
        </div>
        <div className={styles.choices}>
          {shown.map((capability) => (
            <Checkbox key={capability.id} label={bilingual(capability.name)} value={chosen.has(capability.id)} isDisabled={!chosen.has(capability.id) && chosen.size >= mostPages} onChange={(takes) => setChosen(changed(chosen, capability.id, takes))} />
          ))}
        </div>
      </fieldset>
      {error && <ErrorState error={error} />}
    </Dialog>
  );
}

function changed(set: ReadonlySet<string>, id: string, has: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (has) next.add(id);
  else next.delete(id);
  return next;
}
