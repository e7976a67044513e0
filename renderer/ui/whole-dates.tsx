/** A text in which no date is broken over two lines: a browser breaks 15-07-2025 after a hyphen. */
import { Fragment, type ReactNode } from 'react';
import styles from './whole-dates.module.css';

const dates = /(\d{2}-\d{2}-\d{4})/;

export function WholeDates({ children: text }: { readonly children: string }): ReactNode {
  // every second part is a date; what is the same twice in a text stands at another place in it
  return text.split(dates).map((part, place) =>
    place % 2 === 1 ? (
      <span key={`${place} ${part}`} className={styles.date}>
        {part}
      </span>
    ) : (
      <Fragment key={`${place} ${part}`}>{part}</Fragment>
    ),
  );
}
