/** Buttons. `primary` once a screen, `plain` for the rest, `quiet` inside dense rows. */
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import styles from './button.module.css';
import { classNames } from './class-names.ts';
import { Kbd } from './kbd.tsx';

export type ButtonVariant = 'primary' | 'plain' | 'quiet';

export interface ButtonProps extends Pick<AriaButtonProps, 'onPress' | 'isDisabled' | 'isPending' | 'type' | 'autoFocus' | 'id' | 'aria-describedby' | 'aria-expanded' | 'aria-haspopup' | 'aria-pressed' | 'aria-controls' | 'slot' | 'form'> {
  readonly children: ReactNode;
  readonly variant?: ButtonVariant;
  readonly size?: 'small' | 'normal';
  readonly icon?: ReactNode;
  /** the shortcut that does the same, `Ctrl E`; shown, not bound */
  readonly kbd?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({ children, variant = 'plain', size = 'normal', icon, kbd, ...rest }: ButtonProps): ReactNode {
  return (
    <AriaButton {...rest} className={classNames(styles.button, styles[variant], size === 'small' && styles.small)}>
      {icon}
      <span>{children}</span>
      {kbd === undefined ? null : <Kbd>{kbd}</Kbd>}
    </AriaButton>
  );
}

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon' | 'kbd'> {
  /** what it does: its accessible name and its tooltip */
  readonly label: string;
  readonly icon: ReactNode;
}

export function IconButton({ label, icon, variant = 'plain', size = 'normal', ...rest }: IconButtonProps): ReactNode {
  return (
    <AriaButton {...rest} aria-label={label} className={classNames(styles.button, styles[variant], styles.iconOnly, size === 'small' && styles.small)}>
      {icon}
      <span aria-hidden="true" className={styles.tip}>
        {label}
      </span>
    </AriaButton>
  );
}
