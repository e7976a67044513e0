/** All requests of this post. */
import { type ReactNode, memo, useCallback, useMemo, useState } from 'react';
import type { RequestPage } from '../../../shared/domain/listing.ts';
import type { RequestSummary } from '../../../shared/domain/request.ts';
import { BeginButton } from '../../app/begin-button.tsx';
import { DifferenceMark } from '../../app/difference-marks.tsx';
import { FindField } from '../../app/find-field.tsx';
import { type Format, useFormat } from '../../app/language/index.ts';
import { startFrom } from '../../app/new-request.ts';
import { NewRequestDialog } from '../../app/new-request-dialog.tsx';
import { useNothingNew } from '../../app/read-only.tsx';
import type { Reference } from '../../app/reference.ts';
import { navigate } from '../../app/routes.ts';
import { useReference } from '../../app/session.ts';
import { useCall, useEvent } from '../../link/index.ts';
import { type Column, CopyIcon, DataTable, EmptyState, ErrorState, IconButton, Panel, type Say, ScreenHead, Skeleton, type TableSort, Tag, errorWords, notify, useSay } from '../../ui/index.ts';
import flow from '../../ui/flow.module.css';
import styles from './requests-screen.module.css';

const rowsAtATime = 25;
/** the columns of the table and what the store orders by */
const orders = { request: 'title', state: 'state', start: 'start', open: 'open', saved: 'saved' } as const;
const isOrdered = (column: string): column is keyof typeof orders => column in orders;

interface Asked {
  readonly find: string;
  readonly from: number;
  readonly sort: TableSort;
}

export function RequestsScreen(): ReactNode {
  const say = useSay();
  const [asked, setAsked] = useState<Asked>({ find: '', from: 0, sort: { column: 'saved', direction: 'descending' } });
  const { find, from } = asked;
  const { column } = asked.sort;
  // what misses most comes first at the first press of its column
  const direction = (asked.sort.direction === 'ascending') === (column === 'open') ? 'descending' : 'ascending';
  const list = useCall('request.list', { find, from, limit: rowsAtATime, direction, ...(isOrdered(column) ? { sort: orders[column] } : {}) }, { keepsLast: true });
  const [starting, setStarting] = useState(false);
  useEvent('document.changed', list.refresh);
  const ask = useCallback((change: Partial<Asked>) => setAsked((before) => ({ ...before, from: 0, ...change })), []);
  const start = { label: say('request.new'), onPress: () => setStarting(true) };
  return (
    <>
      <ScreenHead title={say('request.listTitle')} actions={<BeginButton {...start} />} />
      {list.state === 'loading' && <Skeleton lines={8} />}
      {list.state === 'error' && <ErrorState error={list.error} onRetry={list.refresh} />}
      {list.state === 'ready' &&
        (list.value.total === 0 && find === '' && !list.isRefreshing ? (
          <Panel>
            <EmptyState title={say('request.listEmpty.title')} actions={<BeginButton {...start} isSecond />}>
              <p>{say('request.listEmpty.text')}</p>
            </EmptyState>
          </Panel>
        ) : (
          <Panel isFlush>
            <div className={styles.find}>
              <FindField label={say('request.find')} isLabelInside value={find} onFind={(text) => ask({ find: text })} />
            </div>
            <RequestsTable page={list.value} from={from} sort={asked.sort} onAsk={ask} />
          </Panel>
        ))}
      {starting && <NewRequestDialog onClose={() => setStarting(false)} />}
    </>
  );
}

const idOf = (request: RequestSummary): string => request.id;
const titleOf = (request: RequestSummary): string => request.title;

interface RequestsTableProps {
  readonly page: RequestPage;
  readonly from: number;
  readonly sort: TableSort;
  readonly onAsk: (change: Partial<Asked>) => void;
}

/** Drawn when there is another page, and not when one is asked for: it is the dearest part of the screen. */
const RequestsTable = memo(function RequestsTable({ page, from, sort, onAsk }: RequestsTableProps): ReactNode {
  const say = useSay();
  const format = useFormat();
  const { regionByCode } = useReference();
  const columns = useMemo(() => columnsFor(say, format, regionByCode), [say, format, regionByCode]);
  return (
    <DataTable
      label={say('request.listTitle')}
      rows={page.requests}
      rowId={idOf}
      rowText={titleOf}
      columns={columns}
      onOpen={(id) => navigate({ room: 'request', id })}
      paging={{ from, size: rowsAtATime, total: page.total, sort, onSort: (wanted) => onAsk({ sort: wanted }), onGo: (wanted) => onAsk({ from: wanted }) }}
      empty={say('request.findNothing')}
    />
  );
});

function OpenPoints({ request }: { readonly request: RequestSummary }): ReactNode {
  const say = useSay();
  if (request.state === 'finalised' || request.blocks + request.warns === 0) return <span className={flow.light}>{say('request.nothingOpen')}</span>;
  return (
    <span className={styles.tags}>
      {request.blocks > 0 && <Tag tone="bad">{say('request.blocksCount', { count: request.blocks })}</Tag>}
      {request.warns > 0 && <Tag tone="warn">{say('request.warnsCount', { count: request.warns })}</Tag>}
    </span>
  );
}

function CopyRequest({ request }: { readonly request: RequestSummary }): ReactNode {
  const say = useSay();
  const isReadOnly = useNothingNew() !== undefined;
  const copy = async (): Promise<void> => {
    const started = await startFrom(request.id);
    if (started.ok) notify({ tone: 'ok', text: say('depth.duplicated', { reference: started.value }) });
    else notify({ tone: 'error', text: errorWords(started.error, say).happened });
  };
  if (isReadOnly) return null;
  return <IconButton label={say('depth.duplicateOf', { title: request.title })} icon={<CopyIcon />} variant="quiet" size="small" onPress={() => void copy()} />;
}

function columnsFor(say: Say, format: Format, regionByCode: Reference['regionByCode']): readonly Column<RequestSummary>[] {
  return [
    {
      id: 'request',
      title: say('request.columnRequest'),
      isRowHeader: true,
      width: 'fill',
      sortBy: 'asked',
      cell: (request) => (
        <>
          {request.title} <DifferenceMark id={request.id} />
          <span className={flow.under}>
            {request.reference}
            {request.regionCode === undefined ? '' : ` · ${regionByCode.get(request.regionCode)?.name ?? request.regionCode}`}
          </span>
        </>
      ),
    },
    {
      id: 'state',
      title: say('request.columnState'),
      sortBy: 'asked',
      cell: (request) => (
        <span className={styles.tags}>
          <Tag tone={request.state === 'finalised' ? 'ok' : 'neutral'}>{say(request.state === 'finalised' ? 'request.stateFinalised' : 'request.stateDraft')}</Tag>
          <span className={flow.light}>{say('request.version', { version: request.version })}</span>
        </span>
      ),
    },
    {
      id: 'start',
      title: say('request.columnStart'),
      width: 'whole',
      sortBy: 'asked',
      cell: (request) => (request.start === undefined ? <span className={flow.light}>{say('request.noStart')}</span> : format.dateTimeZone(request.start)),
    },
    { id: 'open', title: say('request.columnOpen'), sortBy: 'asked', cell: (request) => <OpenPoints request={request} /> },
    { id: 'saved', title: say('request.columnSaved'), width: 'whole', sortBy: 'asked', cell: (request) => format.dateTime(request.savedAt) },
    {
      id: 'copy',
      title: say('depth.columnActions'),
      isTitleHidden: true,
      width: 'fit',
      cell: (request) => <CopyRequest request={request} />,
    },
  ];
}
