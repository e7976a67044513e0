/** Takes one capability into the comparison; a fifth cannot come along. */
import type { ReactNode } from 'react';
import { Checkbox, useSay } from '../../ui/index.ts';
import { most } from './compare.ts';
import { usePicks } from './picks.ts';

export function PickBox({ id, name }: { readonly id: string; readonly name: string }): ReactNode {
  const say = useSay();
  const { picked, pick } = usePicks();
  const isPicked = picked.includes(id);
  return <Checkbox isLabelHidden label={say('catalogue.pick', { name })} value={isPicked} isDisabled={!isPicked && picked.length >= most} onChange={(takes) => pick(id, takes)} />;
}
