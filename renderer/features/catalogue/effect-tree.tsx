/** The main effects; under the chosen one the narrower ones. */
import { type ReactNode, useMemo } from 'react';
import type { Effect } from '../../../shared/domain/capability.ts';
import { useReference } from '../../app/session.ts';
import { classNames, useBilingual, useSay } from '../../ui/index.ts';
import entries from '../../ui/entries.module.css';
import styles from './catalogue.module.css';
import { countsByEffect } from './filter.ts';

export interface EffectTreeProps {
  /** undefined is all of them */
  readonly chosen: string | undefined;
  readonly onChoose: (effect: string | undefined) => void;
}

export function EffectTree({ chosen, onChoose }: EffectTreeProps): ReactNode {
  const say = useSay();
  const { capabilities, effects, effectById } = useReference();
  const counts = useMemo(() => countsByEffect(capabilities, effectById), [capabilities, effectById]);
  const open = chosen === undefined ? undefined : (effectById.get(chosen)?.broader ?? chosen);
  const choices = (list: readonly Effect[]): ReactNode =>
    list.map((effect) => {
      const narrower = effect.id === open ? effects.filter((one) => one.broader === effect.id) : [];
      return (
        <li key={effect.id}>
          <Choice effect={effect} count={counts.get(effect.id) ?? 0} isChosen={effect.id === chosen} onChoose={onChoose} />
          {narrower.length > 0 && <ul className={classNames(styles.effects, styles.narrower)}>{choices(narrower)}</ul>}
        </li>
      );
    });
  return (
    <ul className={styles.effects}>
      <li>
        <Choice effect={undefined} label={say('catalogue.allEffects')} count={capabilities.length} isChosen={chosen === undefined} onChoose={onChoose} />
      </li>
      {choices(effects.filter((effect) => effect.broader === undefined))}
    </ul>
  );
}

interface ChoiceProps {
  readonly effect: Effect | undefined;
  readonly label?: string;
  readonly count: number;
  readonly isChosen: boolean;
  readonly onChoose: (effect: string | undefined) => void;
}

function Choice({ effect, label = '', count, isChosen, onChoose }: ChoiceProps): ReactNode {
  const bilingual = useBilingual();
  return (
    <button type="button" className={classNames(entries.entry, styles.effect, isChosen && entries.chosen)} aria-pressed={isChosen} onClick={() => onChoose(effect?.id)}>
      <span>{effect ? bilingual(effect.title) : label}</span>
      <span className={styles.number}>{count}</span>
    </button>
  );
}
