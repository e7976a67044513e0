/** Exercise control: starts the script now or at another moment, pauses it and lets it go on. */
import { type ReactNode, useState } from 'react';
import type { CallInput } from '../../../shared/contract.ts';
import type { ScriptState } from '../../../shared/domain/exercise-script.ts';
import type { CallError } from '../../../shared/errors.ts';
import { showScript } from '../../app/script-state.ts';
import { link } from '../../link/index.ts';
import { Button, ErrorState, Panel, useSay } from '../../ui/index.ts';
import styles from './exercise.module.css';
import { LoadScript } from './load-script.tsx';
import { StartDialog } from './start-dialog.tsx';

export function ControlPanel({ script }: { readonly script: ScriptState }): ReactNode {
  const say = useSay();
  const [error, setError] = useState<CallError>();
  const [choosing, setChoosing] = useState(false);
  const direct = async (direction: CallInput<'exercise.direct'>): Promise<void> => {
    setError(undefined);
    const directed = await link.call('exercise.direct', direction);
    if (directed.ok) showScript(directed.value);
    else setError(directed.error);
  };
  return (
    <Panel title={say('exercise.control')}>
      <p>{say('exercise.controlWords')}</p>
      <div className={styles.buttons}>
        {script.phase === 'waiting' && (
          <Button variant="primary" onPress={() => void direct({ kind: 'start' })}>
            {say('exercise.start')}
          </Button>
        )}
        {script.phase === 'running' && (
          <Button variant="primary" onPress={() => void direct({ kind: 'pause' })}>
            {say('exercise.pause')}
          </Button>
        )}
        {script.phase === 'paused' && (
          <Button variant="primary" onPress={() => void direct({ kind: 'resume' })}>
            {say('exercise.resume')}
          </Button>
        )}
        <Button onPress={() => setChoosing(true)}>{say(script.phase === 'waiting' ? 'exercise.startAt' : 'exercise.startOther')}</Button>
      </div>
      {error && <ErrorState error={error} />}
      <details className={styles.more}>
        <summary>{say('exercise.loadOther')}</summary>
        <p>{say('exercise.loadOtherWords')}</p>
        <LoadScript />
      </details>
      {choosing && <StartDialog onStart={(at) => direct({ kind: 'start', at })} onClose={() => setChoosing(false)} />}
    </Panel>
  );
}
