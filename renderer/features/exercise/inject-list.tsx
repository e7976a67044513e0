/** The injects and the packs that count: what has appeared, newest first, then for exercise control what is still to come. */
import { type ReactNode, useState } from 'react';
import type { CallInput, CallName, CallOutput } from '../../../shared/contract.ts';
import type { ScriptState, ShownInject, ShownPack } from '../../../shared/domain/exercise-script.ts';
import type { CallError } from '../../../shared/errors.ts';
import { href } from '../../app/routes.ts';
import { showScript } from '../../app/script-state.ts';
import { link } from '../../link/index.ts';
import { Button, ErrorState, Panel, Tag, classNames, useAppLocale, useSay } from '../../ui/index.ts';
import styles from './exercise.module.css';
import { PackRow } from './pack-row.tsx';

export interface InjectListProps {
  readonly script: ScriptState;
  readonly directs: boolean;
  readonly writes: boolean;
}

type Acting = { [N in CallName]: CallOutput<N> extends ScriptState ? N : never }[CallName];

export function InjectList({ script, directs, writes }: InjectListProps): ReactNode {
  const say = useSay();
  const locale = useAppLocale();
  const [error, setError] = useState<CallError>();
  const act = async <N extends Acting>(name: N, input: CallInput<N>): Promise<void> => {
    setError(undefined);
    const done = await link.call(name, input);
    if (done.ok) showScript(done.value as ScriptState);
    else setError(done.error);
  };
  // a pack counts before what is said of it
  const all = [...script.packs, ...script.injects].toSorted((one, other) => one.minutes - other.minutes);
  const there = all.filter(({ hasAppeared }) => hasAppeared).toReversed();
  const toCome = all.filter(({ hasAppeared }) => !hasAppeared);
  const appeared = script.injects.filter(({ hasAppeared }) => hasAppeared).length;
  const { dossierId } = script;
  const row = (inject: ShownInject | ShownPack): ReactNode => {
    const release = directs && !inject.hasAppeared ? { onRelease: () => act('exercise.direct', { kind: 'release', inject: inject.id }) } : {};
    if ('hash' in inject) return <PackRow key={inject.id} pack={inject} {...release} />;
    return (
      <InjectRow
        key={inject.id}
        inject={inject}
        {...release}
        {...(writes && inject.hasAppeared && !inject.taken && dossierId !== undefined ? { onTake: () => act('exercise.take', { inject: inject.id, dossierId, locale }) } : {})}
      />
    );
  };
  return (
    <Panel title={say('exercise.inbox')} aside={<Tag isPlain>{say('exercise.inboxCount', { there: appeared, total: script.total })}</Tag>} scrolls>
      {error && <ErrorState error={error} />}
      {there.length === 0 && <p>{say('exercise.inboxEmpty')}</p>}
      {there.length > 0 && <ol className={styles.injects}>{there.map(row)}</ol>}
      {toCome.length > 0 && (
        <>
          <h3 className={styles.heading}>{say('exercise.toCome')}</h3>
          <ol className={styles.injects}>{toCome.map(row)}</ol>
        </>
      )}
    </Panel>
  );
}

interface InjectRowProps {
  readonly inject: ShownInject;
  readonly onRelease?: () => Promise<void>;
  readonly onTake?: () => Promise<void>;
}

function InjectRow({ inject, onRelease, onTake }: InjectRowProps): ReactNode {
  const say = useSay();
  const { at, kind, from, to, text, released, hasAppeared, taken } = inject;
  return (
    <li className={classNames(styles.inject, !hasAppeared && styles.later)}>
      <span className={styles.time}>{at}</span>
      <div className={styles.body}>
        <p className={styles.from}>
          <Tag isPlain>{say(`exercise.kind.${kind}`)}</Tag> {say('exercise.fromTo', { from, to })}
        </p>
        <p className={styles.text}>{text}</p>
        <p className={styles.under}>
          {released && <Tag isPlain>{say('exercise.released')}</Tag>}
          {taken && (
            <>
              <Tag tone="ok">{say('exercise.taken', { post: taken.by.post })}</Tag> <a href={href({ room: 'dossier', id: taken.dossierId })}>{say('exercise.takenOpen')}</a>
            </>
          )}
          {onTake && (
            <Button size="small" onPress={() => void onTake()}>
              {say('exercise.take')}
              <span className="visually-hidden"> {at}</span>
            </Button>
          )}
          {onRelease && (
            <Button size="small" onPress={() => void onRelease()}>
              {say('exercise.release')}
              <span className="visually-hidden"> {at}</span>
            </Button>
          )}
        </p>
      </div>
    </li>
  );
}
