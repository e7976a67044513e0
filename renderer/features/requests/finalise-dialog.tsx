/** Vaststellen: shows what stands open, asks a written reason when something blocks, and finalises exactly what the person saw. */
import { type ReactNode, useEffect, useState } from 'react';
import type { RequestDocument } from '../../../shared/domain/request.ts';
import type { CallError, Result } from '../../../shared/errors.ts';
import { link } from '../../link/index.ts';
import { Banner, Button, Dialog, ErrorState, TextArea, notify, useSay } from '../../ui/index.ts';
import { count, useAssessment } from './editor/assessment.tsx';
import { FindingItem, findingKey } from './editor/checks-panel.tsx';
import { useEditor } from './editor/editor-context.ts';
import styles from './dialogs.module.css';

const shortestReason = 10;
const longestReason = 2000;

export interface FinaliseDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onFinalised: (document: RequestDocument) => void;
}

export function FinaliseDialog(props: FinaliseDialogProps): ReactNode {
  // A dialog that was closed starts afresh the next time.
  return props.isOpen ? <OpenFinaliseDialog {...props} /> : null;
}

function OpenFinaliseDialog({ onClose, onFinalised }: FinaliseDialogProps): ReactNode {
  const { document, draft, jumpTo } = useEditor();
  const say = useSay();
  const { findings } = useAssessment();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  const blocking = findings.filter((finding) => finding.outcome === 'blocks');
  const warns = count(findings, 'warns');
  const isShort = reason.trim().length < shortestReason;

  // What is typed must be what is finalised.
  useEffect(() => void draft.flush(), [draft]);

  const jump = (field: string): void => {
    onClose();
    // After the dialog has given the focus back.
    setTimeout(() => jumpTo(field), 0);
  };
  const finalise = async (): Promise<void> => {
    setAsked(true);
    if (blocking.length > 0 && isShort) return;
    setBusy(true);
    setError(undefined);
    const durable = await draft.flush();
    const { seq, save } = draft.store.getState();
    const unsaved: CallError = save.kind === 'failing' ? save.error : { code: 'internal', message: 'the draft is not saved' };
    const result: Result<RequestDocument> = durable
      ? await link.call('request.finalise', { id: document.id, seq, ...(blocking.length > 0 ? { despite: reason.trim() } : {}) })
      : { ok: false, error: unsaved };
    setBusy(false);
    if (!result.ok) {
      setError(result.error);
      return;
    }
    notify({ tone: 'ok', text: say('request.finalised', { version: result.value.version }) });
    onClose();
    onFinalised(result.value);
  };

  return (
    <Dialog
      title={say('request.finaliseTitle')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{say('request.finaliseCancel')}</Button>
          <Button variant="primary" isPending={busy} onPress={() => void finalise()}>
            {say('request.finaliseGo')}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        <p>{say('request.finaliseText')}</p>
        {blocking.length === 0 ? (
          <Banner tone="ok" title={say('request.finaliseReady')} />
        ) : (
          <>
            <Banner tone="error" title={say('request.finaliseBlocks', { count: blocking.length })}>
              <p>{say('request.finaliseMend')}</p>
            </Banner>
            <ul className={styles.findings}>
              {blocking.map((finding) => (
                <li key={findingKey(finding)}>
                  <FindingItem finding={finding} onJump={jump} />
                </li>
              ))}
            </ul>
            <TextArea
              label={say('request.finaliseReason')}
              help={say('request.finaliseReasonHelp')}
              isRequired
              value={reason}
              onChange={setReason}
              maxLength={longestReason}
              error={asked && isShort ? say('request.finaliseReasonShort') : undefined}
            />
          </>
        )}
        {warns > 0 && <p className={styles.quiet}>{say('request.finaliseWarns', { count: warns })}</p>}
        {error?.code === 'document.stale' && <Banner tone="warn" role="alert" title={say('request.finaliseStale')} />}
        {error && error.code !== 'document.stale' && <ErrorState error={error} />}
      </div>
    </Dialog>
  );
}
