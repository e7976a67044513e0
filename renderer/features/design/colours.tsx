/** The grounds of the theme with the text that stands on them. */
import type { ReactNode } from 'react';
import { classNames } from '../../ui/index.ts';
import tones from '../../ui/tag.module.css';
import styles from './design.module.css';

const grounds = ['bg', 'panel', 'selected', 'primary', 'bar', 'ok', 'warn', 'bad', 'info', 'exercise', 'highlight'] as const;

export function Colours(): ReactNode {
  return (
    <ul className={styles.colours}>
      {grounds.map((ground) => (
        <li key={ground} className={classNames(styles.colour, styles[ground] ?? tones[ground])}>
          {ground}
        </li>
      ))}
    </ul>
  );
}
