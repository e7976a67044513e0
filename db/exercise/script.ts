/**
 * The script of an exercise as its posts work with it: loaded by exercise control, which is whoever keeps the exercise; started, paused and
 * released by it; shown on every post by that post's own clock; taken over into the log of a dossier. The last one loaded stands.
 */
import type { Inject, Keeping, ScriptAct, ScriptState } from '../../shared/domain/exercise-script.ts';
import type { Locale } from '../../shared/domain/basics.ts';
import { AppError } from '../../shared/errors.ts';
import type { say as sayIn } from '../../shared/messages/index.ts';
import { hasAppeared } from '../../shared/rules/script-clock.ts';
import { type Desk, documentOf, documentToWrite } from '../documents/desk.ts';
import type { Touched } from '../documents/groups.ts';
import { newId } from '../documents/ids.ts';
import { nextReference } from '../documents/reference-number.ts';
import { type ContentOf, type Revision, addRevision } from '../documents/revisions.ts';
import { type Space, mustBeWritable } from '../documents/spaces.ts';
import { exerciseInView } from '../documents/view.ts';
import { createDossier } from '../dossiers/dossiers.ts';
import { writeEntry } from '../dossiers/log.ts';
import { keepingOf } from '../exchange/keeping.ts';
import { chainOf } from '../exchange/members.ts';
import { sql } from '../file/driver.ts';
import { record } from '../trail/trail.ts';
import { type HeldScript, clockOf, heldScript } from './held.ts';
import { mustFitPacks, readScript } from './read-script.ts';
import { stateOf } from './state.ts';

/** Loads a script, as text of its file, into the exercise in view, with a dossier for what comes of it. Throws `script.invalid`, `script.large`, `space.role`, `space.frozen`. */
export function addScript(desk: Desk, text: string): { readonly script: ScriptState; readonly touched: readonly Touched[] } {
  const script = readScript(text);
  mustFitPacks(desk.reference.installed, script);
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
    const made: ContentOf<'script'> = { kind: 'script', format: 'steunpunt-revision/1', document: id, space: space.id, parents: [], author: authorOf(desk), reference, script, dossier: dossier.id, ...keepingNow(desk, space.id) };
    const { revision } = addRevision<'script'>(desk.file, desk.post, made, at);
    // placing counts as a change that is in no revision; this one is in the script's own
    desk.file.run(sql`UPDATE document SET head = ${revision.id}, revised_seq = seq WHERE id = ${id}`);
    record(desk.file, { at, act: 'created', document: id, details: { reference, revision: revision.id } });
    return { script: stateNow(desk, at), touched: [dossier, { id, seq: 0, savedAt: at }] };
  });
}

/** Of the exercise in view; none where it has no script, and in operational work. */
export function scriptInView(desk: Desk, now = desk.now().toISOString()): ScriptState | undefined {
  const held = standing(desk);
  return held && stateOf(desk.file, held, now);
}

const stateNow = (desk: Desk, now = desk.now().toISOString()): ScriptState => stateOf(desk.file, mustStand(desk), now);

/** Where exercise control has the script of an exercise run, it is paused: the exercise is about to be frozen. */
export function pauseAtFreeze(desk: Desk, space: string): void {
  desk.file.atomically(() => {
    const held = heldScript(desk.file, space);
    const now = desk.now().toISOString();
    if (held && clockOf(held, now).phase === 'running') addAct(desk, held.script, actOf({ kind: 'pause' }, now));
  });
}

export type Direction = { readonly kind: 'start'; readonly at?: string | undefined } | { readonly kind: 'pause' } | { readonly kind: 'resume' } | { readonly kind: 'release'; readonly inject: string };

/** What exercise control does. Throws `space.role`, `space.frozen`, `entry.unknown`. */
export function direct(desk: Desk, direction: Direction): { readonly script: ScriptState; readonly touched: Touched } {
  return desk.file.atomically(() => {
    directed(desk);
    const { script, packs } = mustStand(desk);
    if (direction.kind === 'release' && !packs.some(({ id }) => id === direction.inject)) injectOf(script, direction.inject);
    const touched = addAct(desk, script, actOf(direction, desk.now().toISOString()));
    return { script: stateNow(desk), touched };
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
    const held = mustStand(desk);
    const { script, acts } = held;
    const { space } = documentToWrite(desk, script.content.document, 'script');
    if (documentOf(desk, dossier, 'dossier').space !== space) throw new AppError('space.other', 'the dossier is not of the exercise');
    const now = desk.now().toISOString();
    const { from, to, text, at } = injectOf(script, inject);
    if (!hasAppeared(clockOf(held, now), { id: inject, at })) throw new AppError('entry.unknown', 'the inject has not appeared yet', { details: { id: inject } });
    if (acts.some(({ content: { what } }) => what.kind === 'taken' && what.inject === inject)) return { script: stateNow(desk, now), touched: [] };
    const entry = newId(desk.now());
    const { touched } = writeEntry(desk, dossier, { text: say(locale, 'exercise.entryText', { at, from, to, text }), kind: 'entry', entry });
    const told = addAct(desk, script, { kind: 'taken', inject, dossier, entry });
    return { script: stateNow(desk, now), touched: [touched, told] };
  });
}

function directed(desk: Desk): Space {
  const exercise = exerciseInView(desk.file);
  if (!exercise) throw new AppError('input.invalid', 'a script belongs to an exercise, and none is in view');
  const space = mustBeWritable(desk.file, exercise.id);
  if (space.standing !== 'keeper') throw new AppError('space.role', 'only who keeps the exercise directs it', { details: { space: space.name } });
  return space;
}

function standing(desk: Desk): HeldScript | undefined {
  const exercise = exerciseInView(desk.file);
  return exercise && heldScript(desk.file, exercise.id);
}

function mustStand(desk: Desk): HeldScript {
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
  const made: ContentOf<'scriptAct'> = { kind: 'scriptAct', format: 'steunpunt-revision/1', document, space, parents: [], author: authorOf(desk), act: newId(desk.now()), what, ...(what.kind === 'taken' ? {} : keepingNow(desk, space)) };
  const { revision } = addRevision<'scriptAct'>(desk.file, desk.post, made, at);
  desk.file.run(sql`UPDATE document SET saved_at = ${at} WHERE id = ${document}`);
  record(desk.file, { at, act: 'directed', document, details: { revision: revision.id, what: what.kind } });
  return { id: document, seq: 0, savedAt: at };
}

/** By what right this post directs the exercise, as the act says it. */
function keepingNow({ file, post }: Desk, space: string): { readonly keeping?: Keeping } {
  const keeping = keepingOf(chainOf(file, space), post.signKey);
  return keeping ? { keeping } : {};
}

const authorOf = ({ post }: Desk): { readonly post: string; readonly function: Desk['post']['identity']['function'] } => ({ post: post.identity.name, function: post.identity.function });
