/** All advice of this post. */
import { type ReactNode, memo, useCallback, useMemo, useState } from 'react';
import type { AdviceSummary } from '../../../shared/domain/advice.ts';
import type { AdvicePage } from '../../../shared/domain/listing.ts';
import { BeginButton } from '../../app/begin-button.tsx';
import { DifferenceMark } from '../../app/difference-marks.tsx';
import { FindField } from '../../app/find-field.tsx';
import { type Format, useFormat } from '../../app/language/index.ts';
import { NewAdviceDialog } from '../../app/new-advice-dialog.tsx';
import { adviceTones } from '../../app/outcome-tones.ts';
import { navigate } from '../../app/routes.ts';
import { useCall, useEvent } from '../../link/index.ts';
import { Banner, type Column, DataTable, EmptyState, ErrorState, Panel, type Say, ScreenHead, Skeleton, type TableSort, Tag, useSay } from '../../ui/index.ts';
import styles from './advice.module.css';

const rowsAtATime = 25;
/** the columns of the table and what the store orders by */
const orders = { advice: 'title', outcome: 'outcome', state: 'state', request: 'request', proposals: 'proposals', saved: 'saved' } as const;
const isOrdered = (column: string): column is keyof typeof orders => column in orders;

interface Asked {
  readonly find: string;
  readonly from: number;
  readonly sort: TableSort;
}

export function AdvicesScreen(): ReactNode {
  const say = useSay();
  const [asked, setAsked] = useState<Asked>({ find: '', from: 0, sort: { column: 'saved', direction: 'descending' } });
  const { find, from } = asked;
  const { column, direction } = asked.sort;
  const list = useCall('advice.list', { find, from, limit: rowsAtATime, direction, ...(isOrdered(column) ? { sort: orders[column] } : {}) }, { keepsLast: true });
  const [starting, setStarting] = useState(false);
  useEvent('document.changed', list.refresh);
  const ask = useCallback((change: Partial<Asked>) => setAsked((before) => ({ ...before, from: 0, ...change })), []);
  const start = { label: say('adviceDesk.new'), onPress: () => setStarting(true) };
  return (
    <>
      <ScreenHead title={say('adviceDesk.listTitle')} actions={<BeginButton {...start} />} />
      {list.state === 'loading' && <Skeleton lines={8} />}
      {list.state === 'error' && <ErrorState error={list.error} onRetry={list.refresh} />}
      {list.state === 'ready' &&
        (list.value.total === 0 && find === '' && !list.isRefreshing ? (
          <Panel>
            <EmptyState title={say('adviceDesk.empty.title')} actions={<BeginButton {...start} isSecond />}>
              <p>{say('adviceDesk.empty.text')}</p>
            </EmptyState>
          </Panel>
        ) : (
          <>
            <Banner tone="info" title={say('adviceDesk.internal')} />
            <Panel isFlush>
              <div className={styles.find}>
                <FindField label={say('adviceDesk.find')} isLabelInside value={find} onFind={(text) => ask({ find: text })} />
              </div>
              <AdvicesTable page={list.value} from={from} sort={asked.sort} onAsk={ask} />
            </Panel>
          </>
        ))}
      {starting && <NewAdviceDialog onClose={() => setStarting(false)} />}
    </>
  );
}

const idOf = (advice: AdviceSummary): string => advice.id;
const titleOf = (advice: AdviceSummary): string => advice.title;

interface AdvicesTableProps {
  readonly page: AdvicePage;
  readonly from: number;
  readonly sort: TableSort;
  readonly onAsk: (change: Partial<Asked>) => void;
}

/** Drawn when there is another page, and not when one is asked for. */
const AdvicesTable = memo(function AdvicesTable({ page, from, sort, onAsk }: AdvicesTableProps): ReactNode {
  const say = useSay();
  const format = useFormat();
  const columns = useMemo(() => columnsFor(say, format), [say, format]);
  return (
    <DataTable
      label={say('adviceDesk.listTitle')}
      rows={page.advices}
      rowId={idOf}
      rowText={titleOf}
      columns={columns}
      onOpen={(id) => navigate({ room: 'advice', id })}
      paging={{ from, size: rowsAtATime, total: page.total, sort, onSort: (wanted) => onAsk({ sort: wanted }), onGo: (wanted) => onAsk({ from: wanted }) }}
      empty={say('adviceDesk.findNothing')}
    />
  );
});

function columnsFor(say: Say, format: Format): readonly Column<AdviceSummary>[] {
  return [
    {
      id: 'advice',
      title: say('adviceDesk.columnAdvice'),
      isRowHeader: true,
      width: 'fill',
      sortBy: 'asked',
      cell: ({ id, title, reference }) => (
        <>
          {title === '' ? say('adviceDesk.untitled') : title} <DifferenceMark id={id} />
          <span className={styles.under}>{reference}</span>
        </>
      ),
    },
    {
      id: 'outcome',
      title: say('adviceDesk.columnOutcome'),
      sortBy: 'asked',
      cell: ({ outcome }) => (outcome === undefined ? <span className={styles.quiet}>{say('adviceDesk.noOutcome')}</span> : <Tag tone={adviceTones[outcome]}>{say(`advice.outcome.${outcome}`)}</Tag>),
    },
    {
      id: 'state',
      title: say('adviceDesk.columnState'),
      sortBy: 'asked',
      cell: ({ state, version }) => (
        <span className={styles.tags}>
          <Tag tone={state === 'finalised' ? 'ok' : 'neutral'}>{say(`advice.state.${state}`)}</Tag>
          <span className={styles.quiet}>{say('request.version', { version })}</span>
        </span>
      ),
    },
    { id: 'request', title: say('adviceDesk.columnRequest'), width: 'whole', sortBy: 'asked', cell: ({ requestReference }) => requestReference ?? <span className={styles.quiet}>{say('adviceDesk.ofQuestion')}</span> },
    { id: 'proposals', title: say('adviceDesk.columnProposals'), align: 'end', sortBy: 'asked', cell: ({ openProposals }) => format.number(openProposals) },
    { id: 'saved', title: say('adviceDesk.columnSaved'), width: 'whole', sortBy: 'asked', cell: ({ savedAt }) => format.dateTime(savedAt) },
  ];
}
