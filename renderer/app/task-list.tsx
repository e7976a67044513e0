/** What is still to be done with a request, counting up. */
import type { ReactNode } from 'react';
import type { LifeTask } from '../../shared/domain/life.ts';
import { WarnIcon } from '../ui/icons.tsx';
import { useSay } from './language/index.ts';
import { taskText } from './life-words.ts';
import styles from './task-list.module.css';
import { useNow } from './use-now.ts';

export function TaskList({ tasks }: { readonly tasks: readonly LifeTask[] }): ReactNode {
  const say = useSay();
  const now = useNow();
  return (
    <ul className={styles.tasks}>
      {tasks.map((task) => (
        <li key={task.kind}>
          <WarnIcon size={14} />
          <span>
            {taskText(task, now, say)}
            {task.source !== undefined && <span className={styles.source}>{task.source}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
