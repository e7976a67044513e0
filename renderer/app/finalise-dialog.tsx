/** Vaststellen: shows what stands open, asks a written reason when something blocks, and finalises exactly what the person saw. */
import { type ReactNode, useEffect, useState } from 'react';
import type { Finding } from '../../shared/domain/assessment.ts';
import type { CallError, Result } from '../../shared/errors.ts';
import { Banner, Dialog, DoOrLeave, ErrorState, TextArea, useSay } from '../ui/index.ts';
import type { Draft } from './draft/draft-store.ts';
import flow from '../ui/flow.module.css';
import { FindingList, count } from './findings.tsx';

const shortestReason = 10;
const longestReason = 2000;

export interface FinaliseDialogProps<V, D> {
  readonly title: string;
  /** what finalising means for this kind of document */
  readonly text: string;
  readonly ready: string;
  readonly draft: Draft<V>;
  readonly findings: readonly Finding[];
  readonly onJump: (field: string) => void;
  readonly onClose: () => void;
  /** `seq` is the working copy that the person saw, `despite` the written reason when something blocks */
  readonly finalise: (seq: number, despite: string | undefined) => Promise<Result<D>>;
  readonly onFinalised: (document: D) => void;
}

/** Shown only while it is asked for: a dialog that was closed starts afresh the next time. */
export function FinaliseDialog<V, D>({ title, text, ready, draft, findings, onJump, onClose, finalise, onFinalised }: FinaliseDialogProps<V, D>): ReactNode {
  const say = useSay();
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
    setTimeout(() => onJump(field), 0);
  };
  const go = async (): Promise<void> => {
    setAsked(true);
    if (blocking.length > 0 && isShort) return;
    setBusy(true);
    setError(undefined);
    const durable = await draft.flush();
    const { seq, save } = draft.store.getState();
    const unsaved: CallError = save.kind === 'failing' ? save.error : { code: 'internal', message: 'the draft is not saved' };
    const result: Result<D> = durable ? await finalise(seq, blocking.length > 0 ? reason.trim() : undefined) : { ok: false, error: unsaved };
    setBusy(false);
    if (!result.ok) {
      setError(result.error);
      return;
    }
    onClose();
    onFinalised(result.value);
  };

  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      footer={<DoOrLeave onLeave={onClose} isPending={busy} onPress={() => void go()} doLabel={say('request.finaliseGo')} />}
    >
      <div className={flow.stack}>
        <p>{text}</p>
        {blocking.length === 0 ? (
          <Banner tone="ok" title={ready} />
        ) : (
          <>
            <Banner tone="error" title={say('request.finaliseBlocks', { count: blocking.length })}>
              <p>{say('request.finaliseMend')}</p>
            </Banner>
            <FindingList isFramed findings={blocking} onJump={jump} />
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
        {warns > 0 && <p className={flow.quiet}>{say('request.finaliseWarns', { count: warns })}</p>}
        {error?.code === 'document.stale' && <Banner tone="warn" role="alert" title={say('request.finaliseStale')} />}
        {error && error.code !== 'document.stale' && <ErrorState error={error} />}
      </div>
    </Dialog>
  );
}
