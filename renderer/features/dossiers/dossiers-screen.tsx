/** All dossiers of this post. */
import { type ReactNode, useMemo, useState } from 'react';
import type { DossierSummary } from '../../../shared/domain/dossier.ts';
import { type Format, useFormat } from '../../app/language/index.ts';
import { navigate } from '../../app/routes.ts';
import { useReference } from '../../app/session.ts';
import { useCall, useEvent } from '../../link/index.ts';
import { Button, type Column, DataTable, EmptyState, ErrorState, Panel, PlusIcon, RadioGroup, type Say, ScreenHead, Skeleton, Tag, TextField, useSay } from '../../ui/index.ts';
import styles from './dossiers.module.css';
import { type Shown, findDossiers, nameOf } from './find-dossiers.ts';
import { NewDossierDialog } from './new-dossier-dialog.tsx';
import { RegionTags } from './region-tags.tsx';

export function DossiersScreen(): ReactNode {
  const say = useSay();
  const list = useCall('dossier.list', {});
  const [starting, setStarting] = useState(false);
  useEvent('document.changed', list.refresh);
  const start = (
    <Button variant="primary" icon={<PlusIcon />} onPress={() => setStarting(true)}>
      {say('dossier.new')}
    </Button>
  );
  return (
    <>
      <ScreenHead title={say('dossier.listTitle')} actions={start} />
      {list.state === 'loading' && <Skeleton lines={8} />}
      {list.state === 'error' && <ErrorState error={list.error} onRetry={list.refresh} />}
      {list.state === 'ready' &&
        (list.value.length === 0 ? (
          <Panel>
            <EmptyState title={say('dossier.listEmpty.title')} actions={start}>
              <p>{say('dossier.listEmpty.text')}</p>
            </EmptyState>
          </Panel>
        ) : (
          <DossiersTable dossiers={list.value} />
        ))}
      {starting && <NewDossierDialog onClose={() => setStarting(false)} />}
    </>
  );
}

function DossiersTable({ dossiers }: { readonly dossiers: readonly DossierSummary[] }): ReactNode {
  const say = useSay();
  const format = useFormat();
  const { regionByCode } = useReference();
  const [text, setText] = useState('');
  const [shown, setShown] = useState<Shown>('open');
  const rows = findDossiers(dossiers, { text, shown }, (code) => regionByCode.get(code)?.name ?? '');
  const columns = useMemo(() => columnsFor(say, format), [say, format]);
  return (
    <Panel isFlush>
      <div className={styles.find}>
        <TextField label={say('dossier.find')} isLabelHidden placeholder={say('dossier.find')} value={text} onChange={setText} />
        <RadioGroup
          label={say('dossier.show')}
          isLabelHidden
          orientation="horizontal"
          options={[
            { value: 'open', label: say('dossier.showOpen') },
            { value: 'closed', label: say('dossier.showClosed') },
            { value: 'all', label: say('dossier.showAll') },
          ]}
          value={shown}
          onChange={(next) => setShown(next === 'closed' || next === 'all' ? next : 'open')}
        />
      </div>
      <DataTable
        label={say('dossier.listTitle')}
        rows={rows}
        rowId={(dossier) => dossier.id}
        rowText={nameOf}
        columns={columns}
        onOpen={(id) => navigate({ room: 'dossier', id })}
        initialSort={{ column: 'last', direction: 'descending' }}
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
      sortBy: nameOf,
      cell: (dossier) => (
        <>
          {nameOf(dossier)}
          <span className={styles.under}>{dossier.reference}</span>
        </>
      ),
    },
    { id: 'regions', title: say('dossier.columnRegions'), cell: (dossier) => <RegionTags regions={dossier.regions} /> },
    { id: 'requests', title: say('dossier.columnRequests'), align: 'end', sortBy: (dossier) => dossier.requests, cell: (dossier) => format.number(dossier.requests) },
    {
      id: 'last',
      title: say('dossier.columnLast'),
      sortBy: (dossier) => dossier.lastEntryAt ?? dossier.savedAt,
      cell: (dossier) => (dossier.lastEntryAt === undefined ? <span className={styles.quiet}>{say('dossier.noEntries')}</span> : format.dateTimeZone(dossier.lastEntryAt)),
    },
    {
      id: 'state',
      title: say('dossier.columnState'),
      sortBy: (dossier) => Number(dossier.closed),
      cell: (dossier) => <Tag tone={dossier.closed ? 'neutral' : 'ok'}>{say(dossier.closed ? 'dossier.stateClosed' : 'dossier.stateOpen')}</Tag>,
    },
  ];
}
