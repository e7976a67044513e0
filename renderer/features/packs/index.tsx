/** The packs this post works from: version, validity, publisher, licence, sources. Outdated looks outdated. */
import { type ReactNode, useState } from 'react';
import type { PackSummary } from '../../../shared/domain/pack.ts';
import { useBilingual, useFormat, useSay } from '../../app/language/index.ts';
import { useSession } from '../../app/session.ts';
import { today } from '../../app/today.ts';
import { Banner, type Column, DataTable, EmptyState, Facts, Panel, RoomStack, ScreenHead, Tag } from '../../ui/index.ts';
import flow from '../../ui/flow.module.css';
import styles from './packs.module.css';
import { type Validity, validityOf } from './validity.ts';

const tones = { valid: 'ok', endsSoon: 'warn', outdated: 'bad', notYet: 'warn' } as const satisfies Record<Validity, string>;

export function PacksScreen(): ReactNode {
  const say = useSay();
  const inLanguage = useBilingual();
  const { date, number } = useFormat();
  const packs = useSession((state) => state.packs);
  const view = useSession((state) => state.view);
  const [installed, ofExercise] = [packs.filter(({ exercise }) => exercise !== true), packs.filter(({ exercise }) => exercise === true)];
  const [selectedId, select] = useState<string | null>(packs[0]?.id ?? null);
  const now = today();
  const selected = packs.find((pack) => pack.id === selectedId);
  const outdated = installed.filter((pack) => validityOf(pack, now) === 'outdated');

  const columns: readonly Column<PackSummary>[] = [
    { id: 'title', title: say('packs.pack'), isRowHeader: true, sortBy: (pack) => inLanguage(pack.title), cell: (pack) => (pack.exercise ? <>{inLanguage(pack.title)} <Tag tone="warn">{say('document.exercise')}</Tag></> : inLanguage(pack.title)) },
    { id: 'version', title: say('packs.version'), sortBy: (pack) => pack.version, cell: (pack) => pack.version, width: 'fit' },
    {
      id: 'validity',
      title: say('packs.validity'),
      sortBy: (pack) => pack.validUntil,
      cell: (pack) => <ValidityTag pack={pack} now={now} />,
    },
    { id: 'publisher', title: say('packs.publisher'), sortBy: (pack) => pack.publisher, cell: (pack) => pack.publisher },
    { id: 'entries', title: say('packs.entries'), align: 'end', sortBy: (pack) => pack.entries, cell: (pack) => number(pack.entries), width: 'fit' },
  ];

  const table = (label: string, rows: readonly PackSummary[]): ReactNode => (
    <DataTable
      label={label}
      rows={rows}
      rowId={(pack) => pack.id}
      rowText={(pack) => inLanguage(pack.title)}
      columns={columns}
      selectedId={selectedId}
      onSelect={(id) => select(id ?? selectedId)}
      empty={<EmptyState title={say('packs.none')}>{say('packs.none.do')}</EmptyState>}
    />
  );

  return (
    <>
      <ScreenHead title={say('packs.title')} />
      {outdated.length > 0 && (
        <Banner tone="warn" title={say('packs.outdated.title', { count: outdated.length })}>
          {say('packs.outdated.do')}
        </Banner>
      )}
      <div className={flow.beside}>
        <RoomStack>
          {view.kind === 'exercise' && ofExercise.length > 0 && (
            <Panel title={say('exercise.packsTitle', { name: view.name })} isFlush>
              <p className={styles.about}>{say('exercise.packsWords')}</p>
              {table(say('exercise.packsTitle', { name: view.name }), ofExercise)}
            </Panel>
          )}
          <Panel isFlush scrolls>
            {table(say('packs.title'), installed)}
          </Panel>
        </RoomStack>
        {selected && (
          <Panel title={inLanguage(selected.title)} scrolls>
            <div>
              {selected.exercise && <Tag tone="warn">{say('document.exercise')}</Tag>} <ValidityTag pack={selected} now={now} />
            </div>
            <Facts
              rows={[
                { label: say('packs.version'), value: selected.version },
                { label: say('packs.date'), value: date(selected.date) },
                { label: say('packs.validFrom'), value: date(selected.validFrom) },
                { label: say('packs.validUntil'), value: date(selected.validUntil) },
                { label: say('packs.publisher'), value: selected.publisher },
                { label: say('packs.licence'), value: selected.licence },
                { label: say('packs.entries'), value: number(selected.entries) },
              ]}
            />
            <h3>{say('packs.sources', { count: selected.sources.length })}</h3>
            <ul className={styles.sources}>
              {selected.sources.map((source) => (
                <li key={source.key}>
                  <strong>{source.title}</strong>
                  {source.date === undefined ? null : <span className={flow.quiet}> · {date(source.date)}</span>}
                  {source.url === undefined ? null : <div className={styles.url}>{source.url}</div>}
                  {source.note === undefined ? null : <div className={flow.quiet}>{source.note}</div>}
                </li>
              ))}
            </ul>
          </Panel>
        )}
      </div>
    </>
  );
}

function ValidityTag({ pack, now }: { readonly pack: PackSummary; readonly now: string }): ReactNode {
  const say = useSay();
  const { date } = useFormat();
  const validity = validityOf(pack, now);
  return <Tag tone={tones[validity]}>{say(`packs.validity.${validity}`, { date: date(validity === 'notYet' ? pack.validFrom : pack.validUntil) })}</Tag>;
}
