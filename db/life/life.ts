/** The life of one request. Of all of them: overview.ts. */
import type { AdviceVersion } from '../../shared/domain/advice.ts';
import type { Amendment, Life } from '../../shared/domain/life.ts';
import { difference } from '../../shared/rules/difference.ts';
import type { AmendmentFact } from '../../shared/rules/life/facts.ts';
import { compareWithAdvice, lifeOf } from '../../shared/rules/life/life.ts';
import { standingAdvice } from '../advices/read.ts';
import { type Desk, documentOf, isAssessable } from '../documents/desk.ts';
import type { DocumentRow } from '../documents/working-copies.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import { contextOf, finalisedRevisions } from './context.ts';
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
