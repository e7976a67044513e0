/** Starts something new. The one main button of its screen; beside words that say to do so, a plain one. Where nothing new can be made, the sentence why. */
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { PlusIcon } from '../ui/icons.tsx';
import { ReadOnlyWhy, useNothingNew } from './read-only.tsx';

export interface BeginButtonProps {
  readonly label: string;
  readonly onPress: () => void;
  /** in an empty view, while the main button stands in the head, which says why there is none */
  readonly isSecond?: boolean;
  /** not what its screen is for */
  readonly isPlain?: boolean;
}

export function BeginButton({ label, onPress, isSecond = false, isPlain = isSecond }: BeginButtonProps): ReactNode {
  const why = useNothingNew();
  if (why !== undefined) return isSecond ? null : <ReadOnlyWhy why={why} />;
  return (
    <Button variant={isPlain ? 'plain' : 'primary'} icon={<PlusIcon />} aria-haspopup="dialog" onPress={onPress}>
      {label}
    </Button>
  );
}
