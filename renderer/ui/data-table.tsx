/** A table to walk through with the arrow keys: one row selected, Enter opens it, columns sort where asked. */
import { type ReactNode, useMemo, useState } from 'react';
import { Cell, Column as AriaColumn, Row, type SortDescriptor, Table, TableBody, TableHeader } from 'react-aria-components/Table';
import { classNames } from './class-names.ts';
import styles from './data-table.module.css';
import { ArrowDownIcon, ArrowUpIcon } from './icons.tsx';
import { useAppLocale } from './say.ts';

export interface Column<T> {
  readonly id: string;
  readonly title: string;
  readonly cell: (row: T) => ReactNode;
  /** makes the column sortable */
  readonly sortBy?: (row: T) => string | number;
  /** names the row for screen readers; the first column by default */
  readonly isRowHeader?: boolean;
  readonly isTitleHidden?: boolean;
  readonly align?: 'start' | 'end';
  /** 'fit' is as narrow as its content, 'fill' takes what is left */
  readonly width?: 'fit' | 'fill';
}

export interface DataTableProps<T> {
  /** what the table lists */
  readonly label: string;
  readonly rows: readonly T[];
  readonly rowId: (row: T) => string;
  /** the row in words, for type-ahead and screen readers */
  readonly rowText: (row: T) => string;
  readonly columns: readonly Column<T>[];
  readonly selectedId?: string | null;
  /** called as the selection moves, also by arrow keys */
  readonly onSelect?: (id: string | null) => void;
  /** Enter or double click; a single click when nothing can be selected */
  readonly onOpen?: (id: string) => void;
  readonly initialSort?: { readonly column: string; readonly direction: 'ascending' | 'descending' };
  readonly empty?: ReactNode;
}

export function DataTable<T>(props: DataTableProps<T>): ReactNode {
  const { label, rows, rowId, rowText, columns, selectedId, onSelect, onOpen, initialSort, empty } = props;
  const locale = useAppLocale();
  const [sort, setSort] = useState<SortDescriptor | undefined>(initialSort);
  const sorted = useMemo(() => sortRows(rows, columns, sort, locale), [rows, columns, sort, locale]);
  const items = useMemo(() => sorted.map((row) => ({ id: rowId(row), row })), [sorted, rowId]);
  const header = columns.find((column) => column.isRowHeader) ?? columns[0];
  const selects = onSelect !== undefined;

  return (
    <div className={styles.scroll}>
      <Table
        aria-label={label}
        className={styles.table ?? ''}
        selectionMode={selects ? 'single' : 'none'}
        selectionBehavior="replace"
        selectedKeys={selectedId === undefined || selectedId === null ? [] : [selectedId]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          onSelect?.(key === undefined ? null : String(key));
        }}
        {...(onOpen ? { onRowAction: (key: string | number) => onOpen(String(key)) } : {})}
        {...(sort ? { sortDescriptor: sort } : {})}
        onSortChange={setSort}
      >
        <TableHeader>
          {columns.map((column) => (
            <AriaColumn key={column.id} id={column.id} isRowHeader={column === header} allowsSorting={column.sortBy !== undefined} textValue={column.title} className={classNames(styles.head, styles[column.align ?? 'start'], column.width && styles[column.width])}>
              {({ sortDirection, allowsSorting }) => (
                <span className={column.isTitleHidden ? 'visually-hidden' : styles.title}>
                  {column.title}
                  {allowsSorting && <span className={styles.sort}>{sortDirection === 'ascending' ? <ArrowUpIcon size={12} /> : sortDirection === 'descending' ? <ArrowDownIcon size={12} /> : null}</span>}
                </span>
              )}
            </AriaColumn>
          ))}
        </TableHeader>
        <TableBody items={items} dependencies={[columns]} renderEmptyState={() => <div className={styles.empty}>{empty}</div>}>
          {({ id, row }) => (
            <Row id={id} textValue={rowText(row)} dependencies={[columns]} className={classNames(styles.row, (selects || onOpen) && styles.active)}>
              {columns.map((column) => (
                <Cell key={column.id} className={classNames(styles.cell, styles[column.align ?? 'start'], column === header && styles.rowHeader)}>
                  {column.cell(row)}
                </Cell>
              ))}
            </Row>
          )}
        </TableBody>
      </Table>
    </div>
  );
}

function sortRows<T>(rows: readonly T[], columns: readonly Column<T>[], sort: SortDescriptor | undefined, locale: string): readonly T[] {
  const sortBy = columns.find((column) => column.id === sort?.column)?.sortBy;
  if (!sort || !sortBy) return rows;
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const turn = sort.direction === 'descending' ? -1 : 1;
  return rows.toSorted((one, other) => {
    const a = sortBy(one);
    const b = sortBy(other);
    return turn * (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b)));
  });
}
