/** The list of advice, a page at a time. */
import type { AdviceSummary } from '../../shared/domain/advice.ts';
import { type AdvicePage, type AdviceQuery, defaultListed } from '../../shared/domain/listing.ts';
import type { Desk } from '../documents/desk.ts';
import { indexSaved } from '../documents/projection.ts';
import { inView } from '../documents/view.ts';
import type { DocumentRow } from '../documents/working-copies.ts';
import { type Sql, type StoreFile, allOf, sql, sqlOf } from '../file/driver.ts';
import { wordsAsked } from '../search/fold.ts';
import { adviceValuesOf, answersOf, standingAdvice } from './read.ts';

interface SummaryRow extends DocumentRow {
  readonly request: string | null;
  readonly request_reference: string | null;
  readonly request_title: string | null;
  readonly request_dossier: string | null;
}

type Order = NonNullable<AdviceQuery['sort']>;
type Direction = NonNullable<AdviceQuery['direction']>;

const tables = sql`
  FROM advice JOIN document ON document.id = advice.document
  LEFT JOIN document AS request ON request.id = advice.request
  LEFT JOIN request_summary ON request_summary.document = advice.request
  WHERE`;

const said = (field: string): Sql => sql`(SELECT json_extract(json, '$') FROM field WHERE field.document = document.id AND field.id = ${field})`;
const openProposals = sql`
  (SELECT count(*) FROM field JOIN json_each(field.json) AS proposal WHERE field.document = document.id AND field.id = 'proposals'
    AND json_extract(proposal.value, '$.id') NOT IN (SELECT proposal FROM proposal_answer WHERE advice = document.id))`;

const orders: Readonly<Record<Order, Sql>> = {
  saved: sql`document.saved_at`,
  title: sqlOf(sql`lower(coalesce(`, said('subject'), sql`, request_summary.title, ''))`),
  // one without an outcome comes where no outcome would stand
  outcome: sqlOf(sql`coalesce(`, said('outcome'), sql`, '')`),
  state: sql`document.state || ' ' || document.version`,
  request: sql`coalesce(request.reference, '')`,
  proposals: openProposals,
};
const turns: Readonly<Record<Direction, Sql>> = { ascending: sql`, document.saved_at DESC, document.id DESC`, descending: sql`DESC, document.saved_at DESC, document.id DESC` };

/** A page of what the query finds; the newest work first when nothing else is asked. */
export function listAdvices(desk: Desk, query: AdviceQuery = {}): AdvicePage {
  const { file } = desk;
  const { sort = 'saved', direction = 'descending', from = 0, limit = defaultListed } = query;
  const conditions = allOf(conditionsOf(desk, query));
  const rows = rowsOf(desk, conditions, sql`ORDER BY`, orders[sort], turns[direction], sql`LIMIT ${limit} OFFSET ${from}`);
  const total = from === 0 && rows.length < limit ? rows.length : (file.row<{ total: number }>(sqlOf(sql`SELECT count(*) AS total`, tables, conditions))?.total ?? rows.length);
  return { advices: rows.map((row) => summaryOf(file, row)), total };
}

/** All of a request or of a dossier, the newest work first. */
export function advicesOf(desk: Desk, of: Pick<AdviceQuery, 'requestId' | 'dossierId'>): AdviceSummary[] {
  return rowsOf(desk, allOf(conditionsOf(desk, of)), sql`ORDER BY document.saved_at DESC, document.id DESC`).map((row) => summaryOf(desk.file, row));
}

function rowsOf({ file }: Desk, conditions: Sql, ...turn: readonly Sql[]): readonly SummaryRow[] {
  return file.rows<SummaryRow>(
    sqlOf(
      sql`SELECT document.*, advice.request, request.reference AS request_reference, request.dossier AS request_dossier, request_summary.title AS request_title`,
      tables,
      conditions,
      ...turn,
    ),
  );
}

function conditionsOf({ file, reference }: Desk, { requestId, dossierId, find }: AdviceQuery): readonly Sql[] {
  const typed = wordsAsked(find);
  // titles and numbers stand folded in what the search knows of them
  if (typed.length > 0) indexSaved(file, reference);
  return [
    // of a request or a dossier that is named nothing lies outside it
    requestId === undefined && dossierId === undefined ? inView(file) : sql`1`,
    ...(requestId === undefined ? [] : [sql`advice.request = ${requestId}`]),
    ...(dossierId === undefined ? [] : [sql`coalesce(request.dossier, document.dossier) = ${dossierId}`]),
    ...typed.map(
      (word) => sql`
        EXISTS (SELECT 1 FROM search_entry WHERE search_entry.kind = 'advice' AND search_entry.ref = document.id AND instr(search_entry.names, ${word}) > 0)
        OR instr(lower(coalesce(request.reference, '')), ${word}) > 0`,
    ),
  ];
}

function summaryOf(file: StoreFile, row: SummaryRow): AdviceSummary {
  const values = adviceValuesOf(file, row.id);
  const standing = standingAdvice(file, row.id);
  const dossier = row.request_dossier ?? row.dossier;
  const answered = new Set(answersOf(file, row.id).map(({ proposalId }) => proposalId));
  return {
    id: row.id,
    reference: row.reference,
    title: values.subject ?? row.request_title ?? '',
    state: row.state,
    version: row.version,
    ...(values.outcome === undefined ? {} : { outcome: values.outcome }),
    ...(standing === undefined ? {} : { standing }),
    ...(row.request === null ? {} : { requestId: row.request }),
    ...(row.request_reference === null ? {} : { requestReference: row.request_reference }),
    ...(dossier === null ? {} : { dossierId: dossier }),
    openProposals: (values.proposals ?? []).filter(({ id }) => !answered.has(id)).length,
    savedAt: row.saved_at,
  };
}
