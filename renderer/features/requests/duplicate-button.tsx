/** A fresh draft that starts as this request stands, in its own space or, where this post writes in more, in the one that is chosen. */
import type { ReactNode } from 'react';
import type { RequestDocument } from '../../../shared/domain/request.ts';
import { CopyButton } from '../../app/copies/copy-button.tsx';
import { startFrom } from '../../app/new-request.ts';
import { link } from '../../link/index.ts';
import { errorWords, notify, useSay } from '../../ui/index.ts';

export interface DuplicateButtonProps {
  readonly request: RequestDocument;
  /** what must be saved before the copy is made */
  readonly beforehand?: () => Promise<boolean>;
}

export function DuplicateButton({ request: { id, reference, spaceId }, beforehand }: DuplicateButtonProps): ReactNode {
  const say = useSay();
  const here = async (): Promise<void> => {
    const started = await startFrom(id);
    if (started.ok) notify({ tone: 'ok', text: say('depth.duplicated', { reference: started.value }) });
    else notify({ tone: 'error', text: errorWords(started.error, say).happened });
  };
  return (
    <CopyButton
      of={{
        reference,
        spaceId,
        goes: [say('copies.request.fields')],
        stays: [say('copies.request.signature'), say('copies.request.beside'), say('copies.request.place')],
        copy: async (target) => link.call('request.duplicate', { id, spaceId: target }),
        route: (made) => ({ room: 'request', id: made }),
      }}
      beforehand={beforehand}
      here={here}
    />
  );
}
