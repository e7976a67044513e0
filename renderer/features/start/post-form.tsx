/** Name, function, region and passphrase of a new post. */
import { type FormEvent, type ReactNode, useState } from 'react';
import type { CallOutput } from '../../../shared/contract.ts';
import { passphraseMinimum } from '../../../shared/domain/limits.ts';
import type { PostFunction } from '../../../shared/domain/post.ts';
import type { CallError } from '../../../shared/errors.ts';
import { DoorPage } from '../../app/door-page.tsx';
import { useSay } from '../../app/language/index.ts';
import { link, useCall, useEvent } from '../../link/index.ts';
import { Button, ComboBox, ErrorState, Progress, RadioGroup, Skeleton, TextField, focusField } from '../../ui/index.ts';
import styles from './start.module.css';
import { StrengthHint } from './strength-hint.tsx';
import { findRegions } from './region-search.ts';

const functions: readonly PostFunction[] = ['rmoa', 'rmcStaff', 'planner'];

export interface PostFormProps {
  readonly onMade: (post: CallOutput<'post.create'>, name: string) => void;
}

interface Faults {
  readonly name?: string;
  readonly region?: string;
  readonly passphrase?: string;
  readonly again?: string;
}

export function PostForm({ onMade }: PostFormProps): ReactNode {
  const say = useSay();
  const choices = useCall('post.regionChoices', {});
  const [name, setName] = useState('');
  const [postFunction, setPostFunction] = useState<PostFunction>('rmoa');
  const [regionCode, setRegionCode] = useState<string | null>(null);
  const [regionText, setRegionText] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [faults, setFaults] = useState<Faults>({});
  const [isMaking, setMaking] = useState(false);
  const [error, setError] = useState<CallError>();

  if (choices.state === 'error') {
    return (
      <DoorPage title={say('start.title')}>
        <ErrorState error={choices.error} onRetry={choices.refresh} />
      </DoorPage>
    );
  }
  if (choices.state === 'loading') {
    return (
      <DoorPage title={say('start.title')}>
        <Skeleton lines={8} />
      </DoorPage>
    );
  }
  if (isMaking) {
    return (
      <DoorPage title={say('start.making')}>
        <p>{say('start.makingWhat')}</p>
        <PackProgress />
      </DoorPage>
    );
  }

  const { regions, municipalities } = choices.value;
  const region = regions.find(({ code }) => code === regionCode);

  const make = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const found: Faults = {
      ...(name.trim().length < 2 ? { name: say('start.name.missing') } : {}),
      ...(regionCode === null ? { region: say('start.region.missing') } : {}),
      ...([...passphrase].length < passphraseMinimum ? { passphrase: say('start.passphrase.short', { minimum: passphraseMinimum }) } : {}),
      ...(passphrase === again ? {} : { again: say('start.again.differs') }),
    };
    setFaults(found);
    setError(undefined);
    const [first] = Object.keys(found);
    if (first !== undefined || regionCode === null) {
      focusField(`start-${first}`);
      return;
    }
    setMaking(true);
    const result = await link.call('post.create', { identity: { name: name.trim(), function: postFunction, regionCode }, passphrase });
    if (result.ok) {
      onMade(result.value, name.trim());
      return;
    }
    setMaking(false);
    if (result.error.code === 'passphrase.weak') setFaults({ passphrase: say('start.passphrase.short', { minimum: passphraseMinimum }) });
    else setError(result.error);
  };

  return (
    <DoorPage title={say('start.title')} lead={say('start.lead')}>
      <form className={styles.form} onSubmit={(event) => void make(event)} noValidate>
        {error && <ErrorState error={error} />}
        <TextField id="start-name" label={say('start.name')} help={say('start.name.help')} value={name} onChange={setName} maxLength={60} isRequired error={faults.name} autoFocus />
        <RadioGroup
          label={say('start.function')}
          value={postFunction}
          onChange={(value) => setPostFunction(functions.find((known) => known === value) ?? 'rmoa')}
          options={functions.map((value) => ({ value, label: say(`frame.function.${value}`), description: say(`start.function.${value}`) }))}
        />
        <ComboBox
          id="start-region"
          label={say('start.region')}
          help={say('start.region.help')}
          value={regionCode}
          onChange={setRegionCode}
          onSearch={setRegionText}
          options={findRegions(regionText, regions, municipalities).map((choice) => ({
            value: choice.region.code,
            label: `${choice.region.code} ${choice.region.name}`,
            description: choice.through.length > 0 ? choice.through.map((municipality) => municipality.name).join(', ') : say('start.region.command', { command: choice.region.command.name }),
          }))}
          isRequired
          error={faults.region}
        />
        <TextField
          id="start-passphrase"
          label={say('start.passphrase')}
          help={say('start.passphrase.help', { minimum: passphraseMinimum })}
          type="password"
          autoComplete="new-password"
          value={passphrase}
          onChange={setPassphrase}
          maxLength={512}
          isRequired
          error={faults.passphrase}
        />
        <StrengthHint passphrase={passphrase} own={[name, region?.name ?? '', ...name.split(/\s+/)]} />
        <TextField id="start-again" label={say('start.again')} type="password" autoComplete="new-password" value={again} onChange={setAgain} maxLength={512} isRequired error={faults.again} />
        <div>
          <Button type="submit" variant="primary">
            {say('start.make')}
          </Button>
        </div>
      </form>
    </DoorPage>
  );
}

function PackProgress(): ReactNode {
  const say = useSay();
  const [step, setStep] = useState<{ done: number; total: number; label: string }>();
  useEvent('job.progress', (progress) => progress.job === 'packs' && setStep(progress));
  return <Progress label={say('start.packs')} {...(step ? { done: step.done, total: step.total, detail: step.label } : {})} />;
}
