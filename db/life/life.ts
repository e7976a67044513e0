/** The life of one request, and of all of them. */
import type { AdviceVersion } from '../../shared/domain/advice.ts';
import type { Amendment, Life, LifeOverview, LifeRow } from '../../shared/domain/life.ts';
import { difference } from '../../shared/rules/difference.ts';
import type { AmendmentFact, LifeContext } from '../../shared/rules/life/facts.ts';
import { compareWithAdvice, lifeOf } from '../../shared/rules/life/life.ts';
import { standingAdvice } from '../advices/read.ts';
import { type Desk, documentOf, isAssessable } from '../documents/desk.ts';
import { inView } from '../documents/view.ts';
import type { DocumentRow } from '../documents/working-copies.ts';
import { type StoreFile, sql, sqlOf } from '../file/driver.ts';
import { announcementsOf } from './announcements.ts';
import { contextOf, finalisedRevisions, instantOf, oralSource } from './context.ts';
import { factsFromBodies } from './facts-from-bodies.ts';
import { factsOf, stepsOf } from './steps.ts';

export function openLife(desk: Desk, requestId: string): Life {
  const document = documentOf(desk, requestId);
  const facts = lifeOf(factsOf(desk.file, requestId), contextOf(desk, document));
  return {
    requestId,
    reference: document.reference,
    requestState: document.state,
    version: document.version,
    state: facts.state,
    steps: stepsOf(desk, document),
    allowed: [...facts.allowed],
    tasks: [...facts.tasks],
    lines: [...facts.lines],
    totals: facts.totals,
    amendments: amendmentsOf(desk, document, facts.amendments),
    comparison: compareWithAdvice(adviceOf(desk.file, requestId), facts.decision),
  };
}

interface OverviewRow extends DocumentRow {
  readonly title: string;
  readonly period: string | null;
  readonly oral: string | null;
  readonly oral_at: string | null;
}

/** All requests, newest work first, then what was announced and no request follows yet. */
export function lifeOverview(desk: Desk): LifeOverview {
  const now = desk.now().toISOString();
  const steps = factsFromBodies(desk.file);
  const advices = adviceOfAll(desk.file);
  const requests = desk.file
    .rows<OverviewRow>(
      sqlOf(
        sql`
      SELECT document.*, title, period.json AS period, oral.json AS oral, oral_at.json AS oral_at
      FROM document JOIN request_summary ON request_summary.document = document.id
      LEFT JOIN field AS period ON period.document = document.id AND period.id = 'effect.period'
      LEFT JOIN field AS oral ON oral.document = document.id AND oral.id = 'applicant.oral'
      LEFT JOIN field AS oral_at ON oral_at.document = document.id AND oral_at.id = 'applicant.oralAt'
      WHERE document.kind = 'request' AND`,
        inView(desk.file),
        sql`ORDER BY saved_at DESC, document.id DESC`,
      ),
    )
    .map((row): LifeRow => {
      const facts = lifeOf(steps.get(row.id) ?? [], overviewContext(desk, row, now));
      return {
        requestId: row.id,
        ...(row.dossier === null ? {} : { dossierId: row.dossier }),
        reference: row.reference,
        title: row.title,
        state: facts.state,
        ...(facts.since === undefined ? {} : { since: facts.since }),
        tasks: [...facts.tasks],
        comparison: compareWithAdvice(advices.get(row.id), facts.decision),
        totals: facts.totals,
      };
    });
  const announced = announcementsOf(desk)
    .filter(({ requests: taken }) => taken.length === 0)
    .map(
      (one): LifeRow => ({
        announcementId: one.id,
        ...(one.dossierId === undefined ? {} : { dossierId: one.dossierId }),
        reference: one.reference,
        title: one.text,
        state: 'preAnnounced',
        since: instantOf(one.at) ?? one.recordedAt,
        tasks: [],
        comparison: { differs: 'open' },
        totals: {},
      }),
    );
  const differing = (how: string): number => requests.filter(({ comparison }) => comparison.differs === how).length;
  const negativeGranted = requests.filter(({ comparison: { advice, decision } }) => advice === 'negative' && (decision === 'granted' || decision === 'grantedInPart')).length;
  return { rows: [...requests, ...announced], counts: { same: differing('same'), partly: differing('partly'), differs: differing('differs'), negativeGranted } };
}

/** Without lines: the overview counts none, and reads no revision of each request for them. The period is that of the working copy. */
function overviewContext(desk: Desk, row: OverviewRow, now: string): LifeContext {
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

type Advised = { readonly id: string } & AdviceVersion;

/** The newest advice of the request that was finalised. */
export function adviceOf(file: StoreFile, requestId: string): Advised | undefined {
  const ids = file.rows<{ id: string }>(sql`SELECT document AS id FROM advice WHERE request = ${requestId}`);
  const standing = ids.flatMap(({ id }) => {
    const version = standingAdvice(file, id);
    return version === undefined ? [] : [{ id, ...version }];
  });
  return standing.toSorted((one, other) => (one.at < other.at ? 1 : -1))[0];
}

function adviceOfAll(file: StoreFile): ReadonlyMap<string, Advised> {
  const requests = file.rows<{ request: string }>(sql`SELECT DISTINCT request FROM advice WHERE request IS NOT NULL`);
  return new Map(
    requests.flatMap(({ request }) => {
      const advice = adviceOf(file, request);
      return advice === undefined ? [] : [[request, advice] as const];
    }),
  );
}

/** An extension or change names the version that asks it; beside it the one before, and the fields in which the two differ. */
function amendmentsOf(desk: Desk, document: DocumentRow, amendments: readonly AmendmentFact[]): Amendment[] {
  const versions = finalisedRevisions(desk.file, document.id);
  const template = isAssessable(desk, document.template_id) ? desk.reference.template(document.template_id) : undefined;
  return amendments.flatMap(({ step, decision }) => {
    if (step.kind !== 'extension' && step.kind !== 'change') return [];
    const asked = step.version === undefined ? undefined : versions.find(({ content }) => content.version === step.version);
    const former = step.version === undefined ? undefined : versions.find(({ content }) => content.version < (step.version ?? 0));
    return [
      {
        step: step.revisionId,
        kind: step.kind,
        ...(step.version === undefined ? {} : { version: step.version }),
        ...(former === undefined ? {} : { former: former.content.version, formerRevisionId: former.id }),
        ...(asked === undefined ? {} : { revisionId: asked.id }),
        fields: asked && former && template ? difference(former.content.values, asked.content.values, template).map(({ field }) => field) : [],
        ...(decision === undefined ? {} : { decision }),
      },
    ];
  });
}
