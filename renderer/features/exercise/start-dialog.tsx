/** T+00:00 at a moment that exercise control chooses. */
import { type ReactNode, useState } from 'react';
import { moment } from '../../../shared/domain/moment.ts';
import { Button, DateTimeField, Dialog, useSay } from '../../ui/index.ts';

export interface StartDialogProps {
  /** an instant */
  readonly onStart: (at: string) => Promise<void>;
  readonly onClose: () => void;
}

export function StartDialog({ onStart, onClose }: StartDialogProps): ReactNode {
  const say = useSay();
  const [value, setValue] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const at = value === null ? undefined : moment(value)?.toAbsoluteString();
  const start = async (): Promise<void> => {
    setAsked(true);
    if (at === undefined) return;
    await onStart(at);
    onClose();
  };
  return (
    <Dialog
      title={say('exercise.startTitle')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{say('frame.ui.cancel')}</Button>
          <Button variant="primary" onPress={() => void start()}>
            {say('exercise.startAtDo')}
          </Button>
        </>
      }
    >
      <DateTimeField label={say('exercise.startAtLabel')} help={say('exercise.startAtHelp')} value={value} onChange={setValue} error={asked && at === undefined ? say('exercise.startMissing') : undefined} />
    </Dialog>
  );
}
