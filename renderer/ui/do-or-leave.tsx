/** The foot of a dialog that does something: one button leaves all as it is, the main one does it. */
import type { ReactNode } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import { useSay } from './say.ts';

export interface DoOrLeaveProps extends Pick<ButtonProps, 'onPress' | 'isPending' | 'isDisabled'> {
  readonly doLabel: string;
  readonly onLeave: () => void;
  /** the id of the form that the main button sends, instead of `onPress` */
  readonly form?: string;
}

export function DoOrLeave({ doLabel, onLeave, form, ...main }: DoOrLeaveProps): ReactNode {
  const say = useSay();
  return (
    <>
      <Button onPress={onLeave}>{say('frame.ui.leave')}</Button>
      <Button variant="primary" {...(form !== undefined && { type: 'submit', form })} {...main}>
        {doLabel}
      </Button>
    </>
  );
}
