/** All requests as they fare: state, what is still to be done, advice beside decision; who counts on what. For the RMC at its table. */
import { type ReactNode, useMemo, useState } from 'react';
import { lifeStates } from '../../../shared/domain/choices.ts';
import type { LifeOverview, LifeRow } from '../../../shared/domain/life.ts';
import { BeginButton } from '../../app/begin-button.tsx';
import { AnnounceDialog } from '../../app/announce-dialog.tsx';
import { FindField } from '../../app/find-field.tsx';
import { adviceTones, decisionTones, differenceTones, stateTone } from '../../app/outcome-tones.ts';
import { passedText } from '../../app/life-words.ts';
import { requestName } from '../../app/request-name.ts';
import { navigate } from '../../app/routes.ts';
import { useShortcut } from '../../app/shortcuts.ts';
import { TaskList } from '../../app/task-list.tsx';
import { useFollowing } from '../../app/use-following.ts';
import { useNow } from '../../app/use-now.ts';
import { useCall } from '../../link/index.ts';
import { type Column, DataTable, EmptyState, ErrorState, type Option, Panel, type Say, ScreenHead, Select, Skeleton, Tag, focusField, useSay } from '../../ui/index.ts';
import { AnnouncementDialog } from './announcement-dialog.tsx';
import { ClaimsPanel } from './claims-panel.tsx';
import styles from './life.module.css';
import { type Shows, filterRows, isUnderWay, oldestTask, rowId, shows } from './overview-rows.ts';

const findField = 'life.find';
const allStates = 'all';

export function LifeOverviewScreen(): ReactNode {
  const say = useSay();
  const overview = useCall('life.overview', {});
  const [announcing, setAnnouncing] = useState(false);
  useFollowing(overview.refresh);
  const announce = { label: say('lifeDesk.announce'), onPress: () => setAnnouncing(true) };
  return (
    <>
      <ScreenHead title={say('lifeDesk.overview')} actions={<BeginButton {...announce} isPlain />} />
      {overview.state === 'loading' && <Skeleton lines={8} />}
      {overview.state === 'error' && <ErrorState error={overview.error} onRetry={overview.refresh} />}
      {overview.state === 'ready' &&
        (overview.value.rows.length === 0 ? (
          <Panel>
            <EmptyState title={say('lifeDesk.empty.title')} actions={<BeginButton {...announce} isSecond />}>
              <p>{say('lifeDesk.empty.text')}</p>
            </EmptyState>
          </Panel>
        ) : (
          <div className={styles.overview}>
            <Figures overview={overview.value} />
            <OverviewTable rows={overview.value.rows} />
            <ClaimsPanel />
          </div>
        ))}
      {announcing && <AnnounceDialog onClose={() => setAnnouncing(false)} />}
    </>
  );
}

function Figures({ overview: { rows, counts } }: { readonly overview: LifeOverview }): ReactNode {
  const say = useSay();
  const { same, partly, differs, negativeGranted } = counts;
  return (
    <ul className={styles.figures}>
      <Figure value={rows.filter((row) => row.requestId !== undefined && isUnderWay(row)).length} label={say('lifeDesk.figureOpen')} />
      <Figure value={rows.reduce((sum, { tasks }) => sum + tasks.length, 0)} label={say('lifeDesk.figureTasks')} />
      <Figure value={say('lifeDesk.figureOf', { count: differs + partly, total: same + partly + differs })} label={say('lifeDesk.figureDiffers')} note={partly > 0 ? say('lifeDesk.figurePartly', { partly }) : undefined} />
      <Figure value={negativeGranted} label={say('lifeDesk.figureNegative')} note={say('lifeDesk.figureSource')} />
    </ul>
  );
}

function Figure({ value, label, note }: { readonly value: string | number; readonly label: string; readonly note?: string | undefined }): ReactNode {
  return (
    <li className={styles.figure}>
      <strong>{value}</strong>
      <span>{label}</span>
      {note !== undefined && <span className={styles.quiet}>{note}</span>}
    </li>
  );
}

function OverviewTable({ rows: all }: { readonly rows: readonly LifeRow[] }): ReactNode {
  const say = useSay();
  const now = useNow();
  const [text, setText] = useState('');
  const [shown, setShown] = useState<Shows>('open');
  const [state, setState] = useState<LifeRow['state']>();
  const [announcement, setAnnouncement] = useState<string>();
  useShortcut({ keys: 'Alt+F', label: say('lifeDesk.find'), run: () => void focusField(findField) });
  const rows = useMemo(() => filterRows(all, { text, shows: shown, state }), [all, text, shown, state]);
  const columns = useMemo(() => columnsFor(say, now), [say, now]);
  const titles = { open: say('lifeDesk.showOpen'), tasks: say('lifeDesk.showTasks'), differs: say('lifeDesk.showDiffers'), all: say('lifeDesk.showAll') };
  /** A state in which nothing is needs no option. */
  const optionOf = (one: LifeRow['state'], count: number): readonly Option[] => (count === 0 ? [] : [{ value: one, label: say('lifeDesk.stateCount', { state: say(`life.state.${one}`), count }) }]);
  const open = (id: string): void => {
    const row = all.find((one) => rowId(one) === id);
    if (row?.requestId !== undefined) navigate({ room: 'request', id: row.requestId, view: 'life' });
    else setAnnouncement(row?.announcementId);
  };
  return (
    <Panel isFlush>
      <div className={styles.find}>
        <FindField id={findField} label={say('lifeDesk.find')} value={text} onFind={setText} />
        <Select label={say('lifeDesk.show')} options={shows.map((one) => ({ value: one, label: titles[one] }))} value={shown} onChange={(next) => setShown(shows.find((one) => one === next) ?? 'open')} />
        <Select
          label={say('lifeDesk.showStates')}
          options={[{ value: allStates, label: say('lifeDesk.allStates') }, ...lifeStates.flatMap((one) => optionOf(one, all.filter((row) => row.state === one).length))]}
          value={state ?? allStates}
          onChange={(next) => setState(lifeStates.find((one) => one === next))}
        />
      </div>
      <DataTable label={say('lifeDesk.overview')} rows={rows} rowId={rowId} rowText={requestName} columns={columns} onOpen={open} initialSort={{ column: 'tasks', direction: 'ascending' }} empty={say('lifeDesk.findNothing')} />
      {announcement !== undefined && <AnnouncementDialog id={announcement} onClose={() => setAnnouncement(undefined)} />}
    </Panel>
  );
}

function columnsFor(say: Say, now: string): readonly Column<LifeRow>[] {
  return [
    {
      id: 'request',
      title: say('lifeDesk.columnRequest'),
      isRowHeader: true,
      width: 'fill',
      sortBy: requestName,
      cell: (row) => (
        <>
          {requestName(row)}
          {requestName(row) !== row.reference && <span className={`${styles.quiet} ${styles.block}`}>{row.reference}</span>}
        </>
      ),
    },
    {
      id: 'state',
      title: say('lifeDesk.columnState'),
      sortBy: ({ state }) => lifeStates.indexOf(state),
      cell: ({ state, since }) => (
        <span className={styles.tags}>
          <Tag tone={stateTone(state)}>{say(`life.state.${state}`)}</Tag>
          {since !== undefined && <span className={styles.quiet}>{say('lifeDesk.since', { passed: passedText(since, now, say) })}</span>}
        </span>
      ),
    },
    { id: 'tasks', title: say('lifeDesk.columnTasks'), width: 'fill', sortBy: oldestTask, cell: ({ tasks }) => <TaskList tasks={tasks} /> },
    {
      id: 'compared',
      title: say('lifeDesk.columnCompared'),
      sortBy: ({ comparison: { differs } }) => ['differs', 'partly', 'same', 'open'].indexOf(differs),
      cell: ({ comparison: { advice, decision, differs } }) => (
        <span className={styles.tags}>
          {advice !== undefined && <Tag tone={adviceTones[advice]}>{`${say('lifeDesk.advice')}: ${say(`advice.outcome.${advice}`)}`}</Tag>}
          {decision !== undefined && <Tag tone={decisionTones[decision]}>{`${say('lifeDesk.decision')}: ${say(`life.kind.${decision}`)}`}</Tag>}
          {differs !== 'open' && (
            <Tag tone={differenceTones[differs]} wraps>
              {say(`life.differs.${differs}`)}
            </Tag>
          )}
        </span>
      ),
    },
  ];
}
