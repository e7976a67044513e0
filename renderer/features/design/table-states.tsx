/** A table with rows to select and sort, and an empty one. */
import { type ReactNode, useState } from 'react';
import { useFormat, useSay } from '../../app/language/index.ts';
import { type Column, DataTable, EmptyState, Panel, Tag } from '../../ui/index.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly amount: number;
}

export function TableStates(): ReactNode {
  const say = useSay();
  const { number } = useFormat();
  const [selected, select] = useState<string | null>('2');
  const rows: readonly Row[] = [1, 2, 3].map((index) => ({ id: String(index), name: say('design.row', { number: index }), amount: 10_000 - index * 1234 }));
  const columns: readonly Column<Row>[] = [
    { id: 'name', title: say('design.column'), cell: (row) => row.name, sortBy: (row) => row.name },
    { id: 'state', title: say('design.tags'), cell: (row) => <Tag tone={row.id === '1' ? 'ok' : 'warn'}>{say(row.id === '1' ? 'design.ok' : 'design.warn')}</Tag> },
    { id: 'amount', title: say('design.amount'), align: 'end', cell: (row) => number(row.amount), sortBy: (row) => row.amount },
  ];
  const table = { label: say('design.tables'), rowId: (row: Row) => row.id, rowText: (row: Row) => row.name, columns };
  return (
    <Panel title={say('design.tables')} isFlush>
      <DataTable {...table} rows={rows} selectedId={selected} onSelect={select} />
      <DataTable {...table} rows={[]} empty={<EmptyState title={say('design.emptyTitle')}>{say('design.emptyText')}</EmptyState>} />
    </Panel>
  );
}
