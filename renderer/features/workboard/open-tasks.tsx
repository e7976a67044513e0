/** What is still to be done with requests that are under way: paper that must follow, receipts, decisions, settlements. */
import type { ReactNode } from 'react';
import type { LifeRow } from '../../../shared/domain/life.ts';
import { useFormat } from '../../app/language/index.ts';
import { stateTone } from '../../app/outcome-tones.ts';
import { requestName } from '../../app/request-name.ts';
import { href } from '../../app/routes.ts';
import { TaskList } from '../../app/task-list.tsx';
import { useFollowing } from '../../app/use-following.ts';
import { useCall } from '../../link/index.ts';
import { ErrorState, Panel, Tag, useSay } from '../../ui/index.ts';
import styles from './workboard.module.css';

const rowsShown = 6;
const oldest = ({ tasks }: LifeRow): string => tasks.map(({ since }) => since).toSorted()[0] ?? '';

/** Nothing where nothing is to be done. */
export function OpenTasks(): ReactNode {
  const say = useSay();
  const format = useFormat();
  const overview = useCall('life.overview', {});
  useFollowing(overview.refresh);
  if (overview.state === 'error') return <ErrorState error={overview.error} onRetry={overview.refresh} />;
  const rows = overview.state === 'ready' ? overview.value.rows.filter(({ tasks }) => tasks.length > 0).toSorted((one, other) => oldest(one).localeCompare(oldest(other))) : [];
  if (rows.length === 0) return null;
  return (
    <Panel title={say('lifeDesk.tasks')} aside={<Tag tone="warn">{format.number(rows.reduce((sum, { tasks }) => sum + tasks.length, 0))}</Tag>}>
      <ul className={styles.items}>
        {rows.slice(0, rowsShown).map((row) => (
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
