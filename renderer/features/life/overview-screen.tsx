/** All requests as they fare: state, what is still to be done, advice beside decision; who counts on what. For the RMC at its table. */
import { type ReactNode, memo, useCallback, useMemo, useState } from 'react';
import { lifeStates } from '../../../shared/domain/choices.ts';
import type { LifeRow, LifeState } from '../../../shared/domain/life.ts';
import { lifeShown } from '../../../shared/domain/choices.ts';
import type { LifePage } from '../../../shared/domain/listing.ts';
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
import { type Column, DataTable, EmptyState, ErrorState, type Option, Panel, type Say, ScreenHead, Select, Skeleton, type TableSort, Tag, focusField, useSay } from '../../ui/index.ts';
import { AnnouncementDialog } from './announcement-dialog.tsx';
import { ClaimsPanel } from './claims-panel.tsx';
import flow from '../../ui/flow.module.css';
import styles from './life.module.css';

const findField = 'life.find';
const allStates = 'all';
const rowsAtATime = 25;
/** the columns of the table and what the store orders by */
const orders = { request: 'title', state: 'state', tasks: 'tasks', compared: 'compared' } as const;
const isOrdered = (column: string): column is keyof typeof orders => column in orders;

interface Asked {
  readonly find: string;
  readonly shows: (typeof lifeShown)[number];
  readonly state: LifeState | undefined;
  readonly from: number;
  readonly sort: TableSort;
}

const rowId = ({ requestId, announcementId }: LifeRow): string => requestId ?? announcementId ?? '';

export function LifeOverviewScreen(): ReactNode {
  const say = useSay();
  const [asked, setAsked] = useState<Asked>({ find: '', shows: 'open', state: undefined, from: 0, sort: { column: 'tasks', direction: 'ascending' } });
  const { find, shows, state, from } = asked;
  const { column, direction } = asked.sort;
  const overview = useCall(
    'life.overview',
    { find, shows, from, limit: rowsAtATime, direction, ...(state === undefined ? {} : { state }), ...(isOrdered(column) ? { sort: orders[column] } : {}) },
    { keepsLast: true },
  );
  const [announcing, setAnnouncing] = useState(false);
  useFollowing(overview.refresh);
  const ask = useCallback((change: Partial<Asked>) => setAsked((before) => ({ ...before, from: 0, ...change })), []);
  const announce = { label: say('lifeDesk.announce'), onPress: () => setAnnouncing(true) };
  return (
    <>
      <ScreenHead title={say('lifeDesk.overview')} actions={<BeginButton {...announce} isPlain />} />
      {overview.state === 'loading' && <Skeleton lines={8} />}
      {overview.state === 'error' && <ErrorState error={overview.error} onRetry={overview.refresh} />}
      {overview.state === 'ready' &&
        (overview.value.states.length === 0 ? (
          <Panel>
            <EmptyState title={say('lifeDesk.empty.title')} actions={<BeginButton {...announce} isSecond />}>
              <p>{say('lifeDesk.empty.text')}</p>
            </EmptyState>
          </Panel>
        ) : (
          <div className={flow.stack}>
            <Figures figures={overview.value.figures} />
            <Panel isFlush>
              <Choices asked={asked} states={overview.value.states} onAsk={ask} />
              <OverviewTable page={overview.value} from={from} sort={asked.sort} onAsk={ask} />
            </Panel>
            <ClaimsPanel />
          </div>
        ))}
      {announcing && <AnnounceDialog onClose={() => setAnnouncing(false)} />}
    </>
  );
}

function Figures({ figures: { underWay, tasks, same, partly, differs, negativeGranted } }: Pick<LifePage, 'figures'>): ReactNode {
  const say = useSay();
  return (
    <ul className={styles.figures}>
      <Figure value={underWay} label={say('lifeDesk.figureOpen')} />
      <Figure value={tasks} label={say('lifeDesk.figureTasks')} />
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
      {note !== undefined && <span className={flow.quiet}>{note}</span>}
    </li>
  );
}

interface ChoicesProps extends Pick<LifePage, 'states'> {
  readonly asked: Asked;
  readonly onAsk: (change: Partial<Asked>) => void;
}

function Choices({ asked: { find, shows, state }, states, onAsk }: ChoicesProps): ReactNode {
  const say = useSay();
  useShortcut({ keys: 'Alt+F', label: say('lifeDesk.find'), run: () => void focusField(findField) });
  const titles = { open: say('lifeDesk.showOpen'), tasks: say('lifeDesk.showTasks'), differs: say('lifeDesk.showDiffers'), all: say('lifeDesk.showAll') };
  // a state in which nothing is needs no option
  const options = states.map(({ state: one, count }): Option => ({ value: one, label: say('lifeDesk.stateCount', { state: say(`life.state.${one}`), count }) }));
  return (
    <div className={styles.find}>
      <FindField id={findField} label={say('lifeDesk.find')} value={find} onFind={(text) => onAsk({ find: text })} />
      <Select label={say('lifeDesk.show')} options={lifeShown.map((one) => ({ value: one, label: titles[one] }))} value={shows} onChange={(next) => onAsk({ shows: lifeShown.find((one) => one === next) ?? 'open' })} />
      <Select
        label={say('lifeDesk.showStates')}
        options={[{ value: allStates, label: say('lifeDesk.allStates') }, ...options]}
        value={state ?? allStates}
        onChange={(next) => onAsk({ state: lifeStates.find((one) => one === next) })}
      />
    </div>
  );
}

interface OverviewTableProps {
  readonly page: LifePage;
  readonly from: number;
  readonly sort: TableSort;
  readonly onAsk: (change: Partial<Asked>) => void;
}

/** Drawn when there is another page, and not when one is asked for. */
const OverviewTable = memo(function OverviewTable({ page: { rows, total }, from, sort, onAsk }: OverviewTableProps): ReactNode {
  const say = useSay();
  const now = useNow();
  const [announcement, setAnnouncement] = useState<string>();
  const columns = useMemo(() => columnsFor(say, now), [say, now]);
  const open = (id: string): void => {
    const row = rows.find((one) => rowId(one) === id);
    if (row?.requestId !== undefined) navigate({ room: 'request', id: row.requestId, view: 'life' });
    else setAnnouncement(row?.announcementId);
  };
  return (
    <>
      <DataTable
        label={say('lifeDesk.overview')}
        rows={rows}
        rowId={rowId}
        rowText={requestName}
        columns={columns}
        onOpen={open}
        paging={{ from, size: rowsAtATime, total, sort, onSort: (wanted) => onAsk({ sort: wanted }), onGo: (wanted) => onAsk({ from: wanted }) }}
        empty={say('lifeDesk.findNothing')}
      />
      {announcement !== undefined && <AnnouncementDialog id={announcement} onClose={() => setAnnouncement(undefined)} />}
    </>
  );
});

function columnsFor(say: Say, now: string): readonly Column<LifeRow>[] {
  return [
    {
      id: 'request',
      title: say('lifeDesk.columnRequest'),
      isRowHeader: true,
      width: 'fill',
      sortBy: 'asked',
      cell: (row) => (
        <>
          {requestName(row)}
          {requestName(row) !== row.reference && <span className={`${flow.quiet} ${styles.block}`}>{row.reference}</span>}
        </>
      ),
    },
    {
      id: 'state',
      title: say('lifeDesk.columnState'),
      sortBy: 'asked',
      cell: ({ state, since }) => (
        <span className={styles.tags}>
          <Tag tone={stateTone(state)}>{say(`life.state.${state}`)}</Tag>
          {since !== undefined && <span className={flow.quiet}>{say('lifeDesk.since', { passed: passedText(since, now, say) })}</span>}
        </span>
      ),
    },
    { id: 'tasks', title: say('lifeDesk.columnTasks'), width: 'fill', sortBy: 'asked', cell: ({ tasks }) => <TaskList tasks={tasks} /> },
    {
      id: 'compared',
      title: say('lifeDesk.columnCompared'),
      sortBy: 'asked',
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
