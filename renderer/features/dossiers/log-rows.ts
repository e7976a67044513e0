/**
 * The log as it is read: newest first, by day, each wrong entry with what puts it right. Nothing is left out or changed; an entry
 * that was corrected is marked, never hidden without its correction.
 */
import type { LogEntry, LogEntryKind } from '../../../shared/domain/log-entry.ts';
import { dayOf, moment } from '../../../shared/domain/moment.ts';

export interface LogRow {
  readonly entry: LogEntry;
  /** the entry that this one puts right */
  readonly corrects: LogEntry | undefined;
  /** the entry that puts this one right: then this one no longer holds */
  readonly correctedBy: LogEntry | undefined;
  /** written later than the minute in which it happened */
  readonly isRecordedLater: boolean;
}

export interface LogDay {
  /** calendar date in the zone of the entries, `2021-07-14` */
  readonly day: string;
  readonly rows: readonly LogRow[];
}

export interface LogFilter {
  readonly text: string;
  readonly kind: LogEntryKind | undefined;
}

/** Nothing is old news within this time after it happened, milliseconds: the entry counts as written on the spot. */
const onTheSpot = 2 * 60_000;

/** What the store gave and what it acknowledged since, each entry once. */
export function joined(stored: readonly LogEntry[], written: readonly LogEntry[]): readonly LogEntry[] {
  const known = new Set(stored.map(({ id }) => id));
  return [...stored, ...written.filter(({ id }) => !known.has(id))];
}

/** Newest first; of one moment the last written first. */
export function logRows(log: readonly LogEntry[]): readonly LogRow[] {
  const byId = new Map(log.map((entry) => [entry.id, entry]));
  const corrections = new Map<string, LogEntry>();
  for (const entry of log) {
    if (entry.corrects === undefined) continue;
    const before = corrections.get(entry.corrects);
    if (!before || byWriting(before, entry) < 0) corrections.set(entry.corrects, entry);
  }
  return log.toSorted(newestFirst).map((entry) => ({
    entry,
    corrects: entry.corrects === undefined ? undefined : byId.get(entry.corrects),
    correctedBy: corrections.get(entry.id),
    isRecordedLater: Date.parse(entry.writtenAt) - instantOf(entry) > onTheSpot,
  }));
}

/**
 * The rows that fit, and with a wrong entry always what puts it right: who finds a mistake must find its correction.
 * `kindWord` gives the kind as the reader knows it, so that it can be searched for.
 */
export function filterRows(rows: readonly LogRow[], { text, kind }: LogFilter, kindWord: (kind: LogEntryKind) => string): readonly LogRow[] {
  const words = text.trim().toLocaleLowerCase('nl').split(/\s+/);
  const fits = ({ entry }: LogRow): boolean => {
    if (kind !== undefined && entry.kind !== kind) return false;
    const inWords = `${entry.text} ${kindWord(entry.kind)} ${entry.author.post}`.toLocaleLowerCase('nl');
    return words.every((word) => inWords.includes(word));
  };
  const rowOf = new Map(rows.map((row) => [row.entry.id, row]));
  const shown = new Set<string>();
  for (const row of rows) {
    if (!fits(row)) continue;
    for (let next: LogRow | undefined = row; next && !shown.has(next.entry.id); next = next.correctedBy && rowOf.get(next.correctedBy.id)) shown.add(next.entry.id);
  }
  return rows.filter(({ entry }) => shown.has(entry.id));
}

/** The rows under the day on which they happened, in the order in which they come. */
export function byDay(rows: readonly LogRow[]): readonly LogDay[] {
  const days = new Map<string, LogRow[]>();
  for (const row of rows) {
    const at = moment(row.entry.at);
    const day = at ? dayOf(at) : row.entry.at.slice(0, 10);
    const before = days.get(day);
    if (before) before.push(row);
    else days.set(day, [row]);
  }
  return [...days].map(([day, rowsOfDay]) => ({ day, rows: rowsOfDay }));
}

function instantOf(entry: LogEntry): number {
  return moment(entry.at)?.toDate().getTime() ?? Date.parse(entry.writtenAt);
}

function byWriting(one: LogEntry, other: LogEntry): number {
  return one.writtenAt.localeCompare(other.writtenAt) || one.id.localeCompare(other.id);
}

function newestFirst(one: LogEntry, other: LogEntry): number {
  return instantOf(other) - instantOf(one) || byWriting(other, one);
}
