/** Drafts that other posts wrote beside a finalised version: they wait, and are taken into the next version. */
import { type ReactNode, useState } from 'react';
import type { ValueReading } from '../../../shared/document/value-text.ts';
import type { DifferenceDetail } from '../../../shared/domain/difference.ts';
import type { CallError } from '../../../shared/errors.ts';
import { authorWords } from '../../app/author-words.ts';
import { ChangeList } from '../../app/changes/change-list.tsx';
import { routeOf } from '../../app/document-kinds.ts';
import { useFormat } from '../../app/language/index.ts';
import { navigate } from '../../app/routes.ts';
import { link, useCall } from '../../link/index.ts';
import { Button, ErrorState, Panel, Skeleton, Tag, notify, useSay } from '../../ui/index.ts';
import flow from '../../ui/flow.module.css';
import styles from './differences.module.css';

interface ProposalsProps {
  readonly detail: DifferenceDetail;
  readonly isReadOnly: boolean;
  readonly reading: ValueReading;
}

export function Proposals({ detail, isReadOnly, reading }: ProposalsProps): ReactNode {
  const say = useSay();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  const { documentId: id, kind, proposals, state } = detail;
  if (proposals.length === 0) return null;

  const take = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    const made = await link.call(kind === 'advice' ? 'advice.nextVersion' : 'request.nextVersion', { id });
    const left = made.ok ? await link.call('difference.open', { id }) : undefined;
    setBusy(false);
    if (!made.ok) return setError(made.error);
    notify({ tone: 'ok', text: say('difference.proposalTaken', { version: made.value.version }) });
    // what both changed is decided here; without that the draft is where the work goes on
    if (left?.ok && left.value.open.length === 0) navigate(routeOf(kind, id));
  };

  return (
    <Panel title={say('difference.proposals')} aside={<Tag isPlain>{proposals.length}</Tag>}>
      <div>
        {proposals.map((proposal) => (
          <Proposal key={proposal.revision} documentId={id} proposal={proposal} reading={reading} />
        ))}
      </div>
      {error && <ErrorState error={error} />}
      {state === 'finalised' && !isReadOnly ? (
        <div className={styles.act}>
          <p className={flow.quiet}>{say('difference.proposalText', { count: proposals.length })}</p>
          <div className={styles.act}>
            <Button isPending={busy} onPress={() => void take()}>
              {say('difference.proposalTake', { count: proposals.length })}
            </Button>
          </div>
        </div>
      ) : (
        <p className={flow.quiet}>{say('difference.proposalWaits')}</p>
      )}
    </Panel>
  );
}

interface ProposalProps {
  readonly documentId: string;
  readonly proposal: DifferenceDetail['proposals'][number];
  readonly reading: ValueReading;
}

function Proposal({ documentId, proposal: { revision, ancestor, author, at, version, state }, reading }: ProposalProps): ReactNode {
  const say = useSay();
  const format = useFormat();
  return (
    <section className={styles.proposal} aria-label={say('difference.proposalOf', { by: authorWords(author, say) })}>
      <h3>
        {authorWords(author, say)} · {format.dateTime(at)}{' '}
        <Tag tone={state === 'finalised' ? 'ok' : 'neutral'}>
          {say(state === 'finalised' ? 'request.stateFinalised' : 'request.stateDraft')} {version}
        </Tag>
      </h3>
      {ancestor === undefined ? <p className={flow.quiet}>{say('difference.proposalNoAncestor')}</p> : <Wrote documentId={documentId} from={ancestor} to={revision} reading={reading} />}
    </section>
  );
}

/** What that post wrote since both parted. */
function Wrote({ documentId, from, to, reading }: { readonly documentId: string; readonly from: string; readonly to: string; readonly reading: ValueReading }): ReactNode {
  const say = useSay();
  const compared = useCall('history.compare', { id: documentId, from, to });
  if (compared.state === 'loading') return <Skeleton lines={3} />;
  if (compared.state === 'error') return <ErrorState error={compared.error} onRetry={compared.refresh} />;
  return compared.value.length === 0 ? <p className={flow.quiet}>{say('changes.same')}</p> : <ChangeList changes={compared.value} reading={reading} />;
}
