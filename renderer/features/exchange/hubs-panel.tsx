/** The hubs of this post, each with how it stands; whether this post exchanges by itself. */
import { type ReactNode, useState } from 'react';
import type { HubStanding } from '../../../shared/domain/exchange.ts';
import type { ExchangeStatus } from '../../app/exchange-state.ts';
import { link } from '../../link/index.ts';
import { Button, EmptyState, Panel, PlusIcon, Switch, errorWords, notify, useSay } from '../../ui/index.ts';
import styles from './exchange.module.css';
import { HubCard } from './hub-card.tsx';
import { HubDialog } from './hub-dialog.tsx';

export function HubsPanel({ status }: { readonly status: ExchangeStatus }): ReactNode {
  const say = useSay();
  /** null: a new one */
  const [editing, setEditing] = useState<HubStanding | null>();
  const [renewing, setRenewing] = useState<HubStanding>();
  const add = (
    <Button icon={<PlusIcon />} size="small" aria-haspopup="dialog" onPress={() => setEditing(null)}>
      {say('exchangeDesk.hub.add')}
    </Button>
  );
  const setByItself = async (on: boolean): Promise<void> => {
    const set = await link.call('exchange.setByItself', { on });
    if (!set.ok) notify({ tone: 'error', text: errorWords(set.error, say).happened });
  };
  return (
    <Panel title={say('exchangeDesk.hubs')} {...(status.hubs.length === 0 ? {} : { aside: add })}>
      {status.hubs.length === 0 ? (
        <EmptyState title={say('exchangeDesk.hubs.none')} actions={add}>
          <p>{say('exchangeDesk.hubs.none.do')}</p>
        </EmptyState>
      ) : (
        <>
          <ul className={styles.hubs}>
            {status.hubs.map((hub) => (
              <HubCard key={hub.pin} hub={hub} status={status} onEdit={() => setEditing(hub)} onRenew={() => setRenewing(hub)} />
            ))}
          </ul>
          <Switch label={say('exchangeDesk.byItself')} help={say('exchangeDesk.byItself.help')} value={status.byItself} onChange={(on) => void setByItself(on)} />
        </>
      )}
      {editing !== undefined && <HubDialog hub={editing ?? undefined} onClose={() => setEditing(undefined)} />}
      {renewing && <HubDialog hub={undefined} renews={renewing} onClose={() => setRenewing(undefined)} />}
    </Panel>
  );
}
