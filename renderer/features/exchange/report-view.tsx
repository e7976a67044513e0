/** What an exchange or a file brought, as the report of it says: what was new, known, refused and why, what waits and for what. */
import type { ReactNode } from 'react';
import type { ImportReport } from '../../../shared/domain/exchange.ts';
import { useExchange } from '../../app/exchange-state.ts';
import { useFormat } from '../../app/language/index.ts';
import { href } from '../../app/routes.ts';
import { Banner, type FactRow, Facts, useSay } from '../../ui/index.ts';
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
  const rows: readonly FactRow[] = [
    { label: say('exchangeDesk.report.taken'), value: number(report.taken), ...(report.documents.length === 0 ? {} : { source: say('exchangeDesk.report.documents', { count: report.documents.length }) }) },
    { label: say('exchangeDesk.report.known'), value: number(report.known) },
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

function ReportDifferences({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const say = useSay();
  const differences = useExchange((state) => state.differences);
  if (ids.length === 0) return null;
  return (
    <section aria-label={say('exchangeDesk.differences')}>
      <h3>{say('exchangeDesk.report.differences', { count: ids.length })}</h3>
      <ul className={styles.items}>
        {ids.map((id) => {
          const known = differences.find(({ documentId }) => documentId === id);
          return (
            <li key={id} className={styles.item}>
              <a className={styles.name} href={href({ room: 'difference', id })}>
                {known ? known.title || known.reference : say('exchangeDesk.report.open')}
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
