/** Puts a capability as a line in a draft: opens the draft as stored, adds the line, saves, and says where it is. */
import { type ReactNode, useState } from 'react';
import type { Capability } from '../../../shared/domain/capability.ts';
import type { CapabilityLine, RequestDocument } from '../../../shared/domain/request.ts';
import type { CallError, Result } from '../../../shared/errors.ts';
import { useFormat } from '../../app/language/index.ts';
import { requestName } from '../../app/request-name.ts';
import { navigate } from '../../app/routes.ts';
import { flushAll } from '../../app/save-state.ts';
import { useReference } from '../../app/session.ts';
import { link, useCall } from '../../link/index.ts';
import { Dialog, DoOrLeave, EmptyState, ErrorState, RadioGroup, Skeleton, TextField, notify, useAppLocale, useSay } from '../../ui/index.ts';

/** The drafts that were worked on last; who has more types a word of it. */
const mostOffered = 20;

export function PutInRequest({ capability, onClose }: { readonly capability: Capability; readonly onClose: () => void }): ReactNode {
  const say = useSay();
  const format = useFormat();
  const locale = useAppLocale();
  const { templateById } = useReference();
  const [chosen, setChosen] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  const name = capability.name[locale];

  const [find, setFind] = useState('');

  const linesFieldOf = (templateId: string): string | undefined =>
    templateById
      .get(templateId)
      ?.sections.flatMap((section) => section.fields)
      .find((field) => field.type === 'capabilityLines')?.id;
  const templates = [...templateById.keys()].filter((id) => linesFieldOf(id) !== undefined);
  const list = useCall('request.list', { state: 'draft', writable: true, templates, find, limit: mostOffered }, { keepsLast: true });
  const drafts = list.state === 'ready' ? list.value.requests : [];
  const isLong = find !== '' || (list.state === 'ready' && list.value.total > drafts.length);
  const target = drafts.some(({ id }) => id === chosen) ? chosen : (drafts[0]?.id ?? null);

  const put = async (): Promise<void> => {
    if (target === null) return;
    setBusy(true);
    // A draft that is open in this window may hold what is not stored yet.
    await flushAll();
    const opened = await link.call('request.open', { id: target });
    const done: Result<'added' | 'already'> = opened.ok ? await addLine(opened.value, linesFieldOf(opened.value.templateId), capability, name) : opened;
    setBusy(false);
    if (!done.ok) {
      setError(done.error);
      return;
    }
    const reference = opened.ok ? opened.value.reference : '';
    notify({ tone: 'ok', text: say(done.value === 'added' ? 'catalogue.toRequestDone' : 'catalogue.toRequestAlready', { name, reference }) });
    onClose();
    navigate({ room: 'request', id: target });
  };

  return (
    <Dialog
      title={say('catalogue.toRequestTitle')}
      isOpen
      onClose={onClose}
      footer={<DoOrLeave onLeave={onClose} isDisabled={target === null} isPending={busy} onPress={() => void put()} doLabel={say('catalogue.toRequest')} />}
    >
      {list.state === 'loading' && <Skeleton lines={3} />}
      {list.state === 'error' && <ErrorState error={list.error} onRetry={list.refresh} />}
      {list.state === 'ready' && isLong && <TextField label={say('request.find')} value={find} maxLength={200} onChange={setFind} />}
      {list.state === 'ready' && drafts.length === 0 && <EmptyState title={say(find === '' ? 'catalogue.toRequestNone' : 'request.findNothing')} />}
      {drafts.length > 0 && (
        <RadioGroup
          label={say('catalogue.toRequestText', { name })}
          options={drafts.map((request) => ({ value: request.id, label: requestName(request), description: [requestName(request) === request.reference ? undefined : request.reference, say('workboard.savedAt', { at: format.dateTime(request.savedAt) })].filter(Boolean).join(' · ') }))}
          value={target}
          onChange={setChosen}
        />
      )}
      {error && <ErrorState error={error} />}
    </Dialog>
  );
}

async function addLine(document: RequestDocument, field: string | undefined, capability: Capability, description: string): Promise<Result<'added' | 'already'>> {
  if (field === undefined) return { ok: false, error: { code: 'reference.unknown', message: 'the template has no lines' } };
  const value = document.values[field];
  const lines = Array.isArray(value) ? value.filter((line: string | CapabilityLine): line is CapabilityLine => typeof line === 'object') : [];
  if (lines.some((line) => line.capabilityId === capability.id)) return { ok: true, value: 'already' };
  const line: CapabilityLine = { id: crypto.randomUUID(), capabilityId: capability.id, description };
  const saved = await link.call('request.save', { id: document.id, changes: { [field]: [...lines, line] } });
  return saved.ok ? { ok: true, value: 'added' } : saved;
}
