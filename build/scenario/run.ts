/** Drafts cases in the built application, through the same calls as the window, and writes what came of each. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ExportFormat } from '../../shared/contract.ts';
import type { Locale } from '../../shared/domain/basics.ts';
import type { FieldChanges } from '../../shared/domain/request.ts';
import { startApp } from '../../test/helpers/app.ts';
import { type AppClient, appClient } from '../../test/helpers/client.ts';
import { type FinderCase, type RequestCase, type ScenarioCase, isRequestCase } from '../../test/scenarios/case.ts';
import { type FinderResultOfCase, finderDifferences, judgeByFinder } from './finder.ts';
import { type CaseResult, type Judgement, type ResultDocument, describe, differences } from './result.ts';
import { adviceDifferences, describeAdvice, describeLife, lifeDifferences } from './result-life.ts';
import { runAdvice, runLife } from './run-life.ts';

const formats: readonly ExportFormat[] = ['docx', 'pdf', 'lcms', 'readout'];

export interface CaseOutcome {
  readonly id: string;
  readonly result?: CaseResult;
  /** why there is no result */
  readonly failure?: string;
}

/**
 * Runs every case and tells each outcome as it comes. Cases of one post share a post, in their order; another post is another
 * profile and another start, because a post belongs to one region for good. A case that fails does not stop the next.
 */
export async function runCases(cases: readonly ScenarioCase[], out: string, tell: (outcome: CaseOutcome) => void): Promise<void> {
  const groups = Map.groupBy(cases, ({ post }) => JSON.stringify([post.name, post.function, post.regionCode]));
  for (const group of groups.values()) {
    const profile = mkdtempSync(path.join(tmpdir(), 'steunpunt-scenario-'));
    try {
      await runGroup(group, profile, out, tell);
    } finally {
      rmSync(profile, { recursive: true, force: true });
    }
  }
}

async function runGroup(group: readonly ScenarioCase[], profile: string, out: string, tell: (outcome: CaseOutcome) => void): Promise<void> {
  const [first] = group;
  if (!first) return;
  const app = await startApp({ profile });
  try {
    const client = await appClient(app);
    // nobody opens this post again: its passphrase is forgotten with it
    await client.must('post.create', { identity: first.post, passphrase: randomBytes(24).toString('base64url') });
    const { version } = await client.must('app.info', {});
    for (const one of group) tell(await runCase(client, one, path.join(out, one.id), version));
    client.leave();
  } finally {
    await app.stop();
  }
}

async function runCase(client: AppClient, one: ScenarioCase, folder: string, applicationVersion: string): Promise<CaseOutcome> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    const locale = one.locale ?? 'nl';
    const finder = one.finder && (await askFinder(client, one.finder, locale));
    const request = isRequestCase(one) ? await runRequest(client, one, folder, locale) : undefined;
    const differing = [...(one.finder && finder ? finderDifferences(one.finder.expect, finder) : []), ...(request?.differing ?? [])];
    const result: CaseResult = { case: one.id, applicationVersion, ...(finder ? { finder } : {}), ...request?.came, documents: request?.documents ?? [], differences: differing };
    writeFileSync(path.join(folder, 'result.json'), `${JSON.stringify(result, null, 2)}\n`);
    return { id: one.id, result };
  } catch (thrown) {
    return { id: one.id, failure: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

async function askFinder(client: AppClient, asked: FinderCase, locale: Locale): Promise<FinderResultOfCase> {
  const { finder } = await client.must('reference.all', {});
  if (!finder) throw new Error('the application holds no finder');
  return judgeByFinder(finder, asked, locale);
}

interface RanRequest {
  readonly came: Judgement & Pick<CaseResult, 'advice' | 'life'>;
  readonly documents: ResultDocument[];
  readonly differing: readonly string[];
}

async function runRequest(client: AppClient, one: RequestCase, folder: string, locale: Locale): Promise<RanRequest> {
  // each case is an incident of its own: what another case asks must not count against it
  const dossier = await client.must('dossier.create', { title: one.id });
  for (const other of one.alsoOpen ?? []) await draft(client, other, dossier.id);
  const id = await draft(client, one, dossier.id);
  const came = describe(await client.must('request.assess', { id, now: one.now }), locale);
  const documents = await exportAll(client, id, folder, locale);
  // the papers are those of the draft; what follows finalises it
  const advice = one.advice && describeAdvice(await runAdvice(client, id, one.advice), locale);
  const lived = one.life && (await runLife(client, id, one.life));
  const life = lived && describeLife(lived.life);
  await client.must('dossier.save', { id: dossier.id, changes: { closed: true } });
  return {
    came: { ...came, ...(advice ? { advice } : {}), ...(life ? { life } : {}) },
    documents,
    differing: [
      ...differences(one.expect, came),
      ...(advice ? adviceDifferences(one.advice?.expect, advice) : []),
      ...(lived?.differences ?? []),
      ...(life ? lifeDifferences(one.life?.expect, life) : []),
    ],
  };
}

async function draft(client: AppClient, { templateId, values }: Pick<RequestCase, 'templateId' | 'values'>, dossierId: string): Promise<string> {
  const { id } = await client.must('request.create', { templateId, dossierId });
  await client.must('request.save', { id, changes: values satisfies FieldChanges });
  return id;
}

async function exportAll(client: AppClient, id: string, folder: string, locale: Locale): Promise<ResultDocument[]> {
  client.answerDialogs((question) => (question.ask === 'prompt' ? folder : null));
  const saved = await client.must('export.save', { id, formats: [...formats], locale });
  if (saved.cancelled) throw new Error('the export was cancelled');
  return saved.files.map(({ format, name }) => {
    const bytes = readFileSync(path.join(folder, name));
    return { format, name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
}
