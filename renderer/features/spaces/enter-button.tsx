/** Into an exercise and out of it again: what is worked in is one exercise or everything operational, never both. */
import type { ReactNode } from 'react';
import { useSession } from '../../app/session.ts';
import { enterView } from '../../app/views.ts';
import { Button, useSay } from '../../ui/index.ts';

export function EnterButton({ spaceId }: { readonly spaceId: string }): ReactNode {
  const say = useSay();
  const view = useSession((state) => state.view);
  const isInside = view.kind === 'exercise' && view.id === spaceId;
  return <Button onPress={() => void enterView(isInside ? null : spaceId, say)}>{say(isInside ? 'spaces.exercise.leave' : 'spaces.exercise.enter')}</Button>;
}
