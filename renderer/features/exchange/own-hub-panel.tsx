/** This post as the hub of a network without internet: started and stopped here, with what other posts must know of it. */
import { type ReactNode, useState } from 'react';
import { hubPorts } from '../../../shared/domain/limits.ts';
import type { OwnHub } from '../../../shared/domain/own-hub.ts';
import { ConfirmDialog } from '../../app/confirm-dialog.tsx';
import { useExchange } from '../../app/exchange-state.ts';
import { useFormat } from '../../app/language/index.ts';
import { useRun } from '../../app/use-run.ts';
import { link } from '../../link/index.ts';
import { Banner, Button, ErrorState, Facts, Fingerprint, Panel, Progress, Select, Tag, TextField, errorWords, notify, useSay } from '../../ui/index.ts';
import { HubAddress } from '../../app/hub-address.tsx';
import flow from '../../ui/flow.module.css';
import styles from './exchange.module.css';

export function OwnHubPanel(): ReactNode {
  const say = useSay();
  const hub = useExchange((state) => state.ownHub);
  if (!hub) return null;
  return (
    <Panel title={say('exchangeDesk.own')} {...(hub.state === 'running' ? { aside: <Tag tone="ok">{say('exchangeDesk.own.running')}</Tag> } : {})}>
      {hub.state === 'stopped' && <Start hub={hub} />}
      {hub.state === 'starting' && <Progress label={say('exchangeDesk.own.starting')} />}
      {hub.state === 'running' && <Running hub={hub} />}
    </Panel>
  );
}

function Start({ hub }: { readonly hub: Extract<OwnHub, { state: 'stopped' }> }): ReactNode {
  const say = useSay();
  const [typed, setTyped] = useState(String(hub.port));
  const { run, busy, error } = useRun('hub.start');
  const stop = useRun('hub.stop');
  const port = /^\d{1,5}$/.test(typed.trim()) ? Number(typed) : 0;
  const wrong = port < hubPorts.lowest || port > hubPorts.highest;
  const shown = error ?? (hub.error === undefined ? undefined : { code: hub.error, message: '' });
  return (
    <div className={flow.stack}>
      <p>{say('exchangeDesk.own.text')}</p>
      {shown && <ErrorState error={shown} />}
      <div className={styles.narrow}>
        <TextField
          label={say('exchangeDesk.own.port')}
          help={say('exchangeDesk.own.port.help', { usual: String(hubPorts.usual) })}
          value={typed}
          onChange={setTyped}
          error={wrong ? say('exchangeDesk.own.port.wrong') : undefined}
        />
      </div>
      <div className={styles.row}>
        <Button isDisabled={wrong || busy} onPress={() => void run({ port })}>
          {say('exchangeDesk.own.start')}
        </Button>
        {/* it wanted to come up again and could not: with the next start it tries once more, unless somebody says no */}
        {hub.error !== undefined && (
          <Button isDisabled={stop.busy} onPress={() => void stop.run({})}>
            {say('exchangeDesk.own.leaveOff')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Running({ hub }: { readonly hub: Extract<OwnHub, { state: 'running' }> }): ReactNode {
  const say = useSay();
  const { dateTimeZone } = useFormat();
  const known = useExchange((state) => state.status?.hubs.find(({ pin }) => pin === hub.pin)?.url);
  const [stopping, setStopping] = useState(false);
  const given = hub.addresses.find((address) => address === known) ?? hub.addresses[0] ?? '';
  const isAlone = hub.addresses.every((address) => address.startsWith('https://localhost:'));
  const give = async (url: string | null): Promise<void> => {
    const set = url === null ? undefined : await link.call('exchange.addHub', { url, pin: hub.pin });
    if (set && !set.ok) notify({ tone: 'error', text: errorWords(set.error, say).happened });
  };
  return (
    <div className={flow.stack}>
      {hub.resumed && <p>{say('exchangeDesk.own.resumed')}</p>}
      <p>{say('exchangeDesk.own.readOut')}</p>
      {isAlone && (
        <Banner tone="warn" title={say('exchangeDesk.own.noNetwork')}>
          <p>{say('exchangeDesk.own.noNetwork.do')}</p>
        </Banner>
      )}
      <Facts
        rows={[
          { label: say('exchangeDesk.hub.url'), value: <HubAddress url={given} /> },
          { label: say('exchangeDesk.hub.pin'), value: <Fingerprint>{hub.pin}</Fingerprint>, source: say('exchangeDesk.own.pin.help') },
          { label: say('exchangeDesk.own.since'), value: dateTimeZone(hub.since) },
        ]}
      />
      {hub.addresses.length > 1 && (
        <Select label={say('exchangeDesk.own.address')} help={say('exchangeDesk.own.address.help')} value={given} onChange={(url) => void give(url)} options={hub.addresses.map((address) => ({ value: address, label: address }))} />
      )}
      <details className={styles.details}>
        <summary>{say('exchangeDesk.own.keeper')}</summary>
        <Facts
          rows={[
            { label: say('exchangeDesk.own.keeper.page'), value: <HubAddress url={`${given}/keeper`} />, source: say('exchangeDesk.own.keeper.help') },
            { label: say('exchangeDesk.own.keeper.code'), value: <Fingerprint>{hub.keeperCode}</Fingerprint> },
          ]}
        />
      </details>
      <div>
        <Button aria-haspopup="dialog" onPress={() => setStopping(true)}>
          {say('exchangeDesk.own.stop')}
        </Button>
      </div>
      {stopping && (
        <ConfirmDialog
          title={say('exchangeDesk.own.stop.title')}
          points={[say('exchangeDesk.own.stop.effect'), say('exchangeDesk.own.stop.stays')]}
          doLabel={say('exchangeDesk.own.stop')}
          act={() => link.call('hub.stop', {})}
          onClose={() => setStopping(false)}
        />
      )}
    </div>
  );
}
