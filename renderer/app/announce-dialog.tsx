/** A pre-announcement before there is a request: told by telephone, in a dossier or on its own. */
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useStore } from 'zustand';
import type { CallError } from '../../shared/errors.ts';
import type { TypedFields } from '../../shared/domain/half-typed.ts';
import { link, useCall } from '../link/index.ts';
import { DateTimeField, Dialog, DoOrLeave, ErrorState, Skeleton, TextArea, TextField, notify, useSay } from '../ui/index.ts';
import flow from '../ui/flow.module.css';
import { type HalfTyped, openHalfTyped } from './draft/half-typed.ts';

const form = 'announcement';
const place = 'announcement';
const lineLength = 500;

export function AnnounceDialog({ onClose, dossierId }: { readonly onClose: () => void; readonly dossierId?: string }): ReactNode {
  const say = useSay();
  const formId = useId();
  const typed = useCall('typing.open', { place });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  // made once, so that pressing twice gives one
  const [id] = useState(() => crypto.randomUUID());
  const announce = async (typing: HalfTyped, { text = '', by, at }: TypedFields): Promise<void> => {
    setBusy(true);
    const made = await link.call('life.announce', { id, text: text.trim(), ...(by?.trim() ? { by: by.trim() } : {}), ...(at ? { at } : {}), ...(dossierId === undefined ? {} : { dossierId }) });
    setBusy(false);
    if (!made.ok) return setError(made.error);
    typing.change({ [form]: null });
    notify({ tone: 'ok', text: say('lifeDesk.announced') });
    onClose();
  };
  return (
    <Dialog
      title={say('lifeDesk.announce')}
      isOpen
      onClose={onClose}
      footer={<DoOrLeave onLeave={onClose} form={formId} isPending={busy} doLabel={say('lifeDesk.announceGo')} />}
    >
      {typed.state === 'loading' && <Skeleton lines={3} />}
      {typed.state === 'error' && <ErrorState error={typed.error} onRetry={typed.refresh} />}
      {typed.state === 'ready' && <Fields formId={formId} typing={openHalfTyped(place, typed.value)} onSubmit={(typing, fields) => void announce(typing, fields)} />}
      {error && <ErrorState error={error} />}
    </Dialog>
  );
}

interface FieldsProps {
  readonly formId: string;
  readonly typing: HalfTyped;
  readonly onSubmit: (typing: HalfTyped, fields: TypedFields) => void;
}

function Fields({ formId, typing, onSubmit }: FieldsProps): ReactNode {
  const say = useSay();
  const fields = useStore(typing.store, ({ values }) => values[form]) ?? {};
  const set = (field: string, value: string): void => typing.type(form, { ...fields, [field]: value });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (fields['text']?.trim()) onSubmit(typing, fields);
  };
  return (
    <form id={formId} className={flow.stack} onSubmit={submit}>
      <p>{say('lifeDesk.announceText')}</p>
      <TextArea autoFocus isRequired label={say('lifeDesk.announceWhat')} rows={2} value={fields['text'] ?? ''} onChange={(text) => set('text', text)} maxLength={10_000} />
      <TextField label={say('lifeDesk.announceBy')} value={fields['by'] ?? ''} onChange={(by) => set('by', by)} maxLength={lineLength} />
      <DateTimeField label={say('lifeDesk.at')} help={say('lifeDesk.atNow')} value={fields['at'] || null} onChange={(at) => set('at', at ?? '')} />
    </form>
  );
}
