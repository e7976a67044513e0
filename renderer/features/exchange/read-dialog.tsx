/** Reading a file that somebody gave: an exchange file is taken in and told of, a card or an invitation leads on to the spaces. */
import { type ReactNode, useState } from 'react';
import type { CallOutput } from '../../../shared/contract.ts';
import type { SpaceSummary } from '../../../shared/domain/space.ts';
import { refreshExchange } from '../../app/exchange-state.ts';
import { handOver } from '../../app/handed-file.ts';
import { navigate } from '../../app/routes.ts';
import { useRun } from '../../app/use-run.ts';
import { Banner, Button, Dialog, ErrorState, Fingerprint, Select, announce, useSay } from '../../ui/index.ts';
import flow from '../../ui/flow.module.css';
import { FileProgress } from './file-progress.tsx';
import { ReportView } from './report-view.tsx';

type Read = Exclude<CallOutput<'exchange.readFile'>, { kind: 'cancelled' }>;

export function ReadDialog({ spaces, onClose }: { readonly spaces: readonly SpaceSummary[]; readonly onClose: () => void }): ReactNode {
  const say = useSay();
  const { run, busy, error } = useRun('exchange.readFile');
  const [read, setRead] = useState<Read>();
  const [stopped, setStopped] = useState(false);
  const open = async (): Promise<void> => {
    setRead(undefined);
    setStopped(false);
    const answer = await run({});
    if (!answer || answer.kind === 'cancelled') return;
    setRead(answer);
    if (answer.kind !== 'bundle') return;
    announce(say('exchangeDesk.read.done', { name: answer.name, taken: answer.report.taken }));
    void refreshExchange();
  };
  const kept = spaces.filter(({ standing, frozen }) => standing === 'keeper' && !frozen);
  const [chosen, setChosen] = useState<string | null>(null);
  const into = chosen ?? kept[0]?.id;
  const mayGoOn = read?.kind === 'card' ? into !== undefined : read?.kind === 'invitation' && read.invitation.forThisPost;
  const goOn = (): void => {
    if (!read || read.kind === 'bundle') return;
    handOver(read.kind, read);
    onClose();
    navigate(read.kind === 'card' && into !== undefined ? { room: 'space', id: into } : { room: 'spaces' });
  };
  return (
    <Dialog
      title={say('exchangeDesk.read.title')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{say('frame.ui.close')}</Button>
          {read && read.kind !== 'bundle' && mayGoOn && (
            <Button autoFocus variant="primary" onPress={goOn}>
              {say(read.kind === 'card' ? 'exchangeDesk.read.invite' : 'exchangeDesk.read.join')}
            </Button>
          )}
          {(!read || read.kind === 'bundle') && (
            <Button autoFocus variant={read ? 'plain' : 'primary'} isPending={busy} onPress={() => void open()}>
              {say(read ? 'exchangeDesk.read.another' : 'exchangeDesk.read.choose')}
            </Button>
          )}
        </>
      }
    >
      <div className={flow.stack}>
        {!read && <p>{say('exchangeDesk.read.text')}</p>}
        {busy && <FileProgress label={say('exchangeDesk.read.busy')} onCancelled={() => setStopped(true)} />}
        {error && <ErrorState error={error} />}
        {read?.kind === 'bundle' && (
          <>
            <h3>{read.name}</h3>
            {stopped && <Banner title={say('exchangeDesk.read.stopped')} />}
            <ReportView report={read.report} isFile={!stopped} />
          </>
        )}
        {read?.kind === 'card' && (
          <Banner title={say('exchangeDesk.read.card', { name: read.card.name?.post ?? '' })}>
            <Fingerprint>{read.card.fingerprint}</Fingerprint>
            <p>{say(kept.length === 0 ? 'exchangeDesk.read.card.none' : 'exchangeDesk.read.card.do')}</p>
          </Banner>
        )}
        {read?.kind === 'card' && kept.length > 1 && (
          <Select label={say('exchangeDesk.read.card.space')} value={into ?? null} onChange={setChosen} options={kept.map(({ id, name, kind }) => ({ value: id, label: kind === 'exercise' ? say('exercise.choice', { name }) : name }))} />
        )}
        {read?.kind === 'invitation' && (
          <Banner title={say('exchangeDesk.read.invitation', { name: read.invitation.name ?? '' })}>
            <p>{say(read.invitation.forThisPost ? 'exchangeDesk.read.invitation.do' : 'exchangeDesk.read.invitation.other')}</p>
          </Banner>
        )}
      </div>
    </Dialog>
  );
}
