/** Who directs an exercise is judged on every post, from the chain of the exercise, whatever a post sends. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newId } from '../../../db/documents/ids.ts';
import { type ContentOf, addRevision } from '../../../db/documents/revisions.ts';
import { enterSpace } from '../../../db/documents/view.ts';
import { readBundle, writeBundle } from '../../../db/exchange/bundle.ts';
import { invitationText, invite, join as joinSpace, ownCard, readCard } from '../../../db/exchange/invitations.ts';
import { keepingOf, keptThen } from '../../../db/exchange/keeping.ts';
import { chainOf } from '../../../db/exchange/members.ts';
import { makeSpace, setRole } from '../../../db/exchange/spaces.ts';
import { verifyStore } from '../../../db/exchange/verify.ts';
import { heldScript } from '../../../db/exercise/held.ts';
import { addScript, direct, scriptInView, takeInject } from '../../../db/exercise/script.ts';
import { sql } from '../../../db/file/driver.ts';
import type { Keeping, ScriptAct } from '../../../shared/domain/exercise-script.ts';
import { say } from '../../../shared/messages/index.ts';
import { scriptWith } from '../../helpers/exercise-packs.ts';
import { foundedBy, paperPost } from '../../helpers/space-maker.ts';
import { type TestStore, codeOf, testStore } from '../../helpers/store.ts';

const start = '2026-11-22T08:00:00.000Z';
const now = '2026-11-22T08:20:00.000Z';

test('a post kept the exercise from the statement that gave it to it until it knew of one that took it away', () => {
  const [control, second, player] = [paperPost(), paperPost(), paperPost()];
  const founded = foundedBy(control).and(control, 'admit', player, 'editor').and(control, 'admit', second, 'editor');
  const promoted = founded.and(control, 'role', second, 'keeper');
  const byFounding = keepingOf(founded.chain, control.signKey);
  const bySecond = keepingOf(promoted.chain, second.signKey);
  expect([byFounding?.number, bySecond?.number]).toEqual([3, 4]);
  expect(keepingOf(founded.chain, second.signKey)).toBeUndefined();
  expect(keepingOf(promoted.chain, player.signKey)).toBeUndefined();

  const counts = (space: typeof founded, post: typeof control, said?: Keeping): boolean => keptThen(space.chain, post.signKey, said);
  // before it was given: also when it is given later, since nobody can name a statement that is still to come
  expect(counts(founded, second, byFounding)).toBe(false);
  expect(counts(promoted, second, byFounding)).toBe(false);
  expect(counts(promoted, second)).toBe(false);
  expect(counts(promoted, second, bySecond)).toBe(true);
  expect(counts(founded, second, bySecond)).toBe(false);
  expect(counts(promoted, second, bySecond && { ...bySecond, number: 3 })).toBe(false);

  // what it did before it heard of the end counts, what it does knowing of it does not, given again or not
  const demoted = promoted.and(control, 'role', second, 'editor');
  expect(counts(demoted, second, bySecond)).toBe(true);
  expect(keepingOf(demoted.chain, second.signKey)).toBeUndefined();
  const knowing = bySecond && { ...bySecond, number: 5 };
  expect(counts(demoted, second, knowing)).toBe(false);
  const again = demoted.and(control, 'role', second, 'keeper');
  expect(counts(again, second, knowing)).toBe(false);
  expect(counts(again, second, keepingOf(again.chain, second.signKey))).toBe(true);
  expect(counts(promoted.and(control, 'remove', second), second, bySecond)).toBe(true);
  // made before acts said it: of who founded the exercise
  expect(counts(promoted, control)).toBe(true);
});

interface Playing {
  readonly control: TestStore;
  readonly player: TestStore;
  readonly id: string;
  readonly signKey: string;
  readonly carry: (from: TestStore, to: TestStore) => Promise<void>;
}

async function playing(): Promise<Playing> {
  const [control, player] = [testStore(), testStore()];
  const { id } = makeSpace(control.desk, { kind: 'exercise', name: 'Waterwolf' });
  enterSpace(control.file, id);
  const { signKey } = player.desk.post;
  const card = readCard(ownCard(player.desk).text);
  invite(control.desk, id, { card, role: 'editor', days: 7 });
  joinSpace(player.desk, invitationText(control.desk, id, card.signKey));
  const carry = async (from: TestStore, to: TestStore): Promise<void> => {
    const path = join(from.folder, `${crypto.randomUUID()}.steunpunt`);
    await writeBundle(from.desk, path, { spaces: [{ spaceId: id }], what: 'all' });
    expect((await readBundle(to.desk, path)).refused).toEqual([]);
  };
  addScript(control.desk, scriptWith([]));
  await carry(control, player);
  enterSpace(player.file, id);
  return { control, player, id, signKey, carry };
}

/** An act as a post makes that heeds no rule. */
function force({ desk, file }: TestStore, space: string, what: ScriptAct, keeping?: Keeping): void {
  const script = heldScript(file, space)?.script.content.document ?? '';
  const made: ContentOf<'scriptAct'> = {
    kind: 'scriptAct',
    format: 'steunpunt-revision/1',
    document: script,
    space,
    parents: [],
    author: { post: 'Elders', function: 'rmoa' },
    act: newId(desk.now()),
    what,
    ...(keeping ? { keeping } : {}),
  };
  file.atomically(() => addRevision<'scriptAct'>(file, desk.post, made, '2026-11-22T07:00:00.000Z'));
}

test('what an editor directs counts for nothing on any post, not even when it becomes keeper later; what it takes over does count', async () => {
  const { control, player, id, signKey, carry } = await playing();
  expect(await codeOf(() => direct(player.desk, { kind: 'start' }))).toBe('space.role');
  const borrowed = keepingOf(chainOf(player.file, id), control.desk.post.signKey);
  force(player, id, { kind: 'started', at: '2026-11-22T00:00:00.000Z' });
  force(player, id, { kind: 'released', inject: 'later' }, borrowed);
  expect(scriptInView(player.desk, now)).toMatchObject({ phase: 'waiting', ignored: 2, injects: [] });
  await carry(player, control);
  expect(scriptInView(control.desk, now)).toMatchObject({ phase: 'waiting', ignored: 2 });

  direct(control.desk, { kind: 'start', at: start });
  await carry(control, player);
  const dossier = scriptInView(player.desk, now)?.dossierId ?? '';
  takeInject({ ...player.desk, now: () => new Date(now) }, 'first', dossier, 'nl', say);
  setRole(control.desk, id, signKey, 'keeper');
  await carry(control, player);
  await carry(player, control);
  for (const post of [control, player]) {
    expect(scriptInView(post.desk, now)).toMatchObject({ phase: 'running', startedAt: start, ignored: 2 });
    expect(scriptInView(post.desk, now)?.injects.find((one) => one.id === 'first')?.taken).toMatchObject({ dossierId: dossier });
    expect(scriptInView(post.desk, now)?.injects.find((one) => one.id === 'later')?.released).toBe(false);
    expect(verifyStore(post.desk).problems).toEqual([]);
  }
  // and now it may
  direct(player.desk, { kind: 'release', inject: 'later' });
  await carry(player, control);
  expect(scriptInView(control.desk, now)?.injects.find((one) => one.id === 'later')?.released).toBe(true);
});

test('what a keeper directed before it heard that it is keeper no more counts on every post, what comes after does not', async () => {
  const { control, player, id, signKey, carry } = await playing();
  setRole(control.desk, id, signKey, 'keeper');
  await carry(control, player);
  direct(player.desk, { kind: 'start', at: start });
  setRole(control.desk, id, signKey, 'editor');
  // it has not heard of it yet, and control not of the start
  direct(player.desk, { kind: 'release', inject: 'later' });
  await carry(player, control);
  await carry(control, player);
  force(player, id, { kind: 'released', inject: 'second' }, { by: heldScript(player.file, id)?.acts[0]?.content.keeping?.by ?? '', number: chainOf(player.file, id).length });
  await carry(player, control);
  for (const { desk } of [control, player]) {
    const state = scriptInView(desk, '2026-11-22T08:05:00.000Z');
    expect(state).toMatchObject({ phase: 'running', startedAt: start, ignored: 1 });
    expect(state?.injects.filter((one) => one.hasAppeared).map((one) => one.id)).toEqual(['first', 'later']);
  }
});

test('a script that an editor loads stands on no post', async () => {
  const { control, player, id, carry } = await playing();
  const real = scriptInView(control.desk)?.id;
  // as a post that takes itself for a keeper
  player.file.run(sql`UPDATE space SET standing = 'keeper' WHERE id = ${id}`);
  expect(addScript(player.desk, scriptWith([])).script).toMatchObject({ id: real, ignored: 1 });
  await carry(player, control);
  expect(scriptInView(control.desk)).toMatchObject({ id: real, ignored: 1 });
});
