/** A table to walk through with the arrow keys: one row selected, Enter opens it, columns sort where asked. */
import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { Cell, Column as AriaColumn, Row, type SortDescriptor, Table, TableBody, TableHeader } from 'react-aria-components/Table';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import styles from './data-table.module.css';
import { ArrowDownIcon, ArrowUpIcon } from './icons.tsx';
import { useAppLocale, useSay } from './say.ts';

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
  /** shows this many rows at a time, with a way to the next: for lists that have no end */
  readonly pageSize?: number;
}

export function DataTable<T>(props: DataTableProps<T>): ReactNode {
  const { label, rows, rowId, rowText, columns, selectedId, onSelect, onOpen, initialSort, empty, pageSize = Infinity } = props;
  const locale = useAppLocale();
  const [sort, setSort] = useState<SortDescriptor | undefined>(initialSort);
  const sorted = useMemo(() => sortRows(rows, columns, sort, locale), [rows, columns, sort, locale]);
  const [page, setPage] = useState(0);
  // A list that was narrowed can have fewer pages than the one that stood open.
  const first = Math.min(page, Math.max(0, Math.ceil(sorted.length / pageSize) - 1)) * (pageSize === Infinity ? 0 : pageSize);
  const items = useMemo(() => sorted.slice(first, first + pageSize).map((row, index) => ({ id: rowId(row), row, place: sorted.length > pageSize ? first + index + 2 : undefined })), [sorted, first, pageSize, rowId]);
  const frame = useRef<HTMLDivElement>(null);
  const isPaged = sorted.length > pageSize;
  useRowCount(frame, isPaged ? sorted.length + 1 : undefined);
  const header = columns.find((column) => column.isRowHeader) ?? columns[0];
  const selects = onSelect !== undefined;

  const table = (
    <div ref={frame} className={styles.scroll}>
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
        onSortChange={(next) => {
          setSort(next);
          setPage(0);
        }}
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
          {({ id, row, place }) => (
            <Row ref={tellPlace(place)} id={id} textValue={rowText(row)} dependencies={[columns]} className={classNames(styles.row, (selects || onOpen) && styles.active)}>
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
  if (!isPaged) return table;
  return (
    <>
      {table}
      <Pager
        first={first}
        shown={items.length}
        total={sorted.length}
        size={pageSize}
        onGo={(wanted) => {
          setPage(wanted / pageSize);
          frame.current?.closest('main')?.scrollTo({ top: 0 });
        }}
      />
    </>
  );
}

interface PagerProps {
  readonly first: number;
  readonly shown: number;
  readonly total: number;
  readonly size: number;
  /** to the page that begins with this row, counted from 0 */
  readonly onGo: (first: number) => void;
}

function Pager({ first, shown, total, size, onGo }: PagerProps): ReactNode {
  const say = useSay();
  return (
    <div className={styles.pager}>
      <Button size="small" isDisabled={first === 0} onPress={() => onGo(first - size)}>
        {say('depth.pagePrevious', { size })}
      </Button>
      <output>{say('depth.page', { from: first + 1, to: first + shown, total })}</output>
      <Button size="small" isDisabled={first + shown >= total} onPress={() => onGo(first + size)}>
        {say('depth.pageNext', { size })}
      </Button>
    </div>
  );
}

/** How many rows there are in all; the table of the library only tells it of a list that it scrolls itself. */
function useRowCount(frame: RefObject<HTMLDivElement | null>, total: number | undefined): void {
  useEffect(() => {
    const grid = frame.current?.querySelector('[role=grid]');
    if (total === undefined) grid?.removeAttribute('aria-rowcount');
    else grid?.setAttribute('aria-rowcount', String(total));
  }, [frame, total]);
}

/** The place of a row in the whole list, counted from 1 with the head of the table. */
const tellPlace =
  (place: number | undefined) =>
  (row: Element | null): void => {
    if (place === undefined) row?.removeAttribute('aria-rowindex');
    else row?.setAttribute('aria-rowindex', String(place));
  };

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
