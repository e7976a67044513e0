/** In an exercise: follows its script and tells of the injects that appear, on whatever screen one is. */
import { useEffect, useEffectEvent } from 'react';
import type { ShownInject } from '../../shared/domain/exercise-script.ts';
import { notify } from '../ui/live.tsx';
import { useSay } from './language/index.ts';
import { followScript } from './script-state.ts';

/** Enough to know it by, characters. */
const excerpt = 120;

export function ScriptFollower(): null {
  const say = useSay();
  const arrived = useEffectEvent((injects: readonly [ShownInject, ...ShownInject[]]) => {
    const [{ from, text }] = injects;
    const one = say('exercise.arrived', { from, text: text.length > excerpt ? `${text.slice(0, excerpt)}…` : text });
    notify({ tone: 'info', text: injects.length === 1 ? one : say('exercise.arrivedMany', { count: injects.length }) });
  });
  useEffect(() => followScript((injects) => arrived(injects)), []);
  return null;
}
