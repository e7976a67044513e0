/**
 * The script of an exercise as its posts work with it: loaded by exercise control, which is whoever keeps the exercise; started, paused and
 * released by it; shown on every post by that post's own clock; taken over into the log of a dossier. The last one loaded stands.
 */
import { type Inject, type ScriptAct, type ScriptState, type ShownInject, exerciseScript } from '../../shared/domain/exercise-script.ts';
import type { Locale } from '../../shared/domain/basics.ts';
import { AppError } from '../../shared/errors.ts';
import type { say as sayIn } from '../../shared/messages/index.ts';
import { type ScriptClock, hasAppeared, minutesOf, nextAppearance, scriptClock } from '../../shared/rules/script-clock.ts';
import { type Desk, documentOf, documentToWrite } from '../documents/desk.ts';
import type { Touched } from '../documents/groups.ts';
import { newId } from '../documents/ids.ts';
import { nextReference } from '../documents/reference-number.ts';
import { type ContentOf, type Revision, addRevision, revisionsOf } from '../documents/revisions.ts';
import { type Space, mustBeWritable } from '../documents/spaces.ts';
import { exerciseInView } from '../documents/view.ts';
import { createDossier } from '../dossiers/dossiers.ts';
import { writeEntry } from '../dossiers/log.ts';
import { sql } from '../file/driver.ts';
import { record } from '../trail/trail.ts';

/** The moment of the act as a post wrote it down, beside what it says. */
type Act = Revision<'scriptAct'>;

/** Loads a script, as text of its file, into the exercise in view, with a dossier for what comes of it. Throws `script.invalid`, `space.role`, `space.frozen`. */
export function addScript(desk: Desk, text: string): { readonly script: ScriptState; readonly touched: readonly Touched[] } {
  const script = readScript(text);
  return desk.file.atomically(() => {
    const space = directed(desk);
    const dossier = createDossier(desk, script.title.nl.slice(0, 200), [], space.id);
    const now = desk.now();
    const at = now.toISOString();
    const id = newId(now);
    const reference = nextReference(desk, now, 'script', space);
    desk.file.run(sql`
      INSERT INTO document (id, space, kind, reference, template_id, legal_basis_id, state, version, seq, saved_at, created_at, pack_versions, dossier)
      VALUES (${id}, ${space.id}, 'script', ${reference}, 'script', 'script', 'finalised', 1, 0, ${at}, ${at}, '{}', ${dossier.id})`);
    const made: ContentOf<'script'> = { kind: 'script', format: 'steunpunt-revision/1', document: id, space: space.id, parents: [], author: authorOf(desk), reference, script, dossier: dossier.id };
    const { revision } = addRevision<'script'>(desk.file, desk.post, made, at);
    // placing counts as a change that is in no revision; this one is in the script's own
    desk.file.run(sql`UPDATE document SET head = ${revision.id}, revised_seq = seq WHERE id = ${id}`);
    record(desk.file, { at, act: 'created', document: id, details: { reference, revision: revision.id } });
    return { script: stateOf(desk, revision, at), touched: [dossier, { id, seq: 0, savedAt: at }] };
  });
}

/** Throws `script.invalid` with where the first mistake is. */
export function readScript(text: string): ContentOf<'script'>['script'] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new AppError('script.invalid', 'the file is no JSON');
  }
  const read = exerciseScript.safeParse(value);
  if (read.success && text.isWellFormed()) return read.data;
  const path = read.error?.issues[0]?.path.map(String).join('.') ?? '';
  throw new AppError('script.invalid', `the script has a mistake at ${path}`, { field: path });
}

/** Of the exercise in view; none where it has no script, and in operational work. */
export function scriptInView(desk: Desk, now = desk.now().toISOString()): ScriptState | undefined {
  const script = standing(desk);
  return script && stateOf(desk, script, now);
}

export type Direction = { readonly kind: 'start'; readonly at?: string | undefined } | { readonly kind: 'pause' } | { readonly kind: 'resume' } | { readonly kind: 'release'; readonly inject: string };

/** What exercise control does. Throws `space.role`, `space.frozen`, `entry.unknown`. */
export function direct(desk: Desk, direction: Direction): { readonly script: ScriptState; readonly touched: Touched } {
  return desk.file.atomically(() => {
    directed(desk);
    const script = mustStand(desk);
    if (direction.kind === 'release') injectOf(script, direction.inject);
    const touched = addAct(desk, script, actOf(direction, desk.now().toISOString()));
    return { script: stateOf(desk, script, desk.now().toISOString()), touched };
  });
}

function actOf(direction: Direction, now: string): ScriptAct {
  switch (direction.kind) {
    case 'start':
      return { kind: 'started', at: direction.at ?? now };
    case 'pause':
      return { kind: 'paused', at: now };
    case 'resume':
      return { kind: 'resumed', at: now };
    case 'release':
      return { kind: 'released', inject: direction.inject };
  }
}

/** Puts an inject that has appeared in the log of a dossier, once, in the words of `say`; who did it stays on record. Throws `entry.unknown`, `space.role`, `space.frozen`, `space.other`. */
export function takeInject(desk: Desk, inject: string, dossier: string, locale: Locale, say: typeof sayIn): { readonly script: ScriptState; readonly touched: readonly Touched[] } {
  return desk.file.atomically(() => {
    const script = mustStand(desk);
    const { space } = documentToWrite(desk, script.content.document, 'script');
    if (documentOf(desk, dossier, 'dossier').space !== space) throw new AppError('space.other', 'the dossier is not of the exercise');
    const now = desk.now().toISOString();
    const { from, to, text, at } = injectOf(script, inject);
    const acts = actsOf(desk, script);
    if (!hasAppeared(clockOf(acts, now), { id: inject, at })) throw new AppError('entry.unknown', 'the inject has not appeared yet', { details: { id: inject } });
    if (acts.some(({ content: { what } }) => what.kind === 'taken' && what.inject === inject)) return { script: stateOf(desk, script, now), touched: [] };
    const entry = newId(desk.now());
    const { touched } = writeEntry(desk, dossier, { text: say(locale, 'exercise.entryText', { at, from, to, text }), kind: 'entry', entry });
    const told = addAct(desk, script, { kind: 'taken', inject, dossier, entry });
    return { script: stateOf(desk, script, now), touched: [touched, told] };
  });
}

function directed(desk: Desk): Space {
  const exercise = exerciseInView(desk.file);
  if (!exercise) throw new AppError('input.invalid', 'a script belongs to an exercise, and none is in view');
  const space = mustBeWritable(desk.file, exercise.id);
  if (space.standing !== 'keeper') throw new AppError('space.role', 'only who keeps the exercise directs it', { details: { space: space.name } });
  return space;
}

function standing(desk: Desk): Revision<'script'> | undefined {
  const exercise = exerciseInView(desk.file);
  if (!exercise) return undefined;
  const last = desk.file.row<{ id: string }>(sql`SELECT id FROM document WHERE space = ${exercise.id} AND kind = 'script' ORDER BY id DESC LIMIT 1`);
  return last && revisionsOf(desk.file, last.id, 'script')[0];
}

function mustStand(desk: Desk): Revision<'script'> {
  const script = standing(desk);
  if (!script) throw new AppError('entry.unknown', 'the exercise has no script');
  return script;
}

function injectOf({ content: { script } }: Revision<'script'>, id: string): Inject {
  const found = script.entries.find((one) => one.id === id);
  if (!found) throw new AppError('entry.unknown', 'the script has no such inject', { details: { id } });
  return found;
}

function addAct(desk: Desk, script: Revision<'script'>, what: ScriptAct): Touched {
  const { document, space } = script.content;
  const at = desk.now().toISOString();
  const made: ContentOf<'scriptAct'> = { kind: 'scriptAct', format: 'steunpunt-revision/1', document, space, parents: [], author: authorOf(desk), act: newId(desk.now()), what };
  const { revision } = addRevision<'scriptAct'>(desk.file, desk.post, made, at);
  desk.file.run(sql`UPDATE document SET saved_at = ${at} WHERE id = ${document}`);
  record(desk.file, { at, act: 'directed', document, details: { revision: revision.id, what: what.kind } });
  return { id: document, seq: 0, savedAt: at };
}

const authorOf = ({ post }: Desk): { readonly post: string; readonly function: Desk['post']['identity']['function'] } => ({ post: post.identity.name, function: post.identity.function });

/** In the order of the moments at which they were written down. */
function actsOf(desk: Desk, { content: { document } }: Revision<'script'>): readonly Act[] {
  return revisionsOf(desk.file, document, 'scriptAct').toSorted((one, other) => (one.at < other.at || (one.at === other.at && one.id < other.id) ? -1 : 1));
}

const clockOf = (acts: readonly Act[], now: string): ScriptClock => scriptClock(acts.map(({ content }) => content.what), now);

function stateOf(desk: Desk, script: Revision<'script'>, now: string): ScriptState {
  const { document, reference, dossier, space, script: read } = script.content;
  const acts = actsOf(desk, script);
  const clock = clockOf(acts, now);
  const directs = desk.file.row<{ standing: string }>(sql`SELECT standing FROM space WHERE id = ${space}`)?.standing === 'keeper';
  const shown = read.entries.map((one): ShownInject => {
    const taken = acts.find(({ content: { what } }) => what.kind === 'taken' && what.inject === one.id);
    return {
      ...one,
      minutes: minutesOf(one.at),
      hasAppeared: hasAppeared(clock, one),
      released: clock.released.has(one.id),
      ...(taken?.content.what.kind === 'taken' ? { taken: { dossierId: taken.content.what.dossier, by: taken.content.author, at: taken.at } } : {}),
    };
  });
  const next = nextAppearance(clock, read.entries, now);
  return {
    id: document,
    reference,
    title: read.title,
    publisher: read.publisher,
    sources: Object.values(read.sources).map(({ title }) => title),
    ...(dossier === undefined ? {} : { dossierId: dossier }),
    phase: clock.phase,
    ...(clock.startedAt === undefined ? {} : { startedAt: clock.startedAt }),
    minutes: Math.floor(clock.elapsed / 60_000),
    ...(next === undefined ? {} : { nextAt: next }),
    injects: shown.filter((one) => directs || one.hasAppeared).toSorted((one, other) => one.minutes - other.minutes || (one.id < other.id ? -1 : 1)),
    total: read.entries.length,
    directs,
    revision: script.id,
  };
}
