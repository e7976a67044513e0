/** A whole exercise as one file for evaluation. It is made while one goes on; ending it leaves nothing behind. */
import { type ReactNode, useState } from 'react';
import type { TakenFile } from '../../shared/contract.ts';
import type { CallError } from '../../shared/errors.ts';
import { link, useEvent } from '../link/index.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { announce } from '../ui/live.tsx';
import { Progress } from '../ui/progress.tsx';
import { ErrorState, errorWords } from '../ui/states.tsx';
import { useAppLocale, useSay } from './language/index.ts';
import { flushAll } from './save-state.ts';
import { sizeText } from './size.ts';

export interface ExerciseExportDialogProps {
  readonly spaceId: string;
  readonly onClose: () => void;
}

const stop = (): void => void link.call('exercise.cancelExport', {});

export function ExerciseExportDialog({ spaceId, onClose }: ExerciseExportDialogProps): ReactNode {
  const say = useSay();
  const locale = useAppLocale();
  const [busy, setBusy] = useState<{ readonly done: number; readonly total: number; readonly label: string } | true>();
  const [error, setError] = useState<CallError>();
  const [unsaved, setUnsaved] = useState(false);
  const [taken, setTaken] = useState<TakenFile>();
  useEvent('job.progress', ({ job, done, total, label }) => {
    if (job === 'export') setBusy((before) => (before === undefined ? before : { done, total, label }));
  });
  const save = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    setTaken(undefined);
    const durable = await flushAll();
    setUnsaved(!durable);
    if (durable) {
      const exported = await link.call('exercise.export', { id: spaceId, locale });
      if (!exported.ok) {
        setError(exported.error);
        announce(errorWords(exported.error, say).happened, 'urgent');
      } else if (!exported.value.cancelled) {
        setTaken(exported.value);
        announce(say('exercise.exportDone', { name: exported.value.name }));
      }
    }
    setBusy(undefined);
  };
  return (
    <Dialog
      title={say('exercise.exportTitle')}
      isOpen
      onClose={() => {
        if (busy !== undefined) stop();
        onClose();
      }}
      footer={
        <>
          <Button onPress={onClose} isDisabled={busy !== undefined}>
            {say('frame.ui.close')}
          </Button>
          <Button variant="primary" isPending={busy !== undefined} onPress={() => void save()}>
            {say('dossier.exportGo')}
          </Button>
        </>
      }
    >
      <p>{say('exercise.exportHelp')}</p>
      <Banner tone="warn" title={say('dossier.exportOpenWarning')} />
      {busy !== undefined && <Progress label={say('exercise.exporting')} onCancel={stop} {...(busy === true ? {} : { done: busy.done, total: busy.total, detail: busy.label })} />}
      {unsaved && <Banner tone="error" role="alert" title={say('dossier.exportUnsaved')} />}
      {error && <ErrorState error={error} />}
      {taken && (
        <Banner tone="ok" title={say('exercise.exportDone', { name: taken.name })}>
          <p>{say('dossier.exportDoneIn', { folder: taken.folder, size: sizeText(taken.bytes, say) })}</p>
        </Banner>
      )}
    </Dialog>
  );
}
