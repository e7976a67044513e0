/** In an exercise: follows its script and tells of the injects that appear and the packs that begin to count, on whatever screen one is. */
import { useEffect, useEffectEvent } from 'react';
import type { ShownInject, ShownPack } from '../../shared/domain/exercise-script.ts';
import { notify } from '../ui/live.tsx';
import { useBilingual, useSay } from './language/index.ts';
import { followScript } from './script-state.ts';

/** Enough to know it by, characters. */
const excerpt = 120;

export function ScriptFollower(): null {
  const say = useSay();
  const bilingual = useBilingual();
  const arrived = useEffectEvent((injects: readonly [ShownInject, ...ShownInject[]]) => {
    const [{ from, text }] = injects;
    const one = say('exercise.arrived', { from, text: text.length > excerpt ? `${text.slice(0, excerpt)}…` : text });
    notify({ tone: 'info', text: injects.length === 1 ? one : say('exercise.arrivedMany', { count: injects.length }) });
  });
  const counts = useEffectEvent((packs: readonly [ShownPack, ...ShownPack[]]) => {
    for (const { title, trouble } of packs) notify(trouble === undefined ? { tone: 'info', text: say('exercise.packCounts', { pack: bilingual(title) }) } : { tone: 'error', text: say('exercise.packTroubleShort', { pack: bilingual(title) }) });
  });
  useEffect(() => followScript({ onArrived: (injects) => arrived(injects), onCounts: (packs) => counts(packs) }), []);
  return null;
}
