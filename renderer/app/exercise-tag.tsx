/** On everything that a pack of the exercise says: it is exercise material, and from which pack it comes. Nothing on what is installed. */
import type { ReactNode } from 'react';
import type { PackKind } from '../../shared/domain/pack.ts';
import { Banner, Tag, useBilingual } from '../ui/index.ts';
import { useSay } from './language/index.ts';
import { useReference, useSession } from './session.ts';

export interface ExerciseTagProps {
  readonly kind: PackKind;
  readonly id: string;
}

export function ExerciseTag({ kind, id }: ExerciseTagProps): ReactNode {
  const say = useSay();
  const { exercisePackOf } = useReference();
  return exercisePackOf(kind, id) ? <Tag tone="warn">{say('document.exercise')}</Tag> : null;
}

/** The same where one entry is read in full. */
export function ExerciseBanner({ kind, id }: ExerciseTagProps): ReactNode {
  const say = useSay();
  const bilingual = useBilingual();
  const { exercisePackOf } = useReference();
  const view = useSession((state) => state.view);
  const pack = exercisePackOf(kind, id);
  if (!pack || view.kind !== 'exercise') return null;
  return (
    <Banner tone="warn" title={say('exercise.ofPack', { pack: bilingual(pack.title), at: pack.at })}>
      <p>{say(pack.added.includes(id) ? 'exercise.ofPackAdded' : 'exercise.ofPackInstead', { name: view.name })}</p>
    </Banner>
  );
}
