/** What an exchange or a file brought, as the report of it says: what was new, known, refused and why, what waits and for what. */
import { type ReactNode, useState } from 'react';
import type { ImportReport } from '../../../shared/domain/exchange.ts';
import { DifferenceList } from '../../app/difference-list.tsx';
import { routeOf } from '../../app/document-kinds.ts';
import { useExchange } from '../../app/exchange-state.ts';
import { useFormat } from '../../app/language/index.ts';
import { href } from '../../app/routes.ts';
import { useCall } from '../../link/index.ts';
import { Banner, ErrorState, type FactRow, Facts, Skeleton, useSay } from '../../ui/index.ts';
import flow from '../../ui/flow.module.css';
import styles from './exchange.module.css';

export interface ReportViewProps {
  readonly report: ImportReport;
  /** of a file that was read to its end: whether it was whole */
  readonly isFile?: boolean;
}

export function ReportView({ report, isFile = false }: ReportViewProps): ReactNode {
  const say = useSay();
  const { number, list } = useFormat();
  const messages = (count: number): string => say('exchangeDesk.report.messages', { count, shown: number(count) });
  const rows: readonly FactRow[] = [
    {
      label: say('exchangeDesk.report.taken'),
      value: report.taken === 0 ? say('exchangeDesk.report.nothing') : report.documents.length === 0 ? messages(report.taken) : say('exchangeDesk.report.documents', { count: report.documents.length }),
      ...(report.taken === 0 || report.documents.length === 0 ? {} : { source: messages(report.taken) }),
    },
    { label: say('exchangeDesk.report.known'), value: messages(report.known) },
    ...report.refused.map(({ why, count, posts }): FactRow => ({
      label: say('exchangeDesk.report.refused'),
      value: say('exchangeDesk.report.counted', { count: number(count), what: say(`exchangeDesk.refused.${why}`) }),
      ...(posts.length === 0 ? {} : { source: say('exchangeDesk.report.of', { posts: list(posts) }) }),
    })),
    ...report.waiting.map(({ why, count }): FactRow => ({ label: say('exchangeDesk.report.waiting'), value: say('exchangeDesk.report.counted', { count: number(count), what: say(`exchangeDesk.waiting.${why}`) }) })),
    ...report.elsewhere.map(({ spaceId, count }): FactRow => ({ label: say('exchangeDesk.report.elsewhere'), value: say('exchangeDesk.report.elsewhere.of', { count: number(count), id: spaceId.slice(-8) }) })),
  ];
  return (
    <div className={flow.stack}>
      {isFile && !report.whole && (
        <Banner tone="warn" title={say('exchangeDesk.report.cut')}>
          <p>{say('exchangeDesk.report.cut.do')}</p>
        </Banner>
      )}
      {/* two reasons of one kind have the same label */}
      <ReportFacts rows={rows} />
      <ReportDifferences ids={report.differences} />
      <ReportDocuments ids={report.documents} />
    </div>
  );
}

const ReportFacts = ({ rows }: { readonly rows: readonly FactRow[] }): ReactNode => (
  <>
    {rows.map((row, index) => (
      <Facts key={index} rows={[row]} isWide />
    ))}
  </>
);

/** What a person must look at of it. It is known a moment after the report. */
function ReportDifferences({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const say = useSay();
  const all = useExchange((state) => state.differences);
  const waiting = all.filter(({ documentId }) => ids.includes(documentId));
  if (waiting.length === 0) return null;
  const toChoose = waiting.filter(({ state }) => state === 'open').length;
  return (
    <section aria-label={say('exchangeDesk.differences')}>
      <h3>{toChoose === 0 ? say('exchangeDesk.report.proposals', { count: waiting.length }) : say('exchangeDesk.report.differences', { count: toChoose })}</h3>
      <p className={flow.quiet}>{say('exchangeDesk.report.differences.kept')}</p>
      <DifferenceList differences={waiting} />
    </section>
  );
}

/** Asked when somebody opens it: most often the count is enough. */
function ReportDocuments({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  if (ids.length === 0) return null;
  return (
    <details className={styles.details} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('exchangeDesk.report.which')}</summary>
      {isOpen && <DocumentNames ids={ids.slice(0, mostNamed)} left={Math.max(0, ids.length - mostNamed)} />}
    </details>
  );
}

const mostNamed = 500;

function DocumentNames({ ids, left }: { readonly ids: readonly string[]; readonly left: number }): ReactNode {
  const say = useSay();
  const { number } = useFormat();
  const named = useCall('exchange.named', { documents: [...ids] });
  if (named.state === 'loading') return <Skeleton lines={3} />;
  if (named.state === 'error') return <ErrorState error={named.error} onRetry={named.refresh} />;
  const elsewhere = ids.length - named.value.length + left;
  return (
    <>
      <ul className={styles.items}>
        {named.value.map(({ id, kind, reference, title }) => (
          <li key={id} className={styles.item}>
            <a className={styles.name} href={href(routeOf(kind, id))}>
              {title === '' ? reference : title}
            </a>
            <span className={flow.quiet}>{[say(`exchangeDesk.kind.${kind}`), title === '' ? undefined : reference].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
      {elsewhere > 0 && <p className={flow.quiet}>{say('exchangeDesk.report.notNamed', { count: elsewhere, shown: number(elsewhere) })}</p>}
    </>
  );
}
