/**
 * Everything of an exercise as one archive, for evaluation: each dossier with its papers, what lies in no dossier, the script, and three
 * tables: who belonged to it, the steps in the lives of its requests, and who did what when on any post.
 */
import { revisionsOf } from '../../db/documents/revisions.ts';
import type { Desk } from '../../db/documents/desk.ts';
import { space as spaceOf } from '../../db/documents/spaces.ts';
import { openSpace } from '../../db/exchange/spaces.ts';
import { sql } from '../../db/file/driver.ts';
import { heldScript } from '../../db/exercise/held.ts';
import { openLife } from '../../db/life/life.ts';
import { csv } from '../../shared/document/csv.ts';
import { exportFileName, nameInExercise } from '../../shared/document/file-name.ts';
import { renderHtml } from '../../shared/document/html.ts';
import type { DocumentModel } from '../../shared/document/model.ts';
import { safeName } from '../../shared/document/safe-name.ts';
import { renderText } from '../../shared/document/text.ts';
import type { Locale } from '../../shared/domain/basics.ts';
import { AppError } from '../../shared/errors.ts';
import { say } from '../../shared/messages/index.ts';
import type { Archive, Member } from '../export/archive.ts';
import { advicePaper, lifePaper } from './advice-paper.ts';
import { docxApart } from './apart.ts';
import { type Making, dossierArchive } from './dossier-papers.ts';
import { requestPaper } from './request-paper.ts';

interface Kept {
  readonly id: string;
  readonly kind: string;
  readonly reference: string;
  readonly dossier: string | null;
}

/** Throws `space.unknown`, and `space.role` for a space that is no exercise. */
export function exerciseArchiveName(desk: Desk, space: string, locale: Locale): string {
  const { name, kind } = spaceOf(desk.file, space);
  if (kind !== 'exercise') throw new AppError('space.role', 'only an exercise is exported whole');
  return `${say(locale, 'document.exercise')} ${safeName(name)}.zip`;
}

export function exerciseArchive(desk: Desk, space: string, locale: Locale, { print, step }: Making, signal: AbortSignal): Archive {
  const madeAt = desk.now().toISOString();
  const documents = desk.file.rows<Kept>(sql`SELECT id, kind, reference, dossier FROM document WHERE space = ${space} ORDER BY reference`);
  const dossiers = documents.filter(({ kind }) => kind === 'dossier');
  const loose = documents.filter(({ kind, id, dossier }) => dossier === null && (kind === 'request' || (kind === 'advice' && !isOfRequestInDossier(desk, id))));
  const tables = 3;
  const total = dossiers.length + loose.length + tables;
  return { about: { format: 'steunpunt-exercise/1', reference: spaceOf(desk.file, space).name, post: desk.post.identity.name, fingerprint: desk.post.fingerprint }, madeAt, members: membersOf() };

  async function* membersOf(): AsyncGenerator<Member> {
    for (const [done, { id, reference }] of dossiers.entries()) {
      mustGoOn(signal);
      step(done, total, reference);
      const folder = safeName(reference);
      for await (const member of dossierArchive(desk, { kind: 'dossier', id }, locale, { print, step: () => mustGoOn(signal) }).members) {
        mustGoOn(signal);
        yield { ...member, name: `${folder}/${member.name}` };
      }
    }
    const folder = say(locale, 'exercise.file.loose');
    for (const [index, { id, kind, reference }] of loose.entries()) {
      mustGoOn(signal);
      step(dossiers.length + index, total, reference);
      for (const model of papersOf(desk, id, kind, locale, madeAt)) {
        mustGoOn(signal);
        yield { name: `${folder}/${exportFileName(model, 'pdf')}`, bytes: await print(renderHtml(model)) };
        yield { name: `${folder}/${exportFileName(model, 'docx')}`, bytes: await docxApart(model) };
        yield { name: `${folder}/${exportFileName(model, 'lcms')}`, bytes: utf8(renderText(model, 'lcms')) };
      }
    }
    for (const { id, reference } of documents.filter(({ kind }) => kind === 'script')) {
      for (const { content } of revisionsOf(desk.file, id, 'script')) yield { name: `${nameInExercise(safeName(reference), true, locale)}.json`, bytes: utf8(`${JSON.stringify(content.script, null, 1)}\n`) };
    }
    step(total - tables, total, '');
    const table = (name: 'members' | 'steps' | 'acts', rows: readonly (readonly string[])[]): Member => ({ name: `${nameInExercise(say(locale, `exercise.file.${name}`), true, locale)}.csv`, bytes: utf8(csv(rows)) });
    yield table('members', memberRows(desk, space, locale));
    yield table('steps', stepRows(desk, documents, locale));
    yield table('acts', actRows(desk, space, locale));
    step(total, total, '');
  }
}

function mustGoOn(signal: AbortSignal): void {
  if (signal.aborted) throw new AppError('export.stopped', 'the export was stopped');
}

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');

function papersOf(desk: Desk, id: string, kind: string, locale: Locale, madeAt: string): DocumentModel[] {
  if (kind === 'advice') return [advicePaper(desk, id, locale, madeAt)];
  return [requestPaper(desk, id, locale, madeAt), ...(openLife(desk, id).steps.length > 0 ? [lifePaper(desk, id, locale, madeAt)] : [])];
}

/** It lies with its request, in that one's dossier. */
function isOfRequestInDossier({ file }: Desk, advice: string): boolean {
  return file.row(sql`SELECT 1 FROM advice JOIN document ON document.id = advice.request WHERE advice.document = ${advice} AND document.dossier IS NOT NULL`) !== undefined;
}

function memberRows(desk: Desk, space: string, locale: Locale): string[][] {
  const head = (['post', 'function', 'region', 'role', 'state', 'fingerprint'] as const).map((column) => say(locale, `exercise.csv.${column}`));
  const rows = openSpace(desk, space).members.map(({ name, role, state, fingerprint }) => [
    name?.post ?? '',
    name === undefined ? '' : say(locale, `frame.function.${name.function}`),
    name?.regionCode ?? '',
    say(locale, `exercise.role.${role}`),
    say(locale, `exercise.member.${state}`),
    fingerprint,
  ]);
  return [head, ...rows];
}

/** Of every request, in the order in which things happened. */
function stepRows(desk: Desk, documents: readonly Kept[], locale: Locale): string[][] {
  const head = (['at', 'document', 'step', 'by', 'remark', 'post', 'recorded'] as const).map((column) => say(locale, `exercise.csv.${column}`));
  const steps = documents
    .filter(({ kind }) => kind === 'request')
    .flatMap(({ id, reference }) => openLife(desk, id).steps.map((step) => [step.at, reference, say(locale, `life.kind.${step.kind}`), step.by ?? '', step.remark ?? '', step.author.post, step.recordedAt]));
  return [head, ...steps.toSorted(([one = ''], [other = '']) => Date.parse(instantIn(one)) - Date.parse(instantIn(other)))];
}

const instantIn = (zoned: string): string => zoned.split('[')[0] ?? zoned;

/** Every revision of the exercise, of all its posts: each is signed by the post that it names. */
function actRows(desk: Desk, space: string, locale: Locale): string[][] {
  const head = (['at', 'post', 'function', 'what', 'document', 'revision'] as const).map((column) => say(locale, `exercise.csv.${column}`));
  const rows = desk.file.rows<{ id: string; at: string; reference: string; kind: string; state: string | null; post: string | null; function: string | null }>(sql`
    SELECT revision.id, at, reference, json_extract(body, '$.kind') AS kind, json_extract(body, '$.state') AS state,
      json_extract(body, '$.author.post') AS post, json_extract(body, '$.author.function') AS function
    FROM revision JOIN document ON document.id = revision.document WHERE space = ${space} ORDER BY at, revision.id`);
  const ignored = new Set(heldScript(desk.file, space)?.ignored);
  const word = (row: (typeof rows)[number]): string => (ignored.has(row.id) ? say(locale, 'exercise.act.ignored', { act: actWord(row, locale) }) : actWord(row, locale));
  return [head, ...rows.map((row) => [row.at, row.post ?? '', functionWord(row.function, locale), word(row), row.reference, row.id])];
}

const functions = ['rmoa', 'rmcStaff', 'planner'] as const;

/** 'Steunpunt' itself, which joins what two posts wrote, has no function of the field. */
function functionWord(written: string | null, locale: Locale): string {
  const known = functions.find((one) => one === written);
  return known === undefined ? (written ?? '') : say(locale, `frame.function.${known}`);
}

const acts = ['request', 'dossier', 'advice', 'logEntry', 'attachment', 'adviceAct', 'lifeStep', 'announcement', 'script', 'scriptAct'] as const;

function actWord({ kind, state }: { readonly kind: string; readonly state: string | null }, locale: Locale): string {
  const known = acts.find((one) => one === kind);
  if (known === undefined) return kind;
  return state === 'finalised' ? say(locale, 'exercise.act.finalised') : say(locale, `exercise.act.${known}`);
}
