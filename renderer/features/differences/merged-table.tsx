/** What only one side changed, and so was joined without a question: shown, so that nobody has to believe it. */
import { type ReactNode, useMemo } from 'react';
import { type ValueReading, pathText, pathWords } from '../../../shared/document/value-text.ts';
import type { DifferenceDetail } from '../../../shared/domain/difference.ts';
import { type Column, DataTable, Panel, useSay } from '../../ui/index.ts';
import styles from './differences.module.css';

type Merged = DifferenceDetail['merged'][number];

const pathOf = ({ path }: Merged): string => path;

/** Longer texts are read in the document or its history; here it is about which field it was. */
const shown = 160;

export function MergedTable({ merged, reading }: { readonly merged: readonly Merged[]; readonly reading: ValueReading }): ReactNode {
  const say = useSay();
  const columns = useMemo((): readonly Column<Merged>[] => {
    const cell = (path: string, value: unknown): ReactNode => {
      const text = pathText(reading, path, value).join(' ');
      if (text === '') return <span className={styles.none}>{say('changes.empty')}</span>;
      return text.length > shown ? `${text.slice(0, shown)}…` : text;
    };
    return [
      { id: 'field', title: say('difference.mergedField'), isRowHeader: true, cell: (one) => pathWords(reading, one).join(' › ') },
      { id: 'was', title: say('difference.mergedWas'), cell: ({ path, was }) => cell(path, was) },
      { id: 'becomes', title: say('difference.mergedBecomes'), width: 'fill', cell: ({ path, becomes }) => cell(path, becomes) },
      { id: 'from', title: say('difference.mergedFrom'), width: 'fit', cell: ({ from }) => <span className={styles.post}>{from?.post ?? say('difference.mergedBoth')}</span> },
    ];
  }, [reading, say]);
  if (merged.length === 0) return null;
  return (
    <Panel title={say('difference.merged')} isFlush>
      <DataTable label={say('difference.merged')} rows={merged} rowId={pathOf} rowText={(one) => pathWords(reading, one).join(' ')} columns={columns} />
    </Panel>
  );
}
