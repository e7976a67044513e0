/** A question before something that cannot be taken back, or not easily: what happens and what stays, point by point. */
import type { ReactNode } from 'react';
import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import { Button, Dialog, ErrorState, useSay } from '../../ui/index.ts';
import styles from './spaces.module.css';
import { useRun } from '../../app/use-run.ts';

type OfOneSpace = 'space.leave' | 'space.freeze' | 'space.erase' | 'space.forget';

export interface ConfirmDialogProps<N extends OfOneSpace> {
  readonly call: N;
  readonly spaceId: string;
  readonly title: string;
  readonly points: readonly string[];
  readonly doLabel: string;
  readonly onDone: (answer: CallOutput<N>) => void;
  readonly onClose: () => void;
}

export function ConfirmDialog<N extends OfOneSpace>({ call, spaceId, title, points, doLabel, onDone, onClose }: ConfirmDialogProps<N>): ReactNode {
  const say = useSay();
  const { run, busy, error } = useRun<OfOneSpace>(call);
  const act = async (): Promise<void> => {
    const input: CallInput<OfOneSpace> = { id: spaceId };
    const answer = await run(input);
    if (!answer) return;
    onClose();
    onDone(answer as CallOutput<N>);
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
            {say(error ? 'spaces.close' : 'spaces.cancel')}
          </Button>
          {/* after an error nothing is offered that takes data away */}
          {!error && (
            <Button variant="primary" isPending={busy} onPress={() => void act()}>
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
