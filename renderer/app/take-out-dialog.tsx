/** Everything of something as one file that is not encrypted: what goes into it is said first, it is made while one looks on, and then it is told where it lies. */
import { type ReactNode, useState } from 'react';
import type { TakenFile } from '../../shared/contract.ts';
import type { CallError, Result } from '../../shared/errors.ts';
import { useEvent } from '../link/index.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { announce } from '../ui/live.tsx';
import { Progress } from '../ui/progress.tsx';
import { ErrorState, errorWords } from '../ui/states.tsx';
import { useSay } from './language/index.ts';
import { sizeText } from './size.ts';
import flow from '../ui/flow.module.css';

export interface TakeOutDialogProps {
  readonly title: string;
  readonly words: string;
  /** what can be chosen, beneath the warning */
  readonly children?: ReactNode;
  readonly busyLabel: string;
  readonly doneTitle: (name: string) => string;
  /** makes what was typed durable; false when it could not be */
  readonly flush: () => Promise<boolean>;
  readonly take: () => Promise<Result<TakenFile>>;
  /** ends it half-way; nothing is left of it then */
  readonly onStop?: () => void;
  readonly onClose: () => void;
}

interface Stage {
  readonly busy?: true | { readonly done: number; readonly total: number; readonly label: string };
  readonly error?: CallError;
  readonly unsaved?: true;
  readonly taken?: TakenFile;
}

export function TakeOutDialog({ title, words, children, busyLabel, doneTitle, flush, take, onStop, onClose }: TakeOutDialogProps): ReactNode {
  const say = useSay();
  const [{ busy, error, unsaved, taken }, setStage] = useState<Stage>({});
  useEvent('job.progress', ({ job, done, total, label }) => {
    if (job === 'export') setStage((before) => (before.busy === undefined ? before : { busy: { done, total, label } }));
  });
  const stageAfter = async (): Promise<Stage> => {
    if (!(await flush())) return { unsaved: true };
    const made = await take();
    if (!made.ok) {
      announce(errorWords(made.error, say).happened, 'urgent');
      return { error: made.error };
    }
    if (made.value.cancelled) return {};
    announce(doneTitle(made.value.name));
    return { taken: made.value };
  };
  const go = async (): Promise<void> => {
    setStage({ busy: true });
    setStage(await stageAfter());
  };
  const leave = (): void => {
    if (busy !== undefined) onStop?.();
    onClose();
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={leave}
      footer={
        <>
          <Button onPress={leave}>{say('frame.ui.close')}</Button>
          <Button variant="primary" isPending={busy !== undefined} onPress={() => void go()}>
            {say('dossier.exportGo')}
          </Button>
        </>
      }
    >
      <div className={flow.stack}>
        <p>{words}</p>
        <Banner tone="warn" title={say('dossier.exportOpenWarning')} />
        {children}
        {busy !== undefined && <Progress label={busyLabel} {...(onStop && { onCancel: onStop })} {...(busy === true ? {} : { done: busy.done, total: busy.total, detail: busy.label })} />}
        {unsaved && <Banner tone="error" role="alert" title={say('dossier.exportUnsaved')} />}
        {error && <ErrorState error={error} />}
        {taken && (
          <Banner tone="ok" title={doneTitle(taken.name)}>
            <p>{say('dossier.exportDoneIn', { folder: taken.folder, size: sizeText(taken.bytes, say) })}</p>
          </Banner>
        )}
      </div>
    </Dialog>
  );
}
