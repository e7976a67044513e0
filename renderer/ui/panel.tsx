/** The white sheet that holds a part of a screen; a region for screen readers when it has a title. */
import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import styles from './panel.module.css';

export interface PanelProps {
  readonly children: ReactNode;
  readonly title?: string | undefined;
  /** rank of the title in the page; 2 by default */
  readonly level?: 2 | 3;
  /** at the right of the title: a tag, a count, a button */
  readonly aside?: ReactNode;
  /** no space inside, for a table that reaches the edges */
  readonly isFlush?: boolean;
  /** takes the height that is left and scrolls inside; 'byKeyboard' where nothing in it takes the keyboard */
  readonly scrolls?: boolean | 'byKeyboard';
  readonly id?: string;
}

export function Panel({ children, title, level = 2, aside, isFlush = false, scrolls = false, id }: PanelProps): ReactNode {
  const titleId = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  const frame = classNames(styles.panel, isFlush && styles.flush, scrolls !== false && styles.scrolls);
  const named = { ...(id === undefined ? {} : { id }), ...(scrolls === 'byKeyboard' ? { tabIndex: 0 } : {}) };
  if (title === undefined) return <div {...named} className={frame}>{children}</div>;
  return (
    <section {...named} className={frame} aria-labelledby={titleId}>
      <header className={styles.head}>
        <Heading id={titleId}>{title}</Heading>
        {aside}
      </header>
      {children}
    </section>
  );
}
