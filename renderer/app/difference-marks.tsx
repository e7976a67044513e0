/** That posts changed a document apart: a mark in lists, a banner on its screen; and that another post's work came in while it is open. */
import { type ReactNode, useState } from 'react';
import type { DifferenceSummary, SharedKind } from '../../shared/domain/difference.ts';
import type { EventPayload } from '../../shared/contract.ts';
import { useEvent } from '../link/index.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { announce } from '../ui/live.tsx';
import { Tag } from '../ui/tag.tsx';
import { useExchange } from './exchange-state.ts';
import { useFormat, useSay } from './language/index.ts';
import { href } from './routes.ts';
import { useValueReading } from './value-reading.ts';

const findOpen = (differences: readonly DifferenceSummary[], id: string, state: DifferenceSummary['state']): DifferenceSummary | undefined => differences.find((one) => one.documentId === id && one.state === state);

/** Beside the name of a document in a list; nothing where nothing stands open. */
export function DifferenceMark({ id }: { readonly id: string }): ReactNode {
  const say = useSay();
  const open = useExchange(({ differences }) => findOpen(differences, id, 'open'));
  const proposal = useExchange(({ differences }) => findOpen(differences, id, 'proposal'));
  if (open) return <Tag tone="warn">{say('difference.word')}</Tag>;
  return proposal ? <Tag>{say('difference.proposalWord')}</Tag> : null;
}

/** How much stands open in a list of documents; where others decide it is nothing to do. */
export function DifferenceTag({ of: { state, count, readOnly } }: { readonly of: DifferenceSummary }): ReactNode {
  const say = useSay();
  if (state === 'proposal') return <Tag>{say('exchangeDesk.differences.proposal', { count })}</Tag>;
  return readOnly ? <Tag>{say('exchangeDesk.differences.apart', { count })}</Tag> : <Tag tone="warn">{say('exchangeDesk.differences.open', { count })}</Tag>;
}

export interface DocumentNoticesProps {
  readonly id: string;
  readonly kind: SharedKind;
  /** of a request */
  readonly templateId?: string;
}

/** What other posts did to the document on screen and what a person must decide of it. */
export function DocumentNotices({ id, kind, templateId }: DocumentNoticesProps): ReactNode {
  const say = useSay();
  const open = useExchange(({ differences }) => findOpen(differences, id, 'open'));
  const proposal = useExchange(({ differences }) => findOpen(differences, id, 'proposal'));
  const [arrived, setArrived] = useState<EventPayload<'document.arrived'>>();
  useEvent('document.arrived', (news) => {
    if (news.id !== id) return;
    setArrived(news);
    announce(`${say('difference.arrived', { by: news.by ?? 'none' })}. ${say('difference.arrivedSafe')}`);
  });
  return (
    <>
      {arrived && <Arrived news={arrived} kind={kind} templateId={templateId} onSeen={() => setArrived(undefined)} />}
      {open && (
        <Banner tone={open.readOnly ? 'info' : 'warn'} title={say('difference.bannerOpen', { count: open.count })} actions={<a href={href({ room: 'difference', id })}>{say(open.readOnly ? 'difference.bannerLook' : 'difference.bannerDecide')}</a>}>
          <p>{say('difference.bannerOpenText', { kind: open.readOnly ? 'readOnly' : kind })}</p>
        </Banner>
      )}
      {proposal && (
        <Banner tone="info" title={say('difference.bannerProposal', { count: proposal.count })} actions={<a href={href({ room: 'difference', id })}>{say('difference.bannerLook')}</a>}>
          <p>{say('difference.bannerProposalText')}</p>
        </Banner>
      )}
    </>
  );
}

interface ArrivedProps {
  readonly news: EventPayload<'document.arrived'>;
  readonly kind: SharedKind;
  readonly templateId: string | undefined;
  readonly onSeen: () => void;
}

/** Said at once: what is on screen changed, and nothing that was typed is gone. */
function Arrived({ news, kind, templateId, onSeen }: ArrivedProps): ReactNode {
  const say = useSay();
  const format = useFormat();
  const { locale, fields } = useValueReading(kind, templateId);
  const names = news.fields.flatMap((field) => fields.get(field)?.label[locale] ?? []);
  const seen = (
    <Button size="small" onPress={onSeen}>
      {say('difference.arrivedSeen')}
    </Button>
  );
  return (
    <Banner tone="info" title={say('difference.arrived', { by: news.by ?? 'none' })} actions={seen}>
      <p>
        {names.length > 0 && `${say('difference.arrivedFields', { fields: format.list(names) })} `}
        {say('difference.arrivedSafe')}
      </p>
    </Banner>
  );
}
