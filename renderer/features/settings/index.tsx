/** How this window speaks, looks and locks; whose post it is; what it is made of. Every setting works at once. */
import type { ReactNode } from 'react';
import type { Preferences } from '../../../shared/domain/post.ts';
import { useFormat, useSay } from '../../app/language/index.ts';
import { setPreferences, useIdentity, useReference, useSession } from '../../app/session.ts';
import { useCall } from '../../link/index.ts';
import { ErrorState, Facts, Panel, RadioGroup, ScreenHead, Select, Skeleton, errorWords, notify } from '../../ui/index.ts';
import styles from './settings.module.css';

const themes = ['system', 'light', 'dark', 'night'] as const;
const locales = ['nl', 'en'] as const;
const idleChoices = [0, 5, 10, 15, 30, 60, 120];

export function SettingsScreen(): ReactNode {
  const say = useSay();
  const preferences = useSession((state) => state.preferences);

  const change = async (part: Partial<Preferences>): Promise<void> => {
    const result = await setPreferences(part);
    if (!result.ok) notify({ tone: 'error', text: errorWords(result.error, say).happened });
  };

  return (
    <>
      <ScreenHead title={say('settings.title')} />
      <div className={styles.columns}>
        {preferences && (
          <Panel title={say('settings.window')}>
            <RadioGroup
              label={say('settings.language')}
              orientation="horizontal"
              value={preferences.locale}
              onChange={(value) => void change({ locale: locales.find((known) => known === value) ?? 'nl' })}
              options={locales.map((value) => ({ value, label: say(`settings.language.${value}`) }))}
            />
            <RadioGroup
              label={say('settings.theme')}
              value={preferences.theme}
              onChange={(value) => void change({ theme: themes.find((known) => known === value) ?? 'system' })}
              options={themes.map((value) => ({ value, label: say(`settings.theme.${value}`), description: say(`settings.theme.${value}.help`) }))}
            />
            <IdleLock minutes={preferences.idleLockMinutes} onChange={(idleLockMinutes) => void change({ idleLockMinutes })} />
          </Panel>
        )}
        <div className={styles.stack}>
          <ThisPost />
          <About />
        </div>
      </div>
    </>
  );
}

function IdleLock({ minutes, onChange }: { readonly minutes: number; readonly onChange: (minutes: number) => void }): ReactNode {
  const say = useSay();
  const choices = idleChoices.includes(minutes) ? idleChoices : [...idleChoices, minutes].sort((one, other) => one - other);
  return (
    <div className={styles.narrow}>
      <Select
        label={say('settings.idle')}
        help={say('settings.idle.help')}
        value={String(minutes)}
        onChange={(value) => onChange(Number(value ?? minutes))}
        options={choices.map((choice) => ({ value: String(choice), label: choice === 0 ? say('settings.idle.never') : say('settings.idle.minutes', { minutes: choice }) }))}
      />
    </div>
  );
}

function ThisPost(): ReactNode {
  const say = useSay();
  const identity = useIdentity();
  const { regionByCode } = useReference();
  const fingerprint = useSession((state) => state.fingerprint);
  const region = regionByCode.get(identity.regionCode);
  return (
    <Panel title={say('settings.post')}>
      <Facts
        rows={[
          { label: say('settings.post.name'), value: identity.name },
          { label: say('settings.post.function'), value: say(`frame.function.${identity.function}`) },
          { label: say('settings.post.region'), value: `${identity.regionCode} ${region?.name ?? ''}` },
          ...(region ? [{ label: say('settings.post.command'), value: `${region.command.name}, ${region.command.brigade}, ${region.command.seat}` }] : []),
          ...(fingerprint === undefined ? [] : [{ label: say('settings.post.fingerprint'), value: <code className={styles.code}>{fingerprint}</code>, source: say('settings.post.fingerprint.help') }]),
        ]}
      />
    </Panel>
  );
}

function About(): ReactNode {
  const say = useSay();
  const { number } = useFormat();
  const info = useCall('app.info', {});
  const restarts = useSession((state) => state.store.restarts);
  return (
    <Panel title={say('settings.about')}>
      {info.state === 'loading' && <Skeleton lines={4} />}
      {info.state === 'error' && <ErrorState error={info.error} onRetry={info.refresh} />}
      {info.state === 'ready' && (
        <Facts
          rows={[
            { label: 'Steunpunt', value: info.value.version },
            { label: 'Electron', value: info.value.electron },
            { label: 'Chromium', value: info.value.chromium },
            { label: 'Node.js', value: info.value.node },
            { label: say('settings.about.restarts'), value: number(restarts) },
            { label: say('settings.about.licence'), value: 'EUPL-1.2' },
            { label: say('settings.about.font'), value: 'Source Sans 3, SIL Open Font License 1.1' },
          ]}
        />
      )}
    </Panel>
  );
}
