/** Lists of requests, a page at a time, and what of them asks for attention. Counts of checks: counts.ts. */
import { type RequestAttention, type RequestPage, type RequestQuery, defaultListed } from '../../shared/domain/listing.ts';
import type { RequestSummary } from '../../shared/domain/request.ts';
import { type Sql, allOf, sql, sqlOf } from '../file/driver.ts';
import { wordsAsked } from '../search/fold.ts';
import { type Counts, bringCountsUpToDate, countsNow, letExercisesWait } from './counts.ts';
import type { Desk } from './desk.ts';
import { spaces, writes } from './spaces.ts';
import { inView } from './view.ts';
import type { DocumentRow } from './working-copies.ts';

interface SummaryRow extends DocumentRow {
  readonly title: string;
  readonly start: string | null;
  readonly region_code: string | null;
  readonly assessed_seq: number;
  readonly blocks: number;
  readonly warns: number;
  readonly group_id: string | null;
}

type Order = NonNullable<RequestQuery['sort']>;
type Direction = NonNullable<RequestQuery['direction']>;

/** A start within this time asks for attention now, hours. It is also the general notice of the forces (catalogue: general-force). */
export const soonHours = 48;
/** Of each kind that asks for attention; who wants more goes to the list. */
const attentionShown = 20;
const finalisedShown = 5;
/** Counts made before an order by counts, at most; the others follow when the post is at rest (electron/store/session.ts). */
const countedFirst = 100;

const isRequest = sql`document.kind = 'request'`;
const isDraft = sql`document.state = 'draft'`;
const asksSomething = sql`blocks + warns > 0`;

const orders: Readonly<Record<Order, Readonly<Record<Direction, Sql>>>> = {
  saved: { ascending: sql`ORDER BY saved_at, document.id`, descending: sql`ORDER BY saved_at DESC, document.id DESC` },
  title: { ascending: sql`ORDER BY found, document.id`, descending: sql`ORDER BY found DESC, document.id DESC` },
  state: { ascending: sql`ORDER BY state, version, saved_at DESC`, descending: sql`ORDER BY state DESC, version DESC, saved_at DESC` },
  // a start that is not known comes last
  start: { ascending: sql`ORDER BY start_at IS NULL, start_at, saved_at DESC`, descending: sql`ORDER BY start_at IS NULL, start_at DESC, saved_at DESC` },
  open: { ascending: sql`ORDER BY blocks, warns, saved_at DESC`, descending: sql`ORDER BY blocks DESC, warns DESC, saved_at DESC` },
};

/** A page of what the query finds. */
export function listRequests(desk: Desk, query: RequestQuery = {}): RequestPage {
  const { sort = 'saved', direction = 'descending', from = 0, limit = defaultListed } = query;
  if (sort === 'open') bringCountsUpToDate(desk, countedFirst);
  return page(desk, conditionsOf(desk, query), orders[sort][direction], from, limit);
}

/** All requests of a dossier, newest work first. */
export function requestsOfDossier(desk: Desk, dossier: string): RequestSummary[] {
  return summaries(desk, [isRequest, sql`dossier = ${dossier}`], orders.saved.descending);
}

/** Those with these ids, in their order; what is no request is left out. */
export function requestsById(desk: Desk, ids: readonly string[]): RequestSummary[] {
  const byId = new Map(summaries(desk, [isRequest, sql`document.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`], orders.saved.descending).map((summary) => [summary.id, summary]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export function requestAttention(desk: Desk, now = desk.now().toISOString()): RequestAttention {
  bringCountsUpToDate(desk, countedFirst);
  const until = new Date(Date.parse(now) + soonHours * 3_600_000).toISOString();
  const of = (conditions: readonly Sql[], order: Sql, limit = attentionShown): RequestPage => page(desk, [isRequest, inView(desk.file), ...conditions], order, 0, limit);
  return {
    open: of([isDraft], orders.start.ascending),
    missing: of([isDraft, asksSomething], orders.open.descending),
    soon: of([sql`start_at <= ${until} AND (start_at >= ${now} OR document.state = 'draft')`], orders.start.ascending),
    finalised: of([sql`document.state = 'finalised'`], orders.saved.descending, finalisedShown),
  };
}

function conditionsOf({ file, reference }: Desk, query: RequestQuery): readonly Sql[] {
  return [
    isRequest,
    inView(file),
    ...(query.state === undefined ? [] : [sql`document.state = ${query.state}`]),
    ...(query.templates === undefined ? [] : [sql`template_id IN (SELECT value FROM json_each(${JSON.stringify(query.templates)}))`]),
    ...(query.dossierId === undefined ? [] : [sql`dossier = ${query.dossierId}`]),
    ...(query.notInDossierId === undefined ? [] : [sql`dossier IS NOT ${query.notInDossierId}`]),
    ...(query.spaceId === undefined ? [] : [sql`document.space = ${query.spaceId}`]),
    ...(query.writable ? [sql`document.space IN (SELECT value FROM json_each(${JSON.stringify(spaces(file).filter(writes).map(({ id }) => id))}))`] : []),
    ...wordsAsked(query.find).map((word) => sql`instr(found, ${word}) > 0 OR region_code IN (SELECT value FROM json_each(${JSON.stringify(reference.regionsNamed(word))}))`),
  ];
}

function page(desk: Desk, conditions: readonly Sql[], order: Sql, from: number, limit: number): RequestPage {
  const requests = summaries(desk, conditions, order, sql`LIMIT ${limit} OFFSET ${from}`);
  // a first page that is not full is all of it
  if (from === 0 && requests.length < limit) return { requests, total: requests.length };
  const counted = sqlOf(sql`SELECT count(*) AS total FROM document JOIN request_summary ON request_summary.document = document.id WHERE`, allOf(conditions));
  return { requests, total: desk.file.row<{ total: number }>(counted)?.total ?? requests.length };
}

/**
 * What was saved since it was last assessed is assessed now, so that the counts are of what is stored. The rows are ordered by their
 * ids first: whole rows of twenty thousand requests would take three times as long to sort.
 */
function summaries(desk: Desk, conditions: readonly Sql[], order: Sql, part: Sql = sql``): RequestSummary[] {
  letExercisesWait(desk);
  const rows = desk.file.rows<SummaryRow>(
    sqlOf(
      sql`
        SELECT document.*, title, start, region_code, assessed_seq, blocks, warns, group_id
        FROM document JOIN request_summary ON request_summary.document = document.id
        LEFT JOIN group_member ON group_member.document = document.id
        WHERE document.id IN (
          SELECT document.id FROM document JOIN request_summary ON request_summary.document = document.id WHERE`,
      allOf(conditions),
      order,
      part,
      sql`)`,
      order,
    ),
  );
  const counted = countsNow(desk, rows.filter(({ assessed_seq }) => assessed_seq < 0));
  return rows.map((row) => summaryRow(row, counted.get(row.id) ?? row));
}

function summaryRow(row: SummaryRow, counts: Counts): RequestSummary {
  return {
    id: row.id,
    reference: row.reference,
    title: row.title,
    templateId: row.template_id,
    legalBasisId: row.legal_basis_id,
    state: row.state,
    version: row.version,
    ...(row.start === null ? {} : { start: row.start }),
    ...(row.region_code === null ? {} : { regionCode: row.region_code }),
    savedAt: row.saved_at,
    blocks: counts.blocks,
    warns: counts.warns,
    ...(row.dossier === null ? {} : { dossierId: row.dossier }),
    ...(row.group_id === null ? {} : { groupId: row.group_id }),
  };
}
