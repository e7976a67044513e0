/** All requests of this post. */
import { type ReactNode, useMemo, useState } from 'react';
import type { RequestSummary } from '../../../shared/domain/request.ts';
import { type Format, useFormat } from '../../app/language/index.ts';
import { startFrom } from '../../app/new-request.ts';
import { NewRequestDialog } from '../../app/new-request-dialog.tsx';
import type { Reference } from '../../app/reference.ts';
import { navigate } from '../../app/routes.ts';
import { useReference } from '../../app/session.ts';
import { useCall, useEvent } from '../../link/index.ts';
import { Button, type Column, CopyIcon, DataTable, EmptyState, ErrorState, IconButton, Panel, PlusIcon, type Say, ScreenHead, Skeleton, Tag, TextField, errorWords, notify, useSay } from '../../ui/index.ts';
import styles from './requests-screen.module.css';

export function RequestsScreen(): ReactNode {
  const say = useSay();
  const list = useCall('request.list', {});
  const [starting, setStarting] = useState(false);
  useEvent('document.changed', list.refresh);
  const start = (
    <Button variant="primary" icon={<PlusIcon />} onPress={() => setStarting(true)}>
      {say('request.new')}
    </Button>
  );
  return (
    <>
      <ScreenHead title={say('request.listTitle')} actions={start} />
      {list.state === 'loading' && <Skeleton lines={8} />}
      {list.state === 'error' && <ErrorState error={list.error} onRetry={list.refresh} />}
      {list.state === 'ready' &&
        (list.value.length === 0 ? (
          <Panel>
            <EmptyState title={say('request.listEmpty.title')} actions={start}>
              <p>{say('request.listEmpty.text')}</p>
            </EmptyState>
          </Panel>
        ) : (
          <RequestsTable requests={list.value} />
        ))}
      {starting && <NewRequestDialog onClose={() => setStarting(false)} />}
    </>
  );
}

/** A post that has thousands finds by typing; drawing them all would only cost time. */
const rowsAtATime = 100;
const idOf = (request: RequestSummary): string => request.id;
const titleOf = (request: RequestSummary): string => request.title;

function RequestsTable({ requests }: { readonly requests: readonly RequestSummary[] }): ReactNode {
  const say = useSay();
  const format = useFormat();
  const { regionByCode } = useReference();
  const [find, setFind] = useState('');
  const words = find.trim().toLocaleLowerCase('nl').split(/\s+/);
  const texts = useMemo(
    () => requests.map((request) => ({ request, text: `${request.title} ${request.reference} ${regionByCode.get(request.regionCode ?? '')?.name ?? ''}`.toLocaleLowerCase('nl') })),
    [requests, regionByCode],
  );
  const typed = words.join(' ');
  const rows = useMemo(() => texts.filter(({ text }) => typed.split(' ').every((word) => text.includes(word))).map(({ request }) => request), [texts, typed]);
  const columns = useMemo(() => columnsFor(say, format, regionByCode), [say, format, regionByCode]);
  return (
    <Panel isFlush>
      <div className={styles.find}>
        <TextField label={say('request.find')} isLabelHidden placeholder={say('request.find')} value={find} onChange={setFind} />
      </div>
      <DataTable
        label={say('request.listTitle')}
        rows={rows}
        rowId={idOf}
        rowText={titleOf}
        pageSize={rowsAtATime}
        columns={columns}
        onOpen={(id) => navigate({ room: 'request', id })}
        initialSort={{ column: 'saved', direction: 'descending' }}
        empty={say('request.findNothing')}
      />
    </Panel>
  );
}

function OpenPoints({ request }: { readonly request: RequestSummary }): ReactNode {
  const say = useSay();
  if (request.state === 'finalised' || request.blocks + request.warns === 0) return <span className={styles.quiet}>{say('request.nothingOpen')}</span>;
  return (
    <span className={styles.tags}>
      {request.blocks > 0 && <Tag tone="bad">{say('request.blocksCount', { count: request.blocks })}</Tag>}
      {request.warns > 0 && <Tag tone="warn">{say('request.warnsCount', { count: request.warns })}</Tag>}
    </span>
  );
}

function CopyRequest({ request }: { readonly request: RequestSummary }): ReactNode {
  const say = useSay();
  const copy = async (): Promise<void> => {
    const started = await startFrom(request.id);
    if (started.ok) notify({ tone: 'ok', text: say('depth.duplicated', { reference: started.value }) });
    else notify({ tone: 'error', text: errorWords(started.error, say).happened });
  };
  return <IconButton label={say('depth.duplicateOf', { title: request.title })} icon={<CopyIcon />} variant="quiet" size="small" onPress={() => void copy()} />;
}

function columnsFor(say: Say, format: Format, regionByCode: Reference['regionByCode']): readonly Column<RequestSummary>[] {
  return [
    {
      id: 'request',
      title: say('request.columnRequest'),
      isRowHeader: true,
      width: 'fill',
      sortBy: (request) => request.title,
      cell: (request) => (
        <>
          {request.title}
          <span className={styles.under}>
            {request.reference}
            {request.regionCode === undefined ? '' : ` · ${regionByCode.get(request.regionCode)?.name ?? request.regionCode}`}
          </span>
        </>
      ),
    },
    {
      id: 'state',
      title: say('request.columnState'),
      sortBy: (request) => `${request.state} ${request.version}`,
      cell: (request) => (
        <span className={styles.tags}>
          <Tag tone={request.state === 'finalised' ? 'ok' : 'neutral'}>{say(request.state === 'finalised' ? 'request.stateFinalised' : 'request.stateDraft')}</Tag>
          <span className={styles.quiet}>{say('request.version', { version: request.version })}</span>
        </span>
      ),
    },
    {
      id: 'start',
      title: say('request.columnStart'),
      sortBy: (request) => request.start ?? '9999',
      cell: (request) => (request.start === undefined ? <span className={styles.quiet}>{say('request.noStart')}</span> : format.dateTimeZone(request.start)),
    },
    { id: 'open', title: say('request.columnOpen'), sortBy: (request) => -(request.blocks * 1000 + request.warns), cell: (request) => <OpenPoints request={request} /> },
    { id: 'saved', title: say('request.columnSaved'), sortBy: (request) => Date.parse(request.savedAt), cell: (request) => format.dateTime(request.savedAt) },
    {
      id: 'copy',
      title: say('depth.columnActions'),
      isTitleHidden: true,
      width: 'fit',
      cell: (request) => <CopyRequest request={request} />,
    },
  ];
}
