/** Every step of every request, for the overview: read as they are kept. One that matters is proven when its request is opened. */
import { lifeStepContent } from '../../shared/domain/life.ts';
import type { StepFact } from '../../shared/rules/life/facts.ts';
import { type StoreFile, sql } from '../file/driver.ts';

export function factsFromBodies(file: StoreFile): ReadonlyMap<string, StepFact[]> {
  const rows = file.rows<{ revision: string; request: string; at: string; step: string }>(sql`
    SELECT revision, request, life_step.at, json_extract(body, '$.step') AS step
    FROM life_step JOIN revision ON revision.id = life_step.revision`);
  const facts = new Map<string, StepFact[]>();
  for (const { revision, request, at, step } of rows) {
    const held = facts.get(request) ?? [];
    held.push({ ...lifeStepContent.parse(JSON.parse(step)), revisionId: revision, instant: at });
    facts.set(request, held);
  }
  return facts;
}
