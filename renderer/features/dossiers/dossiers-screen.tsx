/** All dossiers of this post. */
import { type ReactNode, useMemo, useState } from 'react';
import type { DossierSummary } from '../../../shared/domain/dossier.ts';
import type { DossierPage } from '../../../shared/domain/listing.ts';
import { FailedCalls } from '../../app/failed-calls.tsx';
import { BeginButton } from '../../app/begin-button.tsx';
import { DifferenceMark } from '../../app/difference-marks.tsx';
import { FindField } from '../../app/find-field.tsx';
import { type Format, useFormat } from '../../app/language/index.ts';
import { navigate } from '../../app/routes.ts';
import { useCall, useEvent } from '../../link/index.ts';
import { type Column, DataTable, EmptyState, Panel, RadioGroup, type Say, ScreenHead, Skeleton, type TableSort, Tag, useSay } from '../../ui/index.ts';
import flow from '../../ui/flow.module.css';
import styles from './dossiers.module.css';
import { nameOf } from './dossier-name.ts';
import { NewDossierDialog } from './new-dossier-dialog.tsx';
import { RegionTags } from './region-tags.tsx';

const rowsAtATime = 50;
/** the columns of the table and what the store orders by */
const orders = { dossier: 'title', requests: 'requests', last: 'last', state: 'state' } as const;
const isOrdered = (column: string): column is keyof typeof orders => column in orders;

type Shown = 'open' | 'closed' | 'all';

interface Asked {
  readonly find: string;
  readonly shown: Shown;
  readonly from: number;
  readonly sort: TableSort;
}

const idOf = (dossier: DossierSummary): string => dossier.id;

export function DossiersScreen(): ReactNode {
  const say = useSay();
  const [asked, setAsked] = useState<Asked>({ find: '', shown: 'open', from: 0, sort: { column: 'last', direction: 'descending' } });
  const { column, direction } = asked.sort;
  const list = useCall(
    'dossier.list',
    { find: asked.find, from: asked.from, limit: rowsAtATime, direction, ...(asked.shown === 'all' ? {} : { closed: asked.shown === 'closed' }), ...(isOrdered(column) ? { sort: orders[column] } : {}) },
    { keepsLast: true },
  );
  const any = useCall('dossier.list', { limit: 1 });
  const [starting, setStarting] = useState(false);
  useEvent('document.changed', () => {
    list.refresh();
    any.refresh();
  });
  const start = { label: say('dossier.new'), onPress: () => setStarting(true) };
  return (
    <>
      <ScreenHead title={say('dossier.listTitle')} actions={<BeginButton {...start} />} />
      {(list.state === 'loading' || any.state === 'loading') && <Skeleton lines={8} />}
      <FailedCalls of={[list, any]} />
      {list.state === 'ready' &&
        any.state === 'ready' &&
        (any.value.total === 0 ? (
          <Panel>
            <EmptyState title={say('dossier.listEmpty.title')} actions={<BeginButton {...start} isSecond />}>
              <p>{say('dossier.listEmpty.text')}</p>
            </EmptyState>
          </Panel>
        ) : (
          <DossiersTable page={list.value} asked={asked} onAsk={setAsked} />
        ))}
      {starting && <NewDossierDialog onClose={() => setStarting(false)} />}
    </>
  );
}

interface DossiersTableProps {
  readonly page: DossierPage;
  readonly asked: Asked;
  readonly onAsk: (asked: Asked) => void;
}

function DossiersTable({ page, asked, onAsk }: DossiersTableProps): ReactNode {
  const say = useSay();
  const format = useFormat();
  const columns = useMemo(() => columnsFor(say, format), [say, format]);
  return (
    <Panel isFlush>
      <div className={styles.find}>
        <FindField label={say('dossier.find')} isLabelInside value={asked.find} onFind={(find) => onAsk({ ...asked, find, from: 0 })} />
        <RadioGroup
          label={say('dossier.show')}
          isLabelHidden
          orientation="horizontal"
          options={[
            { value: 'open', label: say('dossier.showOpen') },
            { value: 'closed', label: say('dossier.showClosed') },
            { value: 'all', label: say('dossier.showAll') },
          ]}
          value={asked.shown}
          onChange={(next) => onAsk({ ...asked, shown: next === 'closed' || next === 'all' ? next : 'open', from: 0 })}
        />
      </div>
      <DataTable
        label={say('dossier.listTitle')}
        rows={page.dossiers}
        rowId={idOf}
        rowText={nameOf}
        columns={columns}
        onOpen={(id) => navigate({ room: 'dossier', id })}
        paging={{ from: asked.from, size: rowsAtATime, total: page.total, sort: asked.sort, onSort: (sort) => onAsk({ ...asked, sort, from: 0 }), onGo: (from) => onAsk({ ...asked, from }) }}
        empty={say('dossier.findNothing')}
      />
    </Panel>
  );
}

function columnsFor(say: Say, format: Format): readonly Column<DossierSummary>[] {
  return [
    {
      id: 'dossier',
      title: say('dossier.columnDossier'),
      isRowHeader: true,
      width: 'fill',
      sortBy: 'asked',
      cell: (dossier) => (
        <>
          {nameOf(dossier)} <DifferenceMark id={dossier.id} />
          <span className={flow.under}>{dossier.reference}</span>
        </>
      ),
    },
    { id: 'regions', title: say('dossier.columnRegions'), cell: (dossier) => <RegionTags regions={dossier.regions} /> },
    { id: 'requests', title: say('dossier.columnRequests'), align: 'end', sortBy: 'asked', cell: (dossier) => format.number(dossier.requests) },
    {
      id: 'last',
      title: say('dossier.columnLast'),
      width: 'whole',
      sortBy: 'asked',
      cell: (dossier) => (dossier.lastEntryAt === undefined ? <span className={flow.light}>{say('dossier.noEntries')}</span> : format.dateTimeZone(dossier.lastEntryAt)),
    },
    {
      id: 'state',
      title: say('dossier.columnState'),
      sortBy: 'asked',
      cell: (dossier) => <Tag tone={dossier.closed ? 'neutral' : 'ok'}>{say(dossier.closed ? 'dossier.stateClosed' : 'dossier.stateOpen')}</Tag>,
    },
  ];
}
