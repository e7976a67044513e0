/** All advice of this post. */
import { type ReactNode, useMemo, useState } from 'react';
import type { AdviceSummary } from '../../../shared/domain/advice.ts';
import { BeginButton } from '../../app/begin-button.tsx';
import { DifferenceMark } from '../../app/difference-marks.tsx';
import { type Format, useFormat } from '../../app/language/index.ts';
import { NewAdviceDialog } from '../../app/new-advice-dialog.tsx';
import { adviceTones } from '../../app/outcome-tones.ts';
import { navigate } from '../../app/routes.ts';
import { useCall, useEvent } from '../../link/index.ts';
import { Banner, type Column, DataTable, EmptyState, ErrorState, Panel, type Say, ScreenHead, Skeleton, Tag, TextField, useSay } from '../../ui/index.ts';
import styles from './advice.module.css';

export function AdvicesScreen(): ReactNode {
  const say = useSay();
  const list = useCall('advice.list', {});
  const [starting, setStarting] = useState(false);
  useEvent('document.changed', list.refresh);
  const start = { label: say('adviceDesk.new'), onPress: () => setStarting(true) };
  return (
    <>
      <ScreenHead title={say('adviceDesk.listTitle')} actions={<BeginButton {...start} />} />
      {list.state === 'loading' && <Skeleton lines={8} />}
      {list.state === 'error' && <ErrorState error={list.error} onRetry={list.refresh} />}
      {list.state === 'ready' &&
        (list.value.length === 0 ? (
          <Panel>
            <EmptyState title={say('adviceDesk.empty.title')} actions={<BeginButton {...start} isSecond />}>
              <p>{say('adviceDesk.empty.text')}</p>
            </EmptyState>
          </Panel>
        ) : (
          <>
            <Banner tone="info" title={say('adviceDesk.internal')} />
            <AdvicesTable advices={list.value} />
          </>
        ))}
      {starting && <NewAdviceDialog onClose={() => setStarting(false)} />}
    </>
  );
}

const idOf = (advice: AdviceSummary): string => advice.id;
const titleOf = (advice: AdviceSummary): string => advice.title;

function AdvicesTable({ advices }: { readonly advices: readonly AdviceSummary[] }): ReactNode {
  const say = useSay();
  const format = useFormat();
  const [find, setFind] = useState('');
  const rows = useMemo(() => {
    const words = find.trim().toLocaleLowerCase('nl').split(/\s+/);
    return advices.filter(({ title, reference, requestReference = '' }) => {
      const inWords = `${title} ${reference} ${requestReference}`.toLocaleLowerCase('nl');
      return words.every((word) => inWords.includes(word));
    });
  }, [advices, find]);
  const columns = useMemo(() => columnsFor(say, format), [say, format]);
  return (
    <Panel isFlush>
      <div className={styles.find}>
        <TextField label={say('adviceDesk.find')} isLabelHidden placeholder={say('adviceDesk.find')} value={find} onChange={setFind} />
      </div>
      <DataTable
        label={say('adviceDesk.listTitle')}
        rows={rows}
        rowId={idOf}
        rowText={titleOf}
        columns={columns}
        onOpen={(id) => navigate({ room: 'advice', id })}
        initialSort={{ column: 'saved', direction: 'descending' }}
        empty={say('adviceDesk.findNothing')}
      />
    </Panel>
  );
}

function columnsFor(say: Say, format: Format): readonly Column<AdviceSummary>[] {
  return [
    {
      id: 'advice',
      title: say('adviceDesk.columnAdvice'),
      isRowHeader: true,
      width: 'fill',
      sortBy: titleOf,
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
      sortBy: ({ outcome }) => outcome ?? '',
      cell: ({ outcome }) => (outcome === undefined ? <span className={styles.quiet}>{say('adviceDesk.noOutcome')}</span> : <Tag tone={adviceTones[outcome]}>{say(`advice.outcome.${outcome}`)}</Tag>),
    },
    {
      id: 'state',
      title: say('adviceDesk.columnState'),
      sortBy: ({ state, version }) => `${state} ${version}`,
      cell: ({ state, version }) => (
        <span className={styles.tags}>
          <Tag tone={state === 'finalised' ? 'ok' : 'neutral'}>{say(`advice.state.${state}`)}</Tag>
          <span className={styles.quiet}>{say('request.version', { version })}</span>
        </span>
      ),
    },
    { id: 'request', title: say('adviceDesk.columnRequest'), width: 'whole', sortBy: ({ requestReference = '' }) => requestReference, cell: ({ requestReference }) => requestReference ?? <span className={styles.quiet}>{say('adviceDesk.ofQuestion')}</span> },
    { id: 'proposals', title: say('adviceDesk.columnProposals'), align: 'end', sortBy: ({ openProposals }) => openProposals, cell: ({ openProposals }) => format.number(openProposals) },
    { id: 'saved', title: say('adviceDesk.columnSaved'), width: 'whole', sortBy: ({ savedAt }) => Date.parse(savedAt), cell: ({ savedAt }) => format.dateTime(savedAt) },
  ];
}
