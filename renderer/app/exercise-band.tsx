/** OEFENING above everything, on every screen of an exercise. */
import type { ReactNode } from 'react';
import styles from './exercise-band.module.css';
import { useSay } from './language/index.ts';
import { useSession } from './session.ts';

export function ExerciseBand(): ReactNode {
  const say = useSay();
  const view = useSession((state) => state.view);
  if (view.kind !== 'exercise') return null;
  const word = say('document.exercise');
  return (
    <section className={styles.band} aria-label={say(view.frozen ? 'exercise.bandFrozen' : 'exercise.band', { name: view.name })}>
      <span aria-hidden="true">
        {word} {view.frozen ? say('exercise.frozenWord') : word} {word}
      </span>
    </section>
  );
}
