/** The requests of a dossier: open one, begin one, lay an existing one in it, take one out. */
import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import type { DossierDocument } from '../../../shared/domain/dossier.ts';
import type { RequestSummary } from '../../../shared/domain/request.ts';
import type { CallError } from '../../../shared/errors.ts';
import type { Draft } from '../../app/draft/draft-store.ts';
import { NewRequestDialog } from '../../app/new-request-dialog.tsx';
import { requestName } from '../../app/request-name.ts';
import { href, navigate } from '../../app/routes.ts';
import { link } from '../../link/index.ts';
import { Button, CrossIcon, ErrorState, IconButton, Panel, PlusIcon, Tag, notify, useSay } from '../../ui/index.ts';
import { type DossierFieldValue, regionsOf, textOf } from './changes.ts';
import flow from '../../ui/flow.module.css';
import styles from './side.module.css';
import { PlaceRequestDialog } from './place-request-dialog.tsx';

interface RequestsPanelProps {
  readonly document: DossierDocument;
  readonly draft: Draft<DossierFieldValue>;
  readonly requests: readonly RequestSummary[];
  readonly isReadOnly: boolean;
  readonly onChanged: () => void;
}

export function RequestsPanel({ document, draft, requests, isReadOnly, onChanged }: RequestsPanelProps): ReactNode {
  const say = useSay();
  const values = useStore(draft.store, (state) => state.values);
  const [front, setFront] = useState<'new' | 'place' | null>(null);
  const [error, setError] = useState<CallError>();

  const takeOut = async (request: RequestSummary): Promise<void> => {
    const taken = await link.call('request.place', { id: request.id, dossierId: null });
    setError(taken.ok ? undefined : taken.error);
    if (!taken.ok) return;
    notify({ tone: 'info', text: say('dossier.requestTaken', { title: requestName(request) }) });
    onChanged();
  };

  return (
    <Panel title={say('dossier.requests')} aside={requests.length > 0 ? <Tag isPlain>{requests.length}</Tag> : undefined}>
      {requests.length === 0 && <p className={flow.quiet}>{say('dossier.requestsNone')}</p>}
      {requests.length > 0 && (
        <ul className={styles.items}>
          {requests.map((request) => (
            <li key={request.id} className={styles.item}>
              <div className={styles.words}>
                <a className={styles.title} href={href({ room: 'request', id: request.id })}>
                  {requestName(request)}
                </a>
                <span className={styles.quiet}>
                  {request.reference} <Tag tone={request.state === 'finalised' ? 'ok' : 'neutral'}>{say(request.state === 'finalised' ? 'request.stateFinalised' : 'request.stateDraft')}</Tag>
                  {request.blocks > 0 && <Tag tone="bad">{say('request.blocksCount', { count: request.blocks })}</Tag>}
                </span>
              </div>
              {!isReadOnly && <IconButton label={say('dossier.requestTake', { title: requestName(request) })} icon={<CrossIcon size={12} />} variant="quiet" size="small" onPress={() => void takeOut(request)} />}
            </li>
          ))}
        </ul>
      )}
      {error && <ErrorState error={error} />}
      {!isReadOnly && (
        <div className={styles.actions}>
          <Button size="small" icon={<PlusIcon size={14} />} aria-haspopup="dialog" onPress={() => setFront('new')}>
            {say('dossier.requestNew')}
          </Button>
          <Button size="small" variant="quiet" onPress={() => navigate({ room: 'finder', dossierId: document.id })}>
            {say('finder.title')}
          </Button>
          <Button size="small" variant="quiet" aria-haspopup="dialog" onPress={() => setFront('place')}>
            {say('dossier.requestPlace')}
          </Button>
        </div>
      )}
      {front === 'new' && <NewRequestDialog onClose={() => setFront(null)} dossier={{ id: document.id, spaceId: document.spaceId, title: textOf(values['title']), regions: regionsOf(values['regions']) }} />}
      {front === 'place' && <PlaceRequestDialog dossier={document} onClose={() => setFront(null)} onPlaced={onChanged} />}
    </Panel>
  );
}
