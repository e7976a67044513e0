/** An invitation that was made: the words to read aloud, and the file to give with the hub that goes along. */
import { type ReactNode, useState } from 'react';
import type { GivenInvitation } from '../../../shared/domain/space.ts';
import { useExchange } from '../../app/exchange-state.ts';
import { useFormat } from '../../app/language/index.ts';
import { useCall } from '../../link/index.ts';
import { Banner, Button, Dialog, ErrorState, Facts, Fingerprint, Select, Skeleton, notify, useSay } from '../../ui/index.ts';
import flow from '../../ui/flow.module.css';
import { SpokenWords } from './spoken.tsx';
import { useRun } from '../../app/use-run.ts';

interface Shown {
  readonly spaceId: string;
  readonly post: string;
  readonly onClose: () => void;
}

/** The invitation once more, for one that was lost. */
export function InvitationAgain({ signKey, ...shown }: Shown & { readonly signKey: string }): ReactNode {
  const say = useSay();
  const again = useCall('space.invitation', { id: shown.spaceId, signKey });
  if (again.state === 'ready') return <InvitationDialog {...shown} invitation={again.value} />;
  return (
    <Dialog title={say('spaces.given.title', { post: shown.post })} isOpen onClose={shown.onClose}>
      {again.state === 'error' ? <ErrorState error={again.error} onRetry={again.refresh} /> : <Skeleton lines={8} />}
    </Dialog>
  );
}

const noHub = 'none';

export function InvitationDialog({ spaceId, invitation, post, onClose }: Shown & { readonly invitation: GivenInvitation }): ReactNode {
  const say = useSay();
  const { dateTimeZone } = useFormat();
  const hubs = useExchange((state) => state.status?.hubs) ?? [];
  const [chosen, setChosen] = useState<string>();
  const hub = chosen ?? hubs[0]?.pin ?? noHub;
  const { run, busy, error } = useRun('space.saveInvitation');
  const save = async (): Promise<void> => {
    const saved = await run({ id: spaceId, signKey: invitation.signKey, hub: hub === noHub ? null : hub });
    if (saved && !saved.cancelled) notify({ tone: 'ok', text: say('spaces.file.saved', { name: saved.name }) });
  };
  return (
    <Dialog
      title={say('spaces.given.title', { post })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{say('frame.ui.close')}</Button>
          <Button variant="primary" autoFocus isPending={busy} onPress={() => void save()}>
            {say('spaces.given.save')}
          </Button>
        </>
      }
    >
      <div className={flow.stack}>
        <p>{say('spaces.given.text', { until: dateTimeZone(invitation.until) })}</p>
        {hubs.length === 0 ? (
          <p className={flow.light}>{say('spaces.given.hub.unknown')}</p>
        ) : (
          <Select
            label={say('spaces.given.hub')}
            help={say('spaces.given.hub.help')}
            value={hub}
            onChange={(next) => setChosen(next ?? noHub)}
            options={[...hubs.map(({ pin, url }) => ({ value: pin, label: url, description: pin })), { value: noHub, label: say('spaces.given.hub.none') }]}
          />
        )}
        {hub !== noHub && <Facts rows={[{ label: say('spaces.given.hub.pin'), value: <Fingerprint>{hub}</Fingerprint> }]} />}
        <SpokenWords words={invitation.words} />
        <Facts rows={[{ label: say('spaces.fingerprint'), value: <Fingerprint>{invitation.fingerprint}</Fingerprint> }]} />
        <Banner>
          <p>{say('spaces.given.next')}</p>
        </Banner>
        {error && <ErrorState error={error} />}
      </div>
    </Dialog>
  );
}
