/** The card of this post: what whoever is to invite it needs, to read aloud or as a file. */
import type { ReactNode } from 'react';
import { useIdentity } from '../../app/session.ts';
import { useCall } from '../../link/index.ts';
import { Button, Dialog, ErrorState, Facts, Fingerprint, Skeleton, notify, useSay } from '../../ui/index.ts';
import flow from '../../ui/flow.module.css';
import { SpokenWords } from './spoken.tsx';
import { useRun } from '../../app/use-run.ts';

export function CardDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useSay();
  const { name } = useIdentity();
  const card = useCall('space.card', {});
  const { run, busy, error } = useRun('space.saveCard');
  const save = async (): Promise<void> => {
    const saved = await run({});
    if (saved && !saved.cancelled) notify({ tone: 'ok', text: say('spaces.file.saved', { name: saved.name }) });
  };
  return (
    <Dialog
      title={say('spaces.card.title', { name })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{say('frame.ui.close')}</Button>
          <Button variant="primary" isPending={busy} onPress={() => void save()}>
            {say('spaces.card.save')}
          </Button>
        </>
      }
    >
      <div className={flow.stack}>
        <p>{say('spaces.card.text')}</p>
        {card.state === 'loading' && <Skeleton lines={10} />}
        {card.state === 'error' && <ErrorState error={card.error} onRetry={card.refresh} />}
        {card.state === 'ready' && (
          <>
            <Facts rows={[{ label: say('spaces.fingerprint'), value: <Fingerprint>{card.value.card.fingerprint}</Fingerprint>, source: say('spaces.card.fingerprint.help') }]} />
            <SpokenWords words={card.value.words} />
          </>
        )}
        {error && <ErrorState error={error} />}
      </div>
    </Dialog>
  );
}
