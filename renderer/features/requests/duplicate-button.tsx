/** A fresh draft that starts as this request stands. */
import { type ReactNode, useState } from 'react';
import { startFrom } from '../../app/new-request.ts';
import { CopyIcon, IconButton, errorWords, notify, useSay } from '../../ui/index.ts';

export interface DuplicateButtonProps {
  readonly id: string;
  /** what must be saved before the copy is made; false when it could not be */
  readonly beforehand?: () => Promise<boolean>;
}

export function DuplicateButton({ id, beforehand }: DuplicateButtonProps): ReactNode {
  const say = useSay();
  const [busy, setBusy] = useState(false);
  const duplicate = async (): Promise<void> => {
    setBusy(true);
    if (beforehand) await beforehand();
    const started = await startFrom(id);
    setBusy(false);
    if (started.ok) notify({ tone: 'ok', text: say('depth.duplicated', { reference: started.value }) });
    else notify({ tone: 'error', text: errorWords(started.error, say).happened });
  };
  return (
    // A sign only: the head of a request stays one line.
    <IconButton label={say('depth.duplicate')} icon={<CopyIcon />} isDisabled={busy} onPress={() => void duplicate()} />
  );
}
