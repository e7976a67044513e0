/** Vaststellen of a request, over the checks as they stand on screen. */
import type { ReactNode } from 'react';
import type { RequestDocument } from '../../../shared/domain/request.ts';
import { FinaliseDialog as Finalise } from '../../app/finalise-dialog.tsx';
import { link } from '../../link/index.ts';
import { notify, useSay } from '../../ui/index.ts';
import { useAssessment } from './editor/assessment.tsx';
import { useEditor } from './editor/editor-context.ts';

export interface FinaliseDialogProps {
  readonly onClose: () => void;
  readonly onFinalised: (document: RequestDocument) => void;
}

export function FinaliseDialog({ onClose, onFinalised }: FinaliseDialogProps): ReactNode {
  const { document, draft, jumpTo } = useEditor();
  const say = useSay();
  const { findings } = useAssessment();
  return (
    <Finalise
      title={say('request.finaliseTitle')}
      text={say('request.finaliseText')}
      ready={say('request.finaliseReady')}
      draft={draft}
      findings={findings}
      onJump={jumpTo}
      onClose={onClose}
      finalise={(seq, despite) => link.call('request.finalise', { id: document.id, seq, ...(despite === undefined ? {} : { despite }) })}
      onFinalised={(made) => {
        notify({ tone: 'ok', text: say('request.finalised', { version: made.version }) });
        onFinalised(made);
      }}
    />
  );
}
