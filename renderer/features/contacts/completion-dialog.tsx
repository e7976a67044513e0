/** The post's own numbers and note for an office. They stay apart from the pack, so that a newer pack never overwrites them. */
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { Contact, ContactCompletion } from '../../../shared/domain/contact.ts';
import type { CallError } from '../../../shared/errors.ts';
import { link } from '../../link/index.ts';
import { Button, Dialog, ErrorState, IconButton, PlusIcon, Select, TextArea, TextField, TrashIcon, notify, useBilingual, useSay } from '../../ui/index.ts';
import flow from '../../ui/flow.module.css';
import styles from './dialogs.module.css';
import { useContacts } from './use-contacts.ts';

type Channel = ContactCompletion['channels'][number];

const kinds = ['phone', 'alarm', 'mail', 'visit', 'post'] as const satisfies readonly Channel['kind'][];
const mostChannels = 10;
const longestValue = 200;
const longestNote = 2000;

interface Line extends Channel {
  readonly key: string;
}

const emptyLine = (): Line => ({ key: crypto.randomUUID(), kind: 'phone', value: '' });

export function CompletionDialog({ contact, onClose }: { readonly contact: Contact; readonly onClose: () => void }): ReactNode {
  const say = useSay();
  const bilingual = useBilingual();
  const formId = useId();
  const { completionById, refresh } = useContacts();
  const before = completionById.get(contact.id);
  const [lines, setLines] = useState<readonly Line[]>(() => (before && before.channels.length > 0 ? before.channels.map((channel) => ({ ...channel, key: crypto.randomUUID() })) : [emptyLine()]));
  const [note, setNote] = useState(before?.note ?? '');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  const name = bilingual(contact.title);

  const keep = async (channels: readonly Channel[], text: string): Promise<void> => {
    setBusy(true);
    const saved = await link.call('contacts.complete', { contactId: contact.id, channels: [...channels], ...(text === '' ? {} : { note: text }) });
    setBusy(false);
    if (!saved.ok) {
      setError(saved.error);
      return;
    }
    notify({ tone: 'ok', text: say(channels.length === 0 && text === '' ? 'contacts.cleared' : 'contacts.saved', { name }) });
    refresh();
    onClose();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const channels = lines.map(({ kind, value }) => ({ kind, value: value.trim() })).filter(({ value }) => value !== '');
    void keep(channels, note.trim());
  };
  const change = (key: string, part: Partial<Channel>): void => setLines(lines.map((line) => (line.key === key ? { ...line, ...part } : line)));

  return (
    <Dialog
      title={say('contacts.fillTitle', { name })}
      isOpen
      onClose={onClose}
      footer={
        <>
          {before && (
            <Button variant="quiet" isDisabled={busy} onPress={() => void keep([], '')}>
              {say('contacts.clear')}
            </Button>
          )}
          <Button onPress={onClose}>{say('frame.ui.leave')}</Button>
          <Button variant="primary" type="submit" form={formId} isPending={busy}>
            {say('contacts.save')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={submit}>
        <p className={flow.quiet}>{say('contacts.fillText')}</p>
        {lines.map((line, index) => (
          <fieldset key={line.key} className={styles.line}>
            <legend className="visually-hidden">{say('contacts.channel', { number: index + 1 })}</legend>
            <Select
              label={say('contacts.channelKind')}
              options={kinds.map((kind) => ({ value: kind, label: say(`contacts.kind.${kind}`) }))}
              value={line.kind}
              onChange={(value) => change(line.key, { kind: kinds.find((kind) => kind === value) ?? 'phone' })}
            />
            <TextField autoFocus={index === lines.length - 1} label={say('contacts.channelValue')} value={line.value} maxLength={longestValue} spellCheck={false} onChange={(value) => change(line.key, { value })} />
            <IconButton variant="quiet" label={say('contacts.channelRemove', { number: index + 1 })} icon={<TrashIcon />} onPress={() => setLines(lines.filter((other) => other !== line))} />
          </fieldset>
        ))}
        {lines.length < mostChannels && (
          <div>
            <Button size="small" icon={<PlusIcon size={14} />} onPress={() => setLines([...lines, emptyLine()])}>
              {say('contacts.channelAdd')}
            </Button>
          </div>
        )}
        <TextArea label={say('contacts.note')} help={say('contacts.noteHelp')} value={note} maxLength={longestNote} onChange={setNote} rows={2} />
        {error && <ErrorState error={error} />}
      </form>
    </Dialog>
  );
}
