/** What is still to be done with requests that are under way: paper that must follow, receipts, decisions, settlements. */
import type { ReactNode } from 'react';
import { useFormat } from '../../app/language/index.ts';
import { stateTone } from '../../app/outcome-tones.ts';
import { requestName } from '../../app/request-name.ts';
import { href } from '../../app/routes.ts';
import { TaskList } from '../../app/task-list.tsx';
import { useFollowing } from '../../app/use-following.ts';
import { useCall } from '../../link/index.ts';
import { ErrorState, Panel, Tag, useSay } from '../../ui/index.ts';
import styles from './workboard.module.css';

/** The oldest. */
const rowsShown = 6;

/** Nothing where nothing is to be done. */
export function OpenTasks(): ReactNode {
  const say = useSay();
  const format = useFormat();
  const overview = useCall('life.overview', { shows: 'tasks', sort: 'tasks', direction: 'ascending', limit: rowsShown });
  useFollowing(overview.refresh);
  if (overview.state === 'error') return <ErrorState error={overview.error} onRetry={overview.refresh} />;
  if (overview.state === 'loading' || overview.value.total === 0) return null;
  const { rows, figures } = overview.value;
  return (
    <Panel title={say('lifeDesk.tasks')} aside={<Tag tone="warn">{format.number(figures.tasks)}</Tag>}>
      <ul className={styles.items}>
        {rows.map((row) => (
          <li key={row.requestId ?? row.announcementId} className={styles.item}>
            <a className={styles.title} href={href(row.requestId === undefined ? { room: 'life' } : { room: 'request', id: row.requestId, view: 'life' })}>
              {requestName(row)}
            </a>
            <span className={styles.quiet}>
              {row.reference} <Tag tone={stateTone(row.state)}>{say(`life.state.${row.state}`)}</Tag>
            </span>
            <TaskList tasks={row.tasks} />
          </li>
        ))}
      </ul>
      <a href={href({ room: 'life' })}>{say('lifeDesk.allLife')}</a>
    </Panel>
  );
}
