/** Into an exercise and out of it again: what is worked in is one exercise or everything operational, never both. */
import type { ReactNode } from 'react';
import { navigate } from '../../app/routes.ts';
import { link, useCall, useEvent } from '../../link/index.ts';
import { Button, errorWords, notify, useSay } from '../../ui/index.ts';

export function EnterButton({ spaceId }: { readonly spaceId: string }): ReactNode {
  const say = useSay();
  const view = useCall('space.view', {});
  useEvent('space.viewChanged', view.refresh);
  if (view.state !== 'ready') return null;
  const inView = view.value.view;
  const isInside = inView.kind === 'exercise' && inView.id === spaceId;
  const go = async (): Promise<void> => {
    const entered = await link.call('space.enter', { id: isInside ? null : spaceId });
    if (entered.ok) navigate({ room: 'workboard' });
    else notify({ tone: 'error', text: errorWords(entered.error, say).happened });
  };
  return <Button onPress={() => void go()}>{say(isInside ? 'spaces.exercise.leave' : 'spaces.exercise.enter')}</Button>;
}
