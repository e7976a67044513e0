/** A fresh draft that starts as this request stands, in its own space or, where this post writes in more, in the one that is chosen. */
import type { ReactNode } from 'react';
import type { RequestDocument } from '../../../shared/domain/request.ts';
import { CopyButton } from '../../app/copies/copy-button.tsx';
import { type StartValues, copyOf, startFrom } from '../../app/new-request.ts';
import { errorWords, notify, useSay } from '../../ui/index.ts';

export interface DuplicateButtonProps {
  readonly request: RequestDocument;
  /** what must be saved before the copy is made */
  readonly beforehand?: () => Promise<boolean>;
  /** what is typed and could not be saved: the copy begins with it */
  readonly unsaved?: () => StartValues;
}

export function DuplicateButton({ request: { id, reference, spaceId }, beforehand, unsaved = () => ({}) }: DuplicateButtonProps): ReactNode {
  const say = useSay();
  const here = async (): Promise<void> => {
    const started = await startFrom(id, unsaved());
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
        copy: async (target) => copyOf(id, unsaved(), target),
        route: (made) => ({ room: 'request', id: made }),
      }}
      beforehand={beforehand}
      here={here}
    />
  );
}
