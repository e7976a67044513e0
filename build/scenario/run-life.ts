/** Writes the advice of a case and records its life, through the same calls as the window. */
import { randomUUID } from 'node:crypto';
import type { CallOutput } from '../../shared/contract.ts';
import type { FieldChanges } from '../../shared/domain/request.ts';
import type { AppClient } from '../../test/helpers/client.ts';
import type { CaseAdvice, CaseLife } from '../../test/scenarios/case.ts';

export type OpenedAdvice = CallOutput<'advice.open'>;
export type OpenedLife = CallOutput<'life.open'>;

export async function runAdvice(client: AppClient, requestId: string, wanted: CaseAdvice): Promise<OpenedAdvice> {
  const { id } = await client.must('advice.create', { requestId });
  const { seq } = await client.must('advice.save', { id, changes: wanted.values });
  const opened = await client.must('advice.open', { id });
  if (wanted.finalise === true) await client.must('advice.finalise', { id, seq, despite: 'zo staat het in de casus' });
  return opened;
}

/** Gives the life as it came out, and what came otherwise than the case says while it was recorded. */
export async function runLife(client: AppClient, requestId: string, { steps }: CaseLife): Promise<{ readonly life: OpenedLife; readonly differences: readonly string[] }> {
  const differences: string[] = [];
  const recorded: (string | undefined)[] = [];
  for (const [index, entry] of steps.entries()) {
    recorded.push(undefined);
    if ('finalise' in entry) {
      const { seq } = await client.must('request.open', { id: requestId });
      await client.must('request.finalise', { id: requestId, seq, despite: entry.finalise });
    } else if ('nextVersion' in entry) {
      await client.must('request.nextVersion', { id: requestId });
      await client.must('request.save', { id: requestId, changes: entry.nextVersion satisfies FieldChanges });
    } else {
      const { refused, corrects, ...step } = entry;
      const named = corrects === undefined ? undefined : recorded[corrects];
      const answer = await client.call('life.record', { requestId, step: { id: randomUUID(), ...step, ...(named === undefined ? {} : { corrects: named }) } });
      const came = answer.ok ? 'recorded' : answer.error.code === 'step.impossible' ? String(answer.error.details?.['reason']) : `${answer.error.code} ${answer.error.field ?? ''}`.trim();
      if (came !== (refused ?? 'recorded')) differences.push(`life, entry ${index} (${step.kind}): expected ${refused ?? 'recorded'}, came ${came}`);
      if (answer.ok) recorded[index] = answer.value.revisionId;
    }
  }
  return { life: await client.must('life.open', { requestId }), differences };
}
