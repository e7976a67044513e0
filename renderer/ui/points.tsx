/** What holds, point by point: before a question that is not easily taken back, and once more after it. */
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import flow from './flow.module.css';
import styles from './points.module.css';

export function Points({ children: points }: { readonly children: readonly string[] }): ReactNode {
  return (
    <ul className={classNames(flow.tight, styles.points)}>
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  );
}
