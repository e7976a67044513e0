/** The list of dossiers, a page at a time. */
import type { DossierSummary } from '../../shared/domain/dossier.ts';
import { type DossierPage, type DossierQuery, defaultListed } from '../../shared/domain/listing.ts';
import type { Desk } from '../documents/desk.ts';
import { inView } from '../documents/view.ts';
import { type Sql, allOf, sql, sqlOf } from '../file/driver.ts';
import { fold, words } from '../search/fold.ts';
import { dossierValuesOf } from './dossiers.ts';

interface SummaryRow {
  readonly id: string;
  readonly reference: string;
  readonly saved_at: string;
  readonly requests: number;
  readonly last_entry_at: string | null;
  /** of the entry that happened last and still holds: JSON of {at, text} */
  readonly last_entry: string | null;
}

type Order = NonNullable<DossierQuery['sort']>;
type Direction = NonNullable<DossierQuery['direction']>;

/** Enough of an entry to know it by in a list, characters. */
const excerpt = 400;

const requestsIn = sql`(SELECT count(*) FROM document AS request WHERE request.dossier = document.id AND request.kind = 'request')`;
const lastEntryAt = sql`(SELECT max(written_at) FROM log_entry WHERE log_entry.dossier = document.id)`;
const isClosed = sql`EXISTS (SELECT 1 FROM field WHERE field.document = document.id AND field.id = 'closed' AND field.json = 'true')`;
const title = sql`lower((SELECT json_extract(json, '$') FROM field WHERE field.document = document.id AND field.id = 'title'))`;

const orders: Readonly<Record<Order, Sql>> = {
  saved: sql`saved_at`,
  title,
  requests: requestsIn,
  last: sql`coalesce((SELECT max(written_at) FROM log_entry WHERE log_entry.dossier = document.id), saved_at)`,
  state: isClosed,
};
const turns: Readonly<Record<Direction, Sql>> = { ascending: sql`, saved_at DESC, document.id DESC`, descending: sql`DESC, saved_at DESC, document.id DESC` };

/** A page of what the query finds; the newest work first when nothing else is asked. */
export function listDossiers(desk: Desk, query: DossierQuery = {}): DossierPage {
  const { sort = 'saved', direction = 'descending', from = 0, limit = defaultListed } = query;
  const conditions = allOf(conditionsOf(desk, query));
  const rows = desk.file.rows<SummaryRow>(
    sqlOf(
      sql`SELECT id, reference, saved_at,`,
      requestsIn,
      sql`AS requests,`,
      lastEntryAt,
      sql`AS last_entry_at,
        (SELECT json_object('at', json_extract(revision.body, '$.at'), 'text', substr(json_extract(revision.body, '$.text'), 1, ${excerpt}))
          FROM log_entry JOIN revision ON revision.id = log_entry.revision
          WHERE log_entry.dossier = document.id AND NOT EXISTS (SELECT 1 FROM log_entry AS better WHERE better.corrects = log_entry.revision)
          ORDER BY log_entry.at DESC, log_entry.written_at DESC, log_entry.entry DESC LIMIT 1) AS last_entry
      FROM document WHERE`,
      conditions,
      sql`ORDER BY`,
      orders[sort],
      turns[direction],
      sql`LIMIT ${limit} OFFSET ${from}`,
    ),
  );
  const total = desk.file.row<{ total: number }>(sqlOf(sql`SELECT count(*) AS total FROM document WHERE`, conditions))?.total ?? rows.length;
  return { dossiers: rows.map((row) => summaryRow(desk, row)), total };
}

function conditionsOf(desk: Desk, { find = '', closed, ids }: DossierQuery): readonly Sql[] {
  return [
    sql`kind = 'dossier'`,
    inView(desk.file),
    ...(closed === undefined ? [] : [closed ? isClosed : sqlOf(sql`NOT`, isClosed)]),
    ...(ids === undefined ? [] : [sql`id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`]),
    ...(words(find).length === 0 ? [] : [sql`id IN (SELECT value FROM json_each(${JSON.stringify(idsWith(desk, words(find)))}))`]),
  ];
}

/** Folded here, not in SQL: a post has few dossiers beside its requests, and their words stand in the fields themselves. */
function idsWith({ file, reference }: Desk, typed: readonly string[]): readonly string[] {
  return file.rows<{ id: string; reference: string }>(sql`SELECT id, reference FROM document WHERE kind = 'dossier'`).flatMap((row) => {
    const { title: name = '', regions = [] } = dossierValuesOf(file, row.id);
    const text = fold(`${name} ${row.reference}`);
    const codes = regions.map(({ regionCode }) => regionCode);
    return typed.every((word) => text.includes(word) || reference.regionsNamed(word).some((code) => codes.includes(code))) ? [row.id] : [];
  });
}

function summaryRow({ file }: Desk, row: SummaryRow): DossierSummary {
  const { title: name = '', regions = [], closed = false } = dossierValuesOf(file, row.id);
  return {
    id: row.id,
    reference: row.reference,
    title: name,
    regions,
    closed,
    requests: row.requests,
    savedAt: row.saved_at,
    ...(row.last_entry_at === null ? {} : { lastEntryAt: row.last_entry_at }),
    ...(row.last_entry === null ? {} : { lastEntry: JSON.parse(row.last_entry) as NonNullable<DossierSummary['lastEntry']> }),
  };
}
