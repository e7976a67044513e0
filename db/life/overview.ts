/**
 * The lives of all requests, a page at a time. A request of which no step was told and nothing was asked orally is where its document is, and
 * has nothing to do: SQL knows it by itself. The others are folded from their steps, and laid beside those for the page, the order and the counts.
 */
import { lifeStates } from '../../shared/domain/choices.ts';
import type { Announcement, LifeRow, LifeState } from '../../shared/domain/life.ts';
import { type LifePage, type LifeQuery, defaultListed } from '../../shared/domain/listing.ts';
import type { LifeContext } from '../../shared/rules/life/facts.ts';
import { compareWithAdvice, lifeOf } from '../../shared/rules/life/life.ts';
import { isUnderWay, oldestTask } from '../../shared/rules/life/rows.ts';
import type { Desk } from '../documents/desk.ts';
import { inView } from '../documents/view.ts';
import type { DocumentRow } from '../documents/working-copies.ts';
import { type Sql, allOf, sql, sqlOf } from '../file/driver.ts';
import { fold, wordsAsked } from '../search/fold.ts';
import { announcementsOf } from './announcements.ts';
import { instantOf, oralSource } from './context.ts';
import { factsFromBodies } from './facts-from-bodies.ts';
import { adviceOf } from './life.ts';

interface RequestRow extends DocumentRow {
  readonly title: string;
}

interface ToldRow extends RequestRow {
  readonly period: string | null;
  readonly oral: string | null;
  readonly oral_at: string | null;
}

type Order = NonNullable<LifeQuery['sort']>;
type Direction = NonNullable<LifeQuery['direction']>;

/** Stands behind every moment: rows without a task come last. */
const noTask = '9999';

const differing = ['differs', 'partly', 'same', 'open'] as const;
const rankOf = (state: LifeState): number => lifeStates.indexOf(state);

const orders: Readonly<Record<Order, Sql>> = { saved: sql`saved_at`, title: sql`found`, state: sql`rank`, tasks: sql`oldest`, compared: sql`differs` };
const turns: Readonly<Record<Direction, Sql>> = { ascending: sql`, saved_at DESC, id DESC`, descending: sql`DESC, saved_at DESC, id DESC` };

/** A page of what the query finds; the newest work first when nothing else is asked. */
export function lifeOverview(desk: Desk, query: LifeQuery = {}): LifePage {
  const { sort = 'saved', direction = 'descending', from = 0, limit = defaultListed } = query;
  const told = toldRows(desk);
  const announced = announcementsOf(desk).filter(({ requests }) => requests.length === 0);
  const rows = rowsOf(desk, told, announced);
  const conditions = allOf(conditionsOf(query));
  const ids = desk.file.rows<{ id: string }>(sqlOf(rows, sql`SELECT id FROM life WHERE`, conditions, sql`ORDER BY`, orders[sort], turns[direction], sql`LIMIT ${limit} OFFSET ${from}`)).map(({ id }) => id);
  const counted = desk.file.rows<{ rank: number; count: number; fitting: number }>(sqlOf(rows, sql`SELECT rank, count(*) AS count, sum(`, conditions, sql`) AS fitting FROM life GROUP BY rank ORDER BY rank`));
  const states = counted.flatMap(({ rank, count }) => {
    const state = lifeStates[rank];
    return state === undefined ? [] : [{ state, count }];
  });
  const total = counted.reduce((sum, { fitting }) => sum + fitting, 0);
  return { rows: shownRows(desk, ids, told, announced), total, figures: figuresOf([...told.values()], states, announced.length), states };
}

/** Of every row what it is found, chosen and ordered by, as the table `life`. */
function rowsOf({ file }: Desk, told: ReadonlyMap<string, LifeRow>, announced: readonly Announcement[]): Sql {
  const facts = [...told].map(([id, row]) => [id, rankOf(row.state), isUnderWay(row) ? 1 : 0, oldestTask(row) ?? noTask, differing.indexOf(row.comparison.differs)]);
  const alone = announced.map((one) => [one.id, fold(`${one.text} ${one.reference}`), one.recordedAt]);
  return sqlOf(
    sql`
    WITH told AS MATERIALIZED (
      SELECT json_extract(value, '$[0]') AS id, json_extract(value, '$[1]') AS rank, json_extract(value, '$[2]') AS open, json_extract(value, '$[3]') AS oldest, json_extract(value, '$[4]') AS differs
      FROM json_each(${JSON.stringify(facts)})),
    life AS (
      SELECT document.id, found, saved_at, coalesce(told.rank, CASE state WHEN 'draft' THEN ${rankOf('draft')} ELSE ${rankOf('finalised')} END) AS rank,
        coalesce(told.open, 1) AS open, coalesce(told.oldest, ${noTask}) AS oldest, coalesce(told.differs, ${differing.indexOf('open')}) AS differs
      FROM document JOIN request_summary ON request_summary.document = document.id LEFT JOIN told ON told.id = document.id
      WHERE document.kind = 'request' AND`,
    inView(file),
    sql`
      UNION ALL
      SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]'), ${rankOf('preAnnounced')}, 1, ${noTask}, ${differing.indexOf('open')}
      FROM json_each(${JSON.stringify(alone)}))`,
  );
}

function conditionsOf({ find, shows = 'all', state }: LifeQuery): readonly Sql[] {
  const chosen = { all: sql`1`, open: sql`open = 1`, tasks: sql`oldest <> ${noTask}`, differs: sql`differs <= ${differing.indexOf('partly')}` } as const;
  return [
    chosen[shows],
    ...(state === undefined ? [] : [sql`rank = ${rankOf(state)}`]),
    ...wordsAsked(find).map((word) => sql`instr(found, ${word}) > 0`),
  ];
}

/** Those of which a step was told, and those that were asked orally as their document says. */
function toldRows(desk: Desk): ReadonlyMap<string, LifeRow> {
  const now = desk.now().toISOString();
  const steps = factsFromBodies(desk.file);
  const rows = desk.file.rows<ToldRow>(
    sqlOf(
      sql`
      SELECT document.*, title, period.json AS period, oral.json AS oral, oral_at.json AS oral_at
      FROM document JOIN request_summary ON request_summary.document = document.id
      LEFT JOIN field AS period ON period.document = document.id AND period.id = 'effect.period'
      LEFT JOIN field AS oral ON oral.document = document.id AND oral.id = 'applicant.oral'
      LEFT JOIN field AS oral_at ON oral_at.document = document.id AND oral_at.id = 'applicant.oralAt'
      WHERE document.id IN (
        SELECT request FROM life_step
        UNION SELECT id FROM document AS said WHERE kind = 'request' AND EXISTS (SELECT 1 FROM field WHERE field.document = said.id AND field.id = 'applicant.oral' AND json = 'true')) AND`,
      inView(desk.file),
    ),
  );
  return new Map(
    rows.map((row) => {
      const facts = lifeOf(steps.get(row.id) ?? [], overviewContext(desk, row, now));
      // advice is read where there is a decision to hold it against; of the others when they are shown
      const advice = facts.decision === undefined ? undefined : adviceOf(desk.file, row.id);
      const { state, since, tasks, totals } = facts;
      return [row.id, { ...named(row), state, ...(since === undefined ? {} : { since }), tasks: [...tasks], comparison: compareWithAdvice(advice, facts.decision), totals }];
    }),
  );
}

/** Without lines: the overview counts none, and reads no revision of each request for them. The period is that of the working copy. */
function overviewContext(desk: Desk, row: ToldRow, now: string): LifeContext {
  const period: { start?: string; end?: string } = row.period === null ? {} : JSON.parse(row.period);
  const oralAt: unknown = row.oral === 'true' && row.oral_at !== null ? JSON.parse(row.oral_at) : undefined;
  return {
    requestState: row.state,
    now,
    start: instantOf(period.start),
    end: instantOf(period.end),
    oralAt: typeof oralAt === 'string' ? instantOf(oralAt) : undefined,
    oralSource: oralSource(desk, row),
    lines: [],
  };
}

function shownRows(desk: Desk, ids: readonly string[], told: ReadonlyMap<string, LifeRow>, announced: readonly Announcement[]): LifeRow[] {
  const alone = new Map(announced.map((one) => [one.id, announcedRow(one)]));
  const quiet = new Map(
    desk.file
      .rows<RequestRow>(sql`SELECT document.*, title FROM document JOIN request_summary ON request_summary.document = document.id WHERE document.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
      .map((row): [string, LifeRow] => [row.id, { ...named(row), state: row.state, tasks: [], comparison: compareWithAdvice(undefined, undefined), totals: {} }]),
  );
  return ids.flatMap((id) => {
    const row = told.get(id) ?? quiet.get(id);
    if (!row) return alone.get(id) ?? [];
    return [row.comparison.decision === undefined ? { ...row, comparison: compareWithAdvice(adviceOf(desk.file, id), undefined) } : row];
  });
}

function named({ id, dossier, reference, title }: RequestRow): Pick<LifeRow, 'requestId' | 'dossierId' | 'reference' | 'title'> {
  return { requestId: id, ...(dossier === null ? {} : { dossierId: dossier }), reference, title };
}

function announcedRow({ id, dossierId, reference, text, at, recordedAt }: Announcement): LifeRow {
  return {
    announcementId: id,
    ...(dossierId === undefined ? {} : { dossierId }),
    reference,
    title: text,
    state: 'preAnnounced',
    since: instantOf(at) ?? recordedAt,
    tasks: [],
    comparison: { differs: 'open' },
    totals: {},
  };
}

function figuresOf(told: readonly LifeRow[], states: LifePage['states'], announced: number): LifePage['figures'] {
  const those = (how: LifeRow['comparison']['differs']): number => told.filter(({ comparison }) => comparison.differs === how).length;
  return {
    // what was announced is no request yet
    underWay: states.filter(isUnderWay).reduce((sum, { count }) => sum + count, 0) - announced,
    tasks: told.reduce((sum, { tasks }) => sum + tasks.length, 0),
    same: those('same'),
    partly: those('partly'),
    differs: those('differs'),
    negativeGranted: told.filter(({ comparison: { advice, decision } }) => advice === 'negative' && (decision === 'granted' || decision === 'grantedInPart')).length,
  };
}
