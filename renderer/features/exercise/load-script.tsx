/** Loads a script into the exercise: from a file, or one that comes with the application. */
import { type ReactNode, useRef, useState } from 'react';
import type { CallInput } from '../../../shared/contract.ts';
import type { CallError } from '../../../shared/errors.ts';
import { showScript } from '../../app/script-state.ts';
import { link, useCall } from '../../link/index.ts';
import { Button, ErrorState, notify, useBilingual, useSay } from '../../ui/index.ts';
import flow from '../../ui/flow.module.css';
import styles from './exercise.module.css';

export function LoadScript(): ReactNode {
  const say = useSay();
  const inLanguage = useBilingual();
  const examples = useCall('exercise.examples', {});
  // one at a time; it is done sooner than a button could show that it waits
  const busy = useRef(false);
  const [error, setError] = useState<CallError>();
  const add = async (what: CallInput<'exercise.addScript'>): Promise<void> => {
    const added = await link.call('exercise.addScript', what);
    if (!added.ok) return setError(added.error);
    showScript(added.value);
    notify({ tone: 'ok', text: say('exercise.loaded', { packs: added.value.packs.length }) });
  };
  const begin = async (load: () => Promise<void>): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    setError(undefined);
    await load();
    busy.current = false;
  };
  const fromFile = async (): Promise<void> => {
    const read = await link.call('exercise.readScript', {});
    if (!read.ok) setError(read.error);
    else if (!read.value.cancelled) await add({ text: read.value.text });
  };
  return (
    <div className={flow.row}>
      <Button onPress={() => void begin(fromFile)}>
        {say('exercise.load')}
      </Button>
      {examples.state === 'ready' &&
        examples.value.map(({ id, title, injects, packs }) => (
          <Button key={id} onPress={() => void begin(() => add({ example: id }))}>
            {say('exercise.loadExample', { title: inLanguage(title), count: injects, packs })}
          </Button>
        ))}
      {error && (
        <div className={styles.wide}>
          <ErrorState error={error} />
          {error.code === 'script.invalid' && error.field !== undefined && error.field !== '' && <p>{say('exercise.mistakeAt', { field: error.field })}</p>}
        </div>
      )}
    </div>
  );
}
