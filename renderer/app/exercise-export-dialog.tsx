/** A whole exercise as one file for evaluation. It is made while one goes on; ending it leaves nothing behind. */
import type { ReactNode } from 'react';
import { link } from '../link/index.ts';
import { useAppLocale, useSay } from './language/index.ts';
import { flushAll } from './save-state.ts';
import { TakeOutDialog } from './take-out-dialog.tsx';

export interface ExerciseExportDialogProps {
  readonly spaceId: string;
  readonly onClose: () => void;
}

const stop = (): void => void link.call('exercise.cancelExport', {});

export function ExerciseExportDialog({ spaceId, onClose }: ExerciseExportDialogProps): ReactNode {
  const say = useSay();
  const locale = useAppLocale();
  return (
    <TakeOutDialog
      title={say('exercise.exportTitle')}
      words={say('exercise.exportHelp')}
      busyLabel={say('exercise.exporting')}
      doneTitle={(name) => say('exercise.exportDone', { name })}
      flush={flushAll}
      take={() => link.call('exercise.export', { id: spaceId, locale })}
      onStop={stop}
      onClose={onClose}
    />
  );
}
