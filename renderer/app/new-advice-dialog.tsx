/** Starting an advice: on a request, or on a question that is no request yet. */
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { CallError } from '../../shared/errors.ts';
import { link, useCall } from '../link/index.ts';
import { ComboBox, Dialog, DoOrLeave, ErrorState, TextArea, useSay } from '../ui/index.ts';
import flow from '../ui/flow.module.css';
import { requestName } from './request-name.ts';
import { navigate } from './routes.ts';

const mostOffered = 50;
const longestQuestion = 500;

export interface NewAdviceDialogProps {
  readonly onClose: () => void;
  /** the dossier in which the question comes up; its requests alone are offered */
  readonly dossierId?: string | undefined;
}

export function NewAdviceDialog({ onClose, dossierId }: NewAdviceDialogProps): ReactNode {
  const say = useSay();
  const formId = useId();
  const [find, setFind] = useState('');
  const requests = useCall('request.list', { find: find.slice(0, 200), writable: true, limit: mostOffered, ...(dossierId === undefined ? {} : { dossierId }) }, { keepsLast: true });
  const [requestId, setRequestId] = useState<string | null>(null);
  const [question, setQuestion] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  const isMissing = requestId === null && question.trim() === '';

  const start = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (isMissing) return;
    setBusy(true);
    const made = await link.call('advice.create', {
      ...(requestId === null ? {} : { requestId }),
      ...(question.trim() === '' ? {} : { question: question.trim() }),
      ...(dossierId === undefined ? {} : { dossierId }),
    });
    setBusy(false);
    if (!made.ok) return setError(made.error);
    onClose();
    navigate({ room: 'advice', id: made.value.id });
  };

  return (
    <Dialog
      title={say('adviceDesk.newTitle')}
      isOpen
      onClose={onClose}
      footer={<DoOrLeave onLeave={onClose} form={formId} isPending={busy} doLabel={say('adviceDesk.newGo')} />}
    >
      <form id={formId} className={flow.stack} onSubmit={(event) => void start(event)}>
        <ComboBox
          autoFocus
          label={say('adviceDesk.newRequest')}
          placeholder={say('adviceDesk.newRequestHint')}
          options={(requests.state === 'ready' ? requests.value.requests : []).map((request) => ({ value: request.id, label: requestName(request), description: request.reference }))}
          onSearch={setFind}
          value={requestId}
          onChange={setRequestId}
        />
        <TextArea label={say('adviceDesk.newQuestion')} rows={2} placeholder={say('adviceDesk.newQuestionHint')} value={question} onChange={setQuestion} maxLength={longestQuestion} error={asked && isMissing ? say('adviceDesk.newMissing') : undefined} />
        {error && <ErrorState error={error} />}
      </form>
    </Dialog>
  );
}
