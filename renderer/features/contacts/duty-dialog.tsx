/** One duty: for which office, from when to when, who, and at which number. */
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { Contact, Duty } from '../../../shared/domain/contact.ts';
import type { CallError } from '../../../shared/errors.ts';
import { link } from '../../link/index.ts';
import { DateTimeField, Dialog, DoOrLeave, ErrorState, Select, TextArea, TextField, notify, useBilingual, useSay } from '../../ui/index.ts';
import { dutyFaults } from './contact-view.ts';
import styles from './dialogs.module.css';
import { useContacts } from './use-contacts.ts';

export interface DutyDialogProps {
  /** undefined makes a new one */
  readonly duty: Duty | undefined;
  readonly contacts: readonly Contact[];
  readonly onClose: () => void;
}

const longestLine = 200;
const longestNote = 2000;

export function DutyDialog({ duty, contacts, onClose }: DutyDialogProps): ReactNode {
  const say = useSay();
  const bilingual = useBilingual();
  const formId = useId();
  const { refresh } = useContacts();
  const [contactId, setContactId] = useState<string | null>(duty?.contactId ?? contacts[0]?.id ?? null);
  const [start, setStart] = useState<string | null>(duty?.start ?? null);
  const [end, setEnd] = useState<string | null>(duty?.end ?? null);
  const [who, setWho] = useState(duty?.who ?? '');
  const [phone, setPhone] = useState(duty?.phone ?? '');
  const [note, setNote] = useState(duty?.note ?? '');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();

  const faults = dutyFaults({ contactId, start, end, who });
  const errorOf = (field: keyof typeof faults): string | undefined => {
    const fault = faults[field];
    // an empty field is no mistake before one has tried; an end before the start is one at once
    return fault === undefined || (fault === 'missing' && !tried) ? undefined : say(`contacts.duty.${fault}`);
  };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (contactId === null || start === null || end === null || Object.keys(faults).length > 0) return;
    setBusy(true);
    const saved = await link.call('contacts.saveDuty', {
      ...(duty ? { id: duty.id } : {}),
      contactId,
      start,
      end,
      who: who.trim(),
      ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    });
    setBusy(false);
    if (!saved.ok) {
      setError(saved.error);
      return;
    }
    notify({ tone: 'ok', text: say('contacts.dutySaved', { who: saved.value.who }) });
    refresh();
    onClose();
  };

  return (
    <Dialog
      title={say(duty ? 'contacts.dutyTitleChange' : 'contacts.dutyTitle')}
      isOpen
      onClose={onClose}
      footer={<DoOrLeave onLeave={onClose} form={formId} isPending={busy} doLabel={say('contacts.save')} />}
    >
      <form id={formId} className={styles.form} onSubmit={(event) => void save(event)}>
        <Select isRequired label={say('contacts.dutyOffice')} options={contacts.map((contact) => ({ value: contact.id, label: bilingual(contact.title) }))} value={contactId} onChange={setContactId} error={errorOf('contactId')} />
        <TextField isRequired autoFocus label={say('contacts.dutyWho')} help={say('contacts.dutyWhoHelp')} value={who} maxLength={longestLine} onChange={setWho} error={errorOf('who')} />
        <DateTimeField isRequired label={say('contacts.dutyStart')} value={start} onChange={setStart} error={errorOf('start')} />
        <DateTimeField isRequired label={say('contacts.dutyEnd')} value={end} onChange={setEnd} startsAt={start ?? undefined} error={errorOf('end')} />
        <TextField label={say('contacts.dutyPhone')} type="tel" value={phone} maxLength={longestLine} onChange={setPhone} />
        <TextArea label={say('contacts.dutyNote')} value={note} maxLength={longestNote} rows={2} onChange={setNote} />
        {error && <ErrorState error={error} />}
      </form>
    </Dialog>
  );
}
