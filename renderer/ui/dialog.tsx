/** A question or task in front of the screen, with its title and its buttons. */
import type { ReactNode } from 'react';
import { Heading } from 'react-aria-components/Heading';
import { IconButton } from './button.tsx';
import styles from './dialog.module.css';
import { CrossIcon } from './icons.tsx';
import { Overlay, type OverlayProps } from './overlay.tsx';
import { useSay } from './say.ts';

export interface DialogProps extends Pick<OverlayProps, 'isOpen' | 'onClose' | 'children' | 'size' | 'role'> {
  readonly title: string;
  /** buttons, the main one last */
  readonly footer?: ReactNode;
}

export function Dialog({ title, isOpen, onClose, children, footer, size = 'normal', role = 'dialog' }: DialogProps): ReactNode {
  const say = useSay();
  return (
    <Overlay isOpen={isOpen} onClose={onClose} size={size} role={role}>
      <header className={styles.head}>
        <Heading slot="title" level={2}>
          {title}
        </Heading>
        <IconButton label={say('frame.ui.close')} icon={<CrossIcon />} variant="quiet" size="small" onPress={onClose} />
      </header>
      <div className={styles.body}>{children}</div>
      {footer === undefined ? null : <footer className={styles.foot}>{footer}</footer>}
    </Overlay>
  );
}
