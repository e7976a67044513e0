/** The columns of a room: what one chooses from, the work itself, and what belongs beside it. Fills the screen; each column scrolls by itself. */
import type { ReactNode, Ref } from 'react';
import { classNames } from './class-names.ts';
import styles from './room.module.css';

export interface RoomProps {
  /** one element: the work itself */
  readonly children: ReactNode;
  /** a narrow column at the left: parts or kinds to choose from; a row above where the room is narrow */
  readonly index?: ReactNode;
  /** a broad column at the left: the things themselves to choose from */
  readonly lead?: ReactNode;
  /** a column at the right: what goes with the work */
  readonly aside?: ReactNode;
  /** a list of remarks, the detail of what was chosen, something to read while working, or as much as the work itself */
  readonly asideWidth?: 'narrow' | 'wide' | 'reading' | 'half';
}

export function Room({ children, index, lead, aside, asideWidth = 'wide' }: RoomProps): ReactNode {
  return (
    <div className={styles.frame}>
      <div className={classNames(styles.columns, index !== undefined && styles.index, lead !== undefined && styles.lead, aside !== undefined && styles.aside, aside !== undefined && styles[asideWidth])}>
        {index}
        {lead}
        {children}
        {aside}
      </div>
    </div>
  );
}

/** Several panels under each other in one column of a room. With a `label` it takes the keyboard itself: for a column that holds little that does. */
export function RoomStack({ children, label }: { readonly children: ReactNode; readonly label?: string }): ReactNode {
  if (label === undefined) return <div className={styles.stack}>{children}</div>;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached to be scrolled
    <section aria-label={label} tabIndex={0} className={styles.stack}>
      {children}
    </section>
  );
}

/** The work where one part of it is shown at a time; `ref` for moving the keyboard into it. */
export function RoomForm({ children, ref }: { readonly children: ReactNode; readonly ref?: Ref<HTMLDivElement> }): ReactNode {
  return (
    <div ref={ref} className={styles.form}>
      {children}
    </div>
  );
}
