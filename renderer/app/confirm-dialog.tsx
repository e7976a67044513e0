/** A question before something that is not easily taken back: what happens and what stays, point by point. */
import { type ReactNode, useState } from 'react';
import type { CallError, Result } from '../../shared/errors.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Points } from '../ui/points.tsx';
import { useSay } from '../ui/say.ts';
import { ErrorState } from '../ui/states.tsx';

export interface ConfirmDialogProps<T> {
  readonly title: string;
  readonly points: readonly string[];
  readonly doLabel: string;
  /** closes when it went well, unless the same dialog goes on to tell of it */
  readonly act: () => Promise<Result<T>>;
  /** after it has closed */
  readonly onDone?: (done: T) => void;
  readonly staysOpen?: boolean;
  readonly onClose: () => void;
}

export function ConfirmDialog<T>({ title, points, doLabel, act, onDone, staysOpen = false, onClose }: ConfirmDialogProps<T>): ReactNode {
  const say = useSay();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  const go = async (): Promise<void> => {
    setBusy(true);
    const done = await act();
    setBusy(false);
    if (!done.ok) return setError(done.error);
    if (!staysOpen) onClose();
    onDone?.(done.value);
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
      <Points>{points}</Points>
      {error && <ErrorState error={error} />}
    </Dialog>
  );
}
