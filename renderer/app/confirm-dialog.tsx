/** A question before something that is not easily taken back: what happens and what stays, point by point. */
import { type ReactNode, useState } from 'react';
import type { CallError, Result } from '../../shared/errors.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useSay } from '../ui/say.ts';
import { ErrorState } from '../ui/states.tsx';
import styles from './confirm-dialog.module.css';

export interface ConfirmDialogProps {
  readonly title: string;
  readonly points: readonly string[];
  readonly doLabel: string;
  /** closes when it went well */
  readonly act: () => Promise<Result<unknown>>;
  /** after it has closed */
  readonly onDone?: () => void;
  readonly onClose: () => void;
}

export function ConfirmDialog({ title, points, doLabel, act, onDone, onClose }: ConfirmDialogProps): ReactNode {
  const say = useSay();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  const go = async (): Promise<void> => {
    setBusy(true);
    const done = await act();
    setBusy(false);
    if (!done.ok) return setError(done.error);
    onClose();
    onDone?.();
  };
  return (
    <Dialog
      title={title}
      role="alertdialog"
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button autoFocus onPress={onClose}>
            {say(error ? 'frame.ui.close' : 'frame.ui.leave')}
          </Button>
          {/* after an error nothing is offered that takes away */}
          {!error && (
            <Button variant="primary" isPending={busy} onPress={() => void go()}>
              {doLabel}
            </Button>
          )}
        </>
      }
    >
      <ul className={styles.points}>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      {error && <ErrorState error={error} />}
    </Dialog>
  );
}
