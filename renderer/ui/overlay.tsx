/** What lies in front of the screen: a dialog in its middle, or the palette at its top. Escape closes it; focus goes in and comes back. */
import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { classNames } from './class-names.ts';
import styles from './overlay.module.css';

export interface OverlayProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly size?: 'normal' | 'wide' | 'full';
  /** 'top': what is typed in stays in its place while the list under it grows */
  readonly place?: 'middle' | 'top';
  /** 'alertdialog' interrupts: for a question that must be answered; a press beside it does not close it */
  readonly role?: 'dialog' | 'alertdialog';
  /** its name, where no heading inside has the slot `title` */
  readonly label?: string;
}

export function Overlay({ isOpen, onClose, children, size = 'normal', place = 'middle', role = 'dialog', label }: OverlayProps): ReactNode {
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={(open) => open || onClose()} isDismissable={role === 'dialog'} className={classNames(styles.overlay, styles[place])}>
      <Modal className={classNames(styles.modal, styles[size])}>
        <AriaDialog role={role} {...(label === undefined ? {} : { 'aria-label': label })} className={styles.dialog ?? ''}>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
