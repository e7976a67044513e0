/** Exchange with other posts: through hubs, with a file on a stick; what two posts changed apart, what is unsent and what waits. */
import { type ReactNode, useState } from 'react';
import { refreshExchange, useExchange } from '../../app/exchange-state.ts';
import { useCall } from '../../link/index.ts';
import { Button, ErrorState, Room, RoomStack, ScreenHead, Skeleton, useSay } from '../../ui/index.ts';
import { DifferencesPanel } from './differences-panel.tsx';
import { HubsPanel } from './hubs-panel.tsx';
import { OwnHubPanel } from './own-hub-panel.tsx';
import { ReadDialog } from './read-dialog.tsx';
import { SpacesPanel } from './spaces-panel.tsx';
import { WriteDialog } from './write-dialog.tsx';

export function ExchangeScreen(): ReactNode {
  const say = useSay();
  const { status, error, differences } = useExchange();
  const spaces = useCall('space.list', {});
  const [asked, setAsked] = useState<'write' | 'read'>();
  const names = spaces.state === 'ready' ? spaces.value : [];
  return (
    <>
      <ScreenHead
        title={say('exchangeDesk.nav')}
        kicker={say('exchangeDesk.kicker')}
        actions={
          <>
            <Button aria-haspopup="dialog" onPress={() => setAsked('read')}>
              {say('exchangeDesk.read')}
            </Button>
            <Button aria-haspopup="dialog" isDisabled={names.length === 0} onPress={() => setAsked('write')}>
              {say('exchangeDesk.write')}
            </Button>
          </>
        }
      />
      {error && <ErrorState error={error} onRetry={() => void refreshExchange()} />}
      {!status && !error && <Skeleton lines={8} />}
      {status && (
        <Room aside={<Beside />} asideWidth="reading">
          <RoomStack>
            {/* what a person must decide comes first */}
            {differences.length > 0 && <DifferencesPanel />}
            <HubsPanel status={status} />
            {differences.length === 0 && <DifferencesPanel />}
          </RoomStack>
        </Room>
      )}
      {asked === 'write' && <WriteDialog spaces={names} onClose={() => setAsked(undefined)} />}
      {asked === 'read' && <ReadDialog spaces={names} onClose={() => setAsked(undefined)} />}
    </>
  );
}

function Beside(): ReactNode {
  const say = useSay();
  return (
    <RoomStack label={say('exchangeDesk.beside')}>
      <SpacesPanel />
      <OwnHubPanel />
    </RoomStack>
  );
}
