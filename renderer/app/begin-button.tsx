/** Starts something new, where this view may write. The one main button of its screen; beside words that say to do so, a plain one. */
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { PlusIcon } from '../ui/icons.tsx';
import { useReadOnlyView } from './read-only.tsx';

export interface BeginButtonProps {
  readonly label: string;
  readonly onPress: () => void;
  /** in an empty view, while the main button stands in the head */
  readonly isSecond?: boolean;
}

export function BeginButton({ label, onPress, isSecond = false }: BeginButtonProps): ReactNode {
  if (useReadOnlyView() !== undefined) return null;
  return (
    <Button variant={isSecond ? 'plain' : 'primary'} icon={<PlusIcon />} aria-haspopup="dialog" onPress={onPress}>
      {label}
    </Button>
  );
}
