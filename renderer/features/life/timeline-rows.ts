/**
 * The life of a request as it is read: from top to bottom in time, what the document tells (begun, finalised) between the steps that
 * people recorded. Nothing is left out: a step that was put right stands beside what puts it right.
 */
import type { Life, LifeStep } from '../../../shared/domain/life.ts';
import { dayOf, moment, momentOfInstant } from '../../../shared/domain/moment.ts';
import type { RequestDocument, RevisionSummary } from '../../../shared/domain/request.ts';

/** `day` is the calendar date on which the row happened, where it is the first of that day. */
export type TimelineRow = { readonly day?: string } & (
  | { readonly kind: 'begun'; readonly key: string; readonly at: string }
  | { readonly kind: 'finalised'; readonly key: string; readonly at: string; readonly revision: RevisionSummary }
  | { readonly kind: 'step'; readonly key: string; readonly at: string; readonly step: LifeStep; readonly corrects: LifeStep | undefined; readonly isRecordedLater: boolean }
);

/** Nothing is old news within this time after it happened, milliseconds. */
const onTheSpot = 2 * 60_000;

const instantOf = (at: string): number => moment(at)?.toDate().getTime() ?? Date.parse(at);

function dayText(row: TimelineRow | undefined): string | undefined {
  const at = row && (moment(row.at) ?? momentOfInstant(row.at));
  return at && dayOf(at);
}

export function timelineRows({ steps }: Pick<Life, 'steps'>, { createdAt, revisions }: Pick<RequestDocument, 'createdAt' | 'revisions'>): readonly TimelineRow[] {
  const byRevision = new Map(steps.map((step) => [step.revisionId, step]));
  const rows: TimelineRow[] = [
    { kind: 'begun', key: 'begun', at: createdAt },
    ...revisions.filter(({ state }) => state === 'finalised').map((revision): TimelineRow => ({ kind: 'finalised', key: revision.id, at: revision.at, revision })),
    ...steps.map(
      (step): TimelineRow => ({
        kind: 'step',
        key: step.revisionId,
        at: step.at,
        step,
        corrects: step.corrects === undefined ? undefined : byRevision.get(step.corrects),
        isRecordedLater: Date.parse(step.recordedAt) - instantOf(step.at) > onTheSpot,
      }),
    ),
  ];
  // A sort that is stable keeps the order that the store gave to steps of one moment.
  const inOrder = rows.toSorted((one, other) => instantOf(one.at) - instantOf(other.at));
  return inOrder.map((row, index) => (dayText(row) === dayText(inOrder[index - 1]) ? row : { ...row, day: dayText(row) ?? '' }));
}
