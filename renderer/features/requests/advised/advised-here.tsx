/** At a field of the request: what an advice proposes for it, and whose proposal it was that now stands there. */
import { type ReactNode, createContext, useContext, useEffect, useState } from 'react';
import type { AdviceDocument, AdviceProposal, ProposalAnswer } from '../../../../shared/domain/advice.ts';
import type { CallError } from '../../../../shared/errors.ts';
import { functionWord } from '../../../app/function-word.ts';
import { useFormat } from '../../../app/language/index.ts';
import { href } from '../../../app/routes.ts';
import { useFollowing } from '../../../app/use-following.ts';
import { link, useCall } from '../../../link/index.ts';
import { Button, ErrorState, Tag, announce, useBilingual, useSay } from '../../../ui/index.ts';
import { useEditor } from '../editor/editor-context.ts';
import flow from '../../../ui/flow.module.css';
import styles from './advised.module.css';
import { ProposedValue } from './proposed-value.tsx';

interface Advised {
  readonly advice: Pick<AdviceDocument, 'id' | 'reference'>;
  readonly proposal: AdviceProposal;
  readonly answer: ProposalAnswer | undefined;
}

type ByField = ReadonlyMap<string, readonly Advised[]>;
const nothing: ByField = new Map();
const AdvisedContext = createContext<ByField>(nothing);

/** Asks once for the whole editor which proposals there are. Quiet when it cannot be asked: the advice itself can be opened. */
export function AdvisedProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { document } = useEditor();
  const list = useCall('advice.list', { requestId: document.id });
  const [found, setFound] = useState<ByField>(nothing);
  useFollowing(list.refresh);
  const advices = list.state === 'ready' ? list.value.advices : undefined;
  useEffect(() => {
    if (!advices || advices.length === 0) return undefined;
    let overtaken = false;
    void Promise.all(advices.map(({ id }) => link.call('advice.open', { id }))).then((opened) => {
      if (overtaken) return;
      const all = opened.flatMap((one): readonly Advised[] => {
        if (!one.ok) return [];
        const { advice } = one.value;
        return (advice.values.proposals ?? []).map((proposal) => ({ advice, proposal, answer: advice.answers.find(({ proposalId }) => proposalId === proposal.id) }));
      });
      setFound(Map.groupBy(all, ({ proposal }) => proposal.field));
    });
    return () => {
      overtaken = true;
    };
  }, [advices]);
  return <AdvisedContext value={found}>{children}</AdvisedContext>;
}

export function AdvisedHere({ field }: { readonly field: string }): ReactNode {
  const here = useContext(AdvisedContext).get(field) ?? [];
  return here.map((one) => (one.answer === undefined ? <Open key={one.proposal.id} one={one} /> : <Answered key={one.proposal.id} one={one} answer={one.answer} />));
}

function Answered({ one: { advice, proposal }, answer }: { readonly one: Advised; readonly answer: ProposalAnswer }): ReactNode {
  const say = useSay();
  const format = useFormat();
  if (answer.answer === 'declined') return null;
  return (
    <p className={flow.quiet}>
      <a href={href({ room: 'advice', id: advice.id })}>{advice.reference}</a>: {say('adviceDesk.proposalBy', { function: functionWord(proposal.by.function, say), post: proposal.by.post })}.{' '}
      <Tag tone="ok" wraps>
        {say('adviceDesk.proposalTaken', { function: functionWord(answer.by.function, say), post: answer.by.post, at: format.dateTime(answer.at) })}
      </Tag>
    </p>
  );
}

function Open({ one: { advice, proposal } }: { readonly one: Advised }): ReactNode {
  const say = useSay();
  const bilingual = useBilingual();
  const { document, draft, template } = useEditor();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  const field = template.sections.flatMap((section) => section.fields).find(({ id }) => id === proposal.field);
  const act = async (call: 'advice.takeOver' | 'advice.decline'): Promise<void> => {
    setBusy(true);
    setError(undefined);
    // What is being typed in the field is older than the choice to take the proposal over.
    await draft.flush();
    const made = await link.call(call, { id: advice.id, proposalId: proposal.id });
    setBusy(false);
    if (!made.ok) setError(made.error);
    else if (call === 'advice.takeOver') announce(say('adviceDesk.proposalTakenNow', { field: field ? bilingual(field.label) : proposal.field }));
  };
  return (
    <section className={styles.here} aria-label={say('adviceDesk.proposal', { field: field ? bilingual(field.label) : proposal.field })}>
      <p>
        <a href={href({ room: 'advice', id: advice.id })}>{say('adviceDesk.advised', { reference: advice.reference })}</a> · {say('adviceDesk.proposalBy', { function: functionWord(proposal.by.function, say), post: proposal.by.post })}
      </p>
      <ProposedValue request={{ ...document, values: draft.store.getState().values }} field={proposal.field} value={proposal.value} />
      {proposal.why !== '' && <p>{proposal.why}</p>}
      <div className={styles.acts}>
        <Button size="small" isPending={busy} onPress={() => void act('advice.takeOver')}>
          {say('adviceDesk.proposalTake')}
        </Button>
        <Button size="small" variant="quiet" isDisabled={busy} onPress={() => void act('advice.decline')}>
          {say('adviceDesk.proposalDecline')}
        </Button>
      </div>
      {error && <ErrorState error={error} />}
    </section>
  );
}
