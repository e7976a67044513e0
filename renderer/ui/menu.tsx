/** A button that opens a list of actions. */
import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import { Button, type ButtonProps, IconButton } from './button.tsx';
import { ChevronDownIcon, MoreIcon } from './icons.tsx';
import { classNames } from './class-names.ts';
import styles from './menu.module.css';
import raised from './raised.module.css';
import { Kbd } from './kbd.tsx';

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly kbd?: string;
  readonly isDisabled?: boolean;
  readonly onAction: () => void;
}

export interface MenuProps {
  /** words on the button; its name only when `isIconOnly` */
  readonly label: string;
  readonly actions: readonly MenuAction[];
  readonly isIconOnly?: boolean;
  readonly variant?: ButtonProps['variant'];
  readonly size?: ButtonProps['size'];
}

export function Menu({ label, actions, isIconOnly = false, variant = 'plain', size = 'normal' }: MenuProps): ReactNode {
  return (
    <MenuTrigger>
      {isIconOnly ? (
        <IconButton label={label} icon={<MoreIcon />} variant={variant} size={size} />
      ) : (
        <Button variant={variant} size={size} icon={<ChevronDownIcon />}>
          {label}
        </Button>
      )}
      <MenuPopover>
        <ActionList label={label} actions={actions} />
      </MenuPopover>
    </MenuTrigger>
  );
}

/** What a menu opens, for a button that is not one of ours: stands beside it in a `MenuTrigger`. */
export function MenuPopover({ children }: { readonly children: ReactNode }): ReactNode {
  return <Popover className={classNames(raised['raised'], styles.popover)}>{children}</Popover>;
}

export function ActionList({ label, actions }: { readonly label: string; readonly actions: readonly MenuAction[] }): ReactNode {
  return (
        <AriaMenu aria-label={label} className={styles.menu ?? ''} items={actions} onAction={(id) => actions.find((action) => action.id === id)?.onAction()}>
          {(action) => (
            <MenuItem id={action.id} textValue={action.label} isDisabled={action.isDisabled ?? false} className={styles.item ?? ''}>
              <Text slot="label">{action.label}</Text>
              {action.kbd === undefined ? null : <Kbd>{action.kbd}</Kbd>}
              {action.description === undefined ? null : (
                <Text slot="description" className={styles.description ?? ''}>
                  {action.description}
                </Text>
              )}
            </MenuItem>
          )}
        </AriaMenu>
  );
}
