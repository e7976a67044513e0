/** A table to walk through with the arrow keys: one row selected, Enter opens it, columns sort where asked. */
import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { Cell, Column as AriaColumn, Row, Table, TableBody, TableHeader } from 'react-aria-components/Table';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import styles from './data-table.module.css';
import { ArrowDownIcon, ArrowUpIcon } from './icons.tsx';
import { useAppLocale, useSay } from './say.ts';

export interface Column<T> {
  readonly id: string;
  readonly title: string;
  readonly cell: (row: T) => ReactNode;
  /** makes the column sortable; 'asked' where the list is paged and its order is asked for (`paging.onSort`) */
  readonly sortBy?: ((row: T) => string | number) | 'asked';
  /** names the row for screen readers; the first column by default */
  readonly isRowHeader?: boolean;
  readonly isTitleHidden?: boolean;
  readonly align?: 'start' | 'end';
  /** 'fit' is as narrow as its content, 'fill' takes what is left, 'whole' never tears a date or a number apart */
  readonly width?: 'fit' | 'fill' | 'whole';
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
  readonly initialSort?: TableSort;
  readonly empty?: ReactNode;
  /** for a list that has no end: `rows` is one page of it, in the order that was asked for */
  readonly paging?: TablePaging;
  /** for a list that is all in memory and may be long: so many rows at a time, the page of the selected one first */
  readonly pageSize?: number;
}

export interface TableSort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

export interface TablePaging {
  /** place of the first row in the whole list, counted from 0 */
  readonly from: number;
  readonly size: number;
  readonly total: number;
  readonly sort: TableSort;
  readonly onSort: (sort: TableSort) => void;
  /** to the page that begins with this row, counted from 0 */
  readonly onGo: (from: number) => void;
}

export function DataTable<T>(props: DataTableProps<T>): ReactNode {
  const { label, rowId, rowText, columns, selectedId, onSelect, onOpen, empty } = props;
  const { shown, paging, sort, onSort } = useShownRows(props);
  const first = paging?.from;
  const items = useMemo(() => shown.map((row, index) => ({ id: rowId(row), row, place: first === undefined ? undefined : first + index + 2 })), [shown, first, rowId]);
  const frame = useRef<HTMLDivElement>(null);
  useRowCount(frame, paging && paging.total + 1);
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
        onSortChange={({ column, direction }) => onSort({ column: String(column), direction })}
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
  if (!paging || paging.total <= paging.size) return table;
  return (
    <>
      {table}
      <Pager
        {...paging}
        shown={shown.length}
        onGo={(wanted) => {
          paging.onGo(wanted);
          frame.current?.closest('main')?.scrollTo({ top: 0 });
        }}
      />
    </>
  );
}

interface ShownRows<T> {
  readonly shown: readonly T[];
  readonly sort: TableSort | undefined;
  readonly onSort: (sort: TableSort) => void;
  readonly paging: Pick<TablePaging, 'from' | 'size' | 'total' | 'onGo'> | undefined;
}

/** The rows as they were asked for, or sorted and cut into pages here. */
function useShownRows<T>({ rows, rowId, columns, initialSort, selectedId, paging, pageSize }: DataTableProps<T>): ShownRows<T> {
  const locale = useAppLocale();
  const [sort, setSort] = useState<TableSort | undefined>(initialSort);
  const [wanted, setWanted] = useState(0);
  const [followed, setFollowed] = useState<string | null>();
  const asked = paging?.sort ?? sort;
  const isAsked = paging !== undefined;
  const sorted = useMemo(() => (isAsked ? rows : sortRows(rows, columns, asked, locale)), [isAsked, rows, columns, asked, locale]);
  if (!paging && pageSize !== undefined && selectedId !== followed) {
    setFollowed(selectedId);
    const place = sorted.findIndex((row) => rowId(row) === selectedId);
    if (place >= 0) setWanted(Math.floor(place / pageSize) * pageSize);
  }
  // a list that was narrowed can have fewer pages than the one that stood open
  const from = pageSize === undefined ? 0 : Math.min(wanted, Math.max(0, Math.floor((sorted.length - 1) / pageSize) * pageSize));
  const shown = useMemo(() => (pageSize === undefined ? sorted : sorted.slice(from, from + pageSize)), [sorted, from, pageSize]);
  if (paging) return { shown, sort: paging.sort, onSort: paging.onSort, paging };
  return {
    shown,
    sort,
    onSort: (next) => {
      setSort(next);
      setWanted(0);
    },
    paging: pageSize === undefined || sorted.length <= pageSize ? undefined : { from, size: pageSize, total: sorted.length, onGo: setWanted },
  };
}

interface PagerProps extends Pick<TablePaging, 'from' | 'size' | 'total' | 'onGo'> {
  readonly shown: number;
}

function Pager({ from, shown, total, size, onGo }: PagerProps): ReactNode {
  const say = useSay();
  return (
    <div className={styles.pager}>
      <Button size="small" isDisabled={from === 0} onPress={() => onGo(Math.max(0, from - size))}>
        {say('depth.pagePrevious', { size })}
      </Button>
      <output>{say('depth.page', { from: from + 1, to: from + shown, total })}</output>
      <Button size="small" isDisabled={from + shown >= total} onPress={() => onGo(from + size)}>
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

function sortRows<T>(rows: readonly T[], columns: readonly Column<T>[], sort: TableSort | undefined, locale: string): readonly T[] {
  const sortBy = columns.find((column) => column.id === sort?.column)?.sortBy;
  if (!sort || typeof sortBy !== 'function') return rows;
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const turn = sort.direction === 'descending' ? -1 : 1;
  return rows.toSorted((one, other) => {
    const a = sortBy(one);
    const b = sortBy(other);
    return turn * (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b)));
  });
}
