/** Proposals for change of the request: what it says now, what it ought to say and why; taken over with one action. */
import { type ReactNode, useCallback, useState } from 'react';
import { useStore } from 'zustand';
import type { AdviceDocument, ProposalAnswer } from '../../../shared/domain/advice.ts';
import type { FieldValue, RequestDocument } from '../../../shared/domain/request.ts';
import type { CallError } from '../../../shared/errors.ts';
import { functionWord } from '../../app/function-word.ts';
import { useFormat } from '../../app/language/index.ts';
import type { RequestParts } from '../../app/request-parts.ts';
import { useIdentity, useReference } from '../../app/session.ts';
import { link } from '../../link/index.ts';
import { Banner, Button, ErrorState, IconButton, Tag, TextArea, TrashIcon, announce, useBilingual, useSay } from '../../ui/index.ts';
import flow from '../../ui/flow.module.css';
import styles from './advice.module.css';
import { type DraftProposal, proposalsOf, withItem } from './advice-values.ts';
import type { AdviceDraft } from './open-advices.ts';
import { elementId } from './parts.ts';

const longestWhy = 5000;

interface ProposalsFormProps extends Pick<RequestParts, 'ProposedValue'> {
  readonly advice: AdviceDocument;
  readonly draft: AdviceDraft;
  readonly request: RequestDocument;
  readonly onChanged: (advice: AdviceDocument) => void;
}

export function ProposalsForm({ advice, draft, request, ProposedValue, onChanged }: ProposalsFormProps): ReactNode {
  const say = useSay();
  const proposals = proposalsOf(useStore(draft.store, (state) => state.values['proposals']));
  const put = useCallback((change: (list: readonly DraftProposal[]) => readonly DraftProposal[]) => draft.type('proposals', change(proposalsOf(draft.store.getState().values['proposals']))), [draft]);
  return (
    <div className={styles.fields} id={elementId('proposals')} onBlur={draft.leave}>
      {proposals.length === 0 && <p className={styles.quiet}>{say('adviceDesk.proposalsNone')}</p>}
      {proposals.map((proposal) => (
        <Proposal
          key={proposal.id}
          proposal={proposal}
          answer={advice.answers.find(({ proposalId }) => proposalId === proposal.id)}
          advice={advice}
          request={request}
          ProposedValue={ProposedValue}
          onPut={put}
          beforehand={draft.flush}
          onChanged={onChanged}
        />
      ))}
    </div>
  );
}

interface ProposalProps extends Pick<RequestParts, 'ProposedValue'> {
  readonly proposal: DraftProposal;
  readonly answer: ProposalAnswer | undefined;
  readonly advice: AdviceDocument;
  readonly request: RequestDocument;
  /** absent where the advice no longer changes */
  readonly onPut?: (change: (list: readonly DraftProposal[]) => readonly DraftProposal[]) => void;
  /** nothing is answered where this post only reads */
  readonly isReadOnly?: boolean;
  /** makes what is typed durable first; true when it is */
  readonly beforehand?: () => Promise<boolean>;
  readonly onChanged: (advice: AdviceDocument) => void;
}

export function Proposal({ proposal, answer, advice, request, ProposedValue, isReadOnly = false, onPut, beforehand, onChanged }: ProposalProps): ReactNode {
  const say = useSay();
  const bilingual = useBilingual();
  const identity = useIdentity();
  const { templateById } = useReference();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  const [unsaved, setUnsaved] = useState(false);
  const { id, field } = proposal;
  const known = templateById.get(request.templateId)?.sections.flatMap((section) => section.fields).find((one) => one.id === field);
  const label = known ? bilingual(known.label) : field;
  const by = proposal.by ?? { function: identity.function, post: identity.name };
  const isOpen = answer === undefined;
  const onValue = useCallback((value: FieldValue | null) => onPut?.((list) => list.map((one) => (one.id === id ? { ...one, value } : one))), [onPut, id]);

  const act = async (call: 'advice.takeOver' | 'advice.decline'): Promise<void> => {
    setBusy(true);
    setError(undefined);
    const durable = beforehand === undefined || (await beforehand());
    setUnsaved(!durable);
    const made = durable ? await link.call(call, { id: advice.id, proposalId: id }) : undefined;
    setBusy(false);
    if (!made) return;
    if (!made.ok) return setError(made.error);
    if (call === 'advice.takeOver') announce(say('adviceDesk.proposalTakenNow', { field: label }));
    onChanged(made.value);
  };

  return (
    <section id={elementId(`proposals.${id}`)} className={styles.proposal} aria-label={say('adviceDesk.proposal', { field: label })}>
      <p className={styles.quiet}>{say('adviceDesk.proposalBy', { function: functionWord(by.function, say), post: by.post })}</p>
      <ProposedValue request={request} field={field} value={proposal.value} onChange={onPut && isOpen ? onValue : undefined} />
      {onPut && isOpen ? (
        <TextArea label={say('adviceDesk.proposalWhy')} rows={1} value={proposal.why} onChange={(why) => onPut((list) => withItem(list, { ...proposal, why }))} maxLength={longestWhy} />
      ) : (
        proposal.why !== '' && <p>{proposal.why}</p>
      )}
      {!isOpen ? (
        <Answer answer={answer} />
      ) : isReadOnly ? null : (
        <ProposalActs busy={busy} isFinal={request.state === 'finalised'} onTake={() => void act('advice.takeOver')} onDecline={() => void act('advice.decline')}>
          {onPut && <IconButton label={say('adviceDesk.proposalRemove', { field: label })} icon={<TrashIcon />} variant="quiet" size="small" onPress={() => onPut((list) => list.filter((one) => one.id !== id))} />}
        </ProposalActs>
      )}
      {unsaved && <Banner tone="error" role="alert" title={say('adviceDesk.proposalUnsaved')} />}
      {error && <ErrorState error={error} />}
    </section>
  );
}

interface ProposalActsProps {
  readonly busy: boolean;
  /** the request no longer changes, so nothing can be taken over in it */
  readonly isFinal: boolean;
  readonly onTake: () => void;
  readonly onDecline: () => void;
  readonly children: ReactNode;
}

function ProposalActs({ busy, isFinal, onTake, onDecline, children }: ProposalActsProps): ReactNode {
  const say = useSay();
  return (
    <div className={flow.row}>
      {isFinal ? (
        <p className={styles.quiet}>{say('adviceDesk.proposalFinal')}</p>
      ) : (
        <Button size="small" isPending={busy} onPress={onTake}>
          {say('adviceDesk.proposalTake')}
        </Button>
      )}
      <Button size="small" variant="quiet" isDisabled={busy} onPress={onDecline}>
        {say('adviceDesk.proposalDecline')}
      </Button>
      {children}
    </div>
  );
}

export function Answer({ answer: { answer, by, at, reason } }: { readonly answer: ProposalAnswer }): ReactNode {
  const say = useSay();
  const format = useFormat();
  return (
    <p>
      <Tag tone={answer === 'takenOver' ? 'ok' : 'neutral'} wraps>
        {say(answer === 'takenOver' ? 'adviceDesk.proposalTaken' : 'adviceDesk.proposalDeclined', { function: functionWord(by.function, say), post: by.post, at: format.dateTimeZone(at) })}
      </Tag>{' '}
      {reason}
    </p>
  );
}
