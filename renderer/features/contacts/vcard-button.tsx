/** Saves an office as a vCard where the person chooses. */
import { type ReactNode, useState } from 'react';
import { link } from '../../link/index.ts';
import { Button, errorWords, notify, useAppLocale, useSay } from '../../ui/index.ts';

export function VcardButton({ contactId, name }: { readonly contactId: string; readonly name: string }): ReactNode {
  const say = useSay();
  const locale = useAppLocale();
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    const saved = await link.call('contacts.vcard', { contactId, locale });
    setBusy(false);
    if (!saved.ok) notify({ tone: 'error', text: errorWords(saved.error, say).happened });
    else if (!saved.value.cancelled) notify({ tone: 'ok', text: say('contacts.fileSaved', { name: saved.value.name, folder: saved.value.folder }) });
  };
  return (
    <Button size="small" variant="quiet" isPending={busy} onPress={() => void save()}>
      {say('contacts.vcard')}
      <span className="visually-hidden"> {name}</span>
    </Button>
  );
}
