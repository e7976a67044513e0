/** A fresh draft that starts as this request stands, in its own space or, where this post writes in more, in the one that is chosen. */
import { type ReactNode, useState } from 'react';
import type { RequestDocument } from '../../../shared/domain/request.ts';
import type { SpaceSummary } from '../../../shared/domain/space.ts';
import { startFrom } from '../../app/new-request.ts';
import { link } from '../../link/index.ts';
import { CopyIcon, IconButton, errorWords, notify, useSay } from '../../ui/index.ts';
import { CopyDialog } from './copy-dialog.tsx';
import { copySpaces } from './copy-spaces.ts';

export interface DuplicateButtonProps {
  readonly request: RequestDocument;
  /** what must be saved before the copy is made; false when it could not be */
  readonly beforehand?: () => Promise<boolean>;
}

export function DuplicateButton({ request, beforehand }: DuplicateButtonProps): ReactNode {
  const say = useSay();
  const [busy, setBusy] = useState(false);
  const [choosing, setChoosing] = useState<readonly SpaceSummary[]>();
  const duplicate = async (): Promise<void> => {
    setBusy(true);
    if (beforehand) await beforehand();
    const spaces = await link.call('space.list', {});
    const targets = spaces.ok ? copySpaces(spaces.value, request.spaceId) : [];
    // where there is a choice, and where it can only lie elsewhere
    const started = targets.some(({ id }) => id !== request.spaceId) ? undefined : await startFrom(request.id);
    setBusy(false);
    if (!started) setChoosing(targets);
    else if (started.ok) notify({ tone: 'ok', text: say('depth.duplicated', { reference: started.value }) });
    else notify({ tone: 'error', text: errorWords(started.error, say).happened });
  };
  return (
    <>
      {/* A sign only: the head of a request stays one line. */}
      <IconButton label={say('depth.duplicate')} icon={<CopyIcon />} isDisabled={busy} onPress={() => void duplicate()} />
      {choosing && <CopyDialog request={request} spaces={choosing} onClose={() => setChoosing(undefined)} />}
    </>
  );
}
