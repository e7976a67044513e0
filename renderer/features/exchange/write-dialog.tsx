/** Writing an exchange file: everything that is new, everything, or one dossier; for which spaces. */
import { type ReactNode, useState } from 'react';
import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import type { SpaceSummary } from '../../../shared/domain/space.ts';
import { refreshExchange } from '../../app/exchange-state.ts';
import { sizeText } from '../../app/size.ts';
import { useRun } from '../../app/use-run.ts';
import { link, useCall } from '../../link/index.ts';
import { Banner, Button, Checkbox, ComboBox, Dialog, ErrorState, RadioGroup, announce, useSay } from '../../ui/index.ts';
import flow from '../../ui/flow.module.css';
import styles from './exchange.module.css';
import { FileProgress } from './file-progress.tsx';

const kinds = ['new', 'all', 'dossier'] as const;
type Kind = (typeof kinds)[number];
const dossiersFound = 20;

export function WriteDialog({ spaces, onClose }: { readonly spaces: readonly SpaceSummary[]; readonly onClose: () => void }): ReactNode {
  const say = useSay();
  const offered = spaces.filter(({ standing }) => standing !== 'awaiting');
  const [kind, setKind] = useState<Kind>('new');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [dossier, setDossier] = useState<string | null>(null);
  const [find, setFind] = useState('');
  const [asked, setAsked] = useState(false);
  const [stopped, setStopped] = useState(false);
  const [written, setWritten] = useState<CallOutput<'exchange.writeFile'>>();
  const found = useCall('dossier.list', { find: find.slice(0, 200), limit: dossiersFound }, { keepsLast: true });
  const { run, busy, error } = useRun('exchange.writeFile');
  const chosen = offered.filter(({ id }) => !left.has(id));
  const missing = kind === 'dossier' ? (dossier === null ? say('exchangeDesk.write.dossier.missing') : undefined) : chosen.length === 0 ? say('exchangeDesk.write.spaces.missing') : undefined;

  const write = async (): Promise<void> => {
    setAsked(true);
    setWritten(undefined);
    setStopped(false);
    if (missing !== undefined) return;
    const choice = kind === 'dossier' ? await choiceOf(dossier ?? '') : { spaces: chosen.map(({ id }) => ({ spaceId: id })), what: kind };
    const answer = choice && (await run(choice));
    if (!answer || answer.cancelled) return;
    setWritten(answer);
    announce(say('exchangeDesk.write.done', { name: answer.name }));
    void refreshExchange();
  };

  return (
    <Dialog
      title={say('exchangeDesk.write.title')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{say(written ? 'frame.ui.close' : 'frame.ui.leave')}</Button>
          <Button variant={written ? 'plain' : 'primary'} isPending={busy} onPress={() => void write()}>
            {say(written ? 'exchangeDesk.write.again' : 'exchangeDesk.write.choose')}
          </Button>
        </>
      }
    >
      <div className={flow.stack}>
        <p>{say('exchangeDesk.write.text')}</p>
        <RadioGroup
          label={say('exchangeDesk.write.what')}
          value={kind}
          onChange={(next) => setKind(kinds.find((one) => one === next) ?? 'new')}
          options={kinds.map((one) => ({ value: one, label: say(`exchangeDesk.write.${one}`), description: say(`exchangeDesk.write.${one}.help`) }))}
        />
        {kind === 'dossier' ? (
          <ComboBox
            label={say('exchangeDesk.kind.dossier.label')}
            value={dossier}
            onChange={setDossier}
            onSearch={setFind}
            options={found.state === 'ready' ? found.value.dossiers.map(({ id, title, reference }) => ({ value: id, label: title === '' ? reference : title, description: reference })) : []}
            emptyText={say('exchangeDesk.write.dossier.none')}
            error={asked ? missing : undefined}
          />
        ) : (
          <fieldset className={styles.choices}>
            <legend>{say('exchangeDesk.write.spaces')}</legend>
            {offered.map(({ id, name }) => (
              <Checkbox key={id} label={name} value={!left.has(id)} onChange={(isIn) => setLeft(new Set(isIn ? [...left].filter((one) => one !== id) : [...left, id]))} />
            ))}
            {asked && missing !== undefined && <Banner tone="error" role="alert" title={missing} />}
          </fieldset>
        )}
        {busy && <FileProgress label={say('exchangeDesk.write.busy')} onCancelled={() => setStopped(true)} />}
        {stopped && !busy && <Banner title={say('exchangeDesk.write.stopped')} />}
        {error && <ErrorState error={error} />}
        {written && (
          <Banner tone="ok" title={say('exchangeDesk.write.done', { name: written.name })}>
            <p>{say('exchangeDesk.write.doneIn', { folder: written.folder, size: sizeText(written.bytes, say), count: written.envelopes })}</p>
          </Banner>
        )}
      </div>
    </Dialog>
  );
}

/** A dossier goes with the space that it lies in. */
async function choiceOf(dossier: string): Promise<CallInput<'exchange.writeFile'> | undefined> {
  const history = await link.call('history.of', { id: dossier });
  return history.ok ? { spaces: [{ spaceId: history.value.spaceId, documents: [dossier] }], what: 'all' } : undefined;
}
