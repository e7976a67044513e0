/** The script of an exercise: read, started, shown on every post by its own clock, released by hand, taken over once. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { enterSpace } from '../../../db/documents/view.ts';
import { createDossier } from '../../../db/dossiers/dossiers.ts';
import { logOf } from '../../../db/dossiers/log.ts';
import { readBundle, writeBundle } from '../../../db/exchange/bundle.ts';
import { invitationText, invite, join as joinSpace, ownCard, readCard } from '../../../db/exchange/invitations.ts';
import { eraseExercise, freeze, makeSpace } from '../../../db/exchange/spaces.ts';
import { verifyStore } from '../../../db/exchange/verify.ts';
import { exampleScripts, exampleText } from '../../../db/exercise/examples.ts';
import { readScript } from '../../../db/exercise/read-script.ts';
import { addScript, direct, scriptInView, takeInject } from '../../../db/exercise/script.ts';
import { sql } from '../../../db/file/driver.ts';
import type { ScriptAct } from '../../../shared/domain/exercise-script.ts';
import { say } from '../../../shared/messages/index.ts';
import { hasAppeared, minutesOf, nextAppearance, scriptClock } from '../../../shared/rules/script-clock.ts';
import { codeOf, testStore } from '../../helpers/store.ts';

const small = readFileSync(join(import.meta.dirname, '../../fixtures/scripts/small.json'), 'utf8');
const start = '2026-11-22T08:00:00.000Z';
const after = (minutes: number): string => new Date(Date.parse(start) + minutes * 60_000).toISOString();

describe('the clock of a script', () => {
  const at = (acts: readonly ScriptAct[], now: string) => scriptClock(acts, now);
  const second = { id: 'second', at: 'T+00:15' };
  const started: ScriptAct = { kind: 'started', at: start };

  test('runs from the start that was set, stands still in a pause, and goes on behind it', () => {
    expect(minutesOf('T+01:30')).toBe(90);
    expect(at([], after(60))).toMatchObject({ phase: 'waiting', elapsed: 0 });
    expect(hasAppeared(at([started], after(14)), second)).toBe(false);
    expect(hasAppeared(at([started], after(15)), second)).toBe(true);
    const paused: ScriptAct = { kind: 'paused', at: after(10) };
    expect(at([started, paused], after(300))).toMatchObject({ phase: 'paused', elapsed: 10 * 60_000 });
    const resumed: ScriptAct = { kind: 'resumed', at: after(100) };
    expect(at([started, paused, resumed], after(104)).elapsed).toBe(14 * 60_000);
    expect(hasAppeared(at([started, paused, resumed], after(105)), second)).toBe(true);
    expect(nextAppearance(at([started, paused, resumed], after(104)), [second], after(104))).toBe(after(105));
  });

  test('a start that is still to come shows nothing, one set anew begins again, and what was released stays', () => {
    expect(at([started], after(-30)).elapsed).toBeLessThan(0);
    expect(hasAppeared(at([started], after(-30)), { id: 'first', at: 'T+00:00' })).toBe(false);
    const released: ScriptAct = { kind: 'released', inject: 'second' };
    expect(hasAppeared(at([released], after(0)), second)).toBe(true);
    const again: ScriptAct = { kind: 'started', at: after(60) };
    expect(at([started, { kind: 'paused', at: after(5) }, released, again], after(61))).toMatchObject({ phase: 'running', elapsed: 60_000 });
    // two who pause at once pause once
    expect(at([started, { kind: 'paused', at: after(5) }, { kind: 'paused', at: after(6) }, { kind: 'resumed', at: after(10) }], after(11)).elapsed).toBe(6 * 60_000);
    expect(nextAppearance(at([started, { kind: 'paused', at: after(5) }], after(6)), [second], after(6))).toBeUndefined();
  });
});

describe('the file of a script', () => {
  test.each([
    ['no JSON', 'draaiboek', ''],
    ['not said to be invented', small.replace('"invented": true', '"invented": false'), 'invented'],
    ['a time that is none', small.replace('T+00:15', '00:15'), 'entries.2.at'],
    ['an id twice', small.replace('"id": "second"', '"id": "first"'), 'entries'],
    ['a source that is not listed', small.replace('"id": "second",', '"id": "second", "sources": ["nergens"],'), 'entries'],
    ['another kind of pack', small.replace('exercise-script', 'capabilities'), 'kind'],
  ])('%s is refused with where', (_, text, field) => {
    expect(() => readScript(text)).toThrow(expect.objectContaining({ code: 'script.invalid', ...(field === '' ? {} : { field }) }));
  });

  test('every example can be read, says that it is exercise in each inject, and names no person', () => {
    expect(exampleScripts().length).toBeGreaterThan(0);
    for (const { id } of exampleScripts()) for (const { text } of readScript(exampleText(id)).entries) expect(text).toMatch(/^OEFENING\. /);
  });
});

function exercise() {
  const store = testStore();
  const { id } = makeSpace(store.desk, { kind: 'exercise', name: 'Waterwolf' });
  enterSpace(store.desk.file, id);
  return { ...store, id };
}

test('exercise control sees all of it, a post what has appeared; an inject goes into the log of a dossier once', async () => {
  const { desk, file } = exercise();
  const { script } = addScript(desk, small);
  expect(script).toMatchObject({ phase: 'waiting', directs: true, total: 3 });
  expect(script.injects.map(({ id, hasAppeared: there }) => [id, there])).toEqual([['first', false], ['second', false], ['later', false]]);
  expect(await codeOf(() => takeInject(desk, 'first', script.dossierId ?? '', 'nl', say))).toBe('entry.unknown');

  direct(desk, { kind: 'start', at: start });
  expect(scriptInView(desk, after(20))).toMatchObject({ phase: 'running', minutes: 20, nextAt: after(90) });
  direct(desk, { kind: 'release', inject: 'later' });
  expect(scriptInView(desk, after(1))?.injects.filter((one) => one.hasAppeared).map(({ id }) => id)).toEqual(['first', 'later']);
  expect(await codeOf(() => direct(desk, { kind: 'release', inject: 'nergens' }))).toBe('entry.unknown');

  direct(desk, { kind: 'start', at: '2026-11-22T00:00:00.000Z' });
  const dossier = script.dossierId ?? '';
  takeInject(desk, 'second', dossier, 'nl', say);
  expect(takeInject(desk, 'second', dossier, 'nl', say).touched).toEqual([]);
  expect(logOf(desk, dossier).map(({ text }) => text)).toEqual(['OEFENING T+00:15, van Waterschap aan RMOA: De kade bij Arcen zakt.']);
  expect(scriptInView(desk)?.injects.find(({ id }) => id === 'second')?.taken).toMatchObject({ dossierId: dossier, by: { post: 'Proefpost' } });

  // who only writes in the exercise neither directs it nor sees what is still to come
  file.run(sql`UPDATE space SET standing = 'editor' WHERE kind = 'exercise'`);
  expect(scriptInView(desk, '2026-11-22T00:16:00.000Z')?.injects.map(({ id }) => id)).toEqual(['first', 'second', 'later']);
  expect(await codeOf(() => direct(desk, { kind: 'pause' }))).toBe('space.role');
  expect(await codeOf(() => addScript(desk, small))).toBe('space.role');
});

test('an inject goes into no operational dossier, and operational work has no script', async () => {
  const { desk, id } = exercise();
  addScript(desk, small);
  direct(desk, { kind: 'release', inject: 'first' });
  enterSpace(desk.file, null);
  const real = createDossier(desk, 'Echt').id;
  expect(scriptInView(desk)).toBeUndefined();
  expect(await codeOf(() => addScript(desk, small))).toBe('input.invalid');
  enterSpace(desk.file, id);
  expect(await codeOf(() => takeInject(desk, 'first', real, 'nl', say))).toBe('space.other');
});

test('the script and its start travel to another post, which then goes by its own clock; erased there, nothing operational is touched', async () => {
  const control = exercise();
  const other = testStore();
  const real = createDossier(other.desk, 'Echt hoogwater').id;
  const before = verifyStore(other.desk).checked;
  const card = readCard(ownCard(other.desk).text);
  invite(control.desk, control.id, { card, role: 'editor', days: 7 });
  joinSpace(other.desk, invitationText(control.desk, control.id, card.signKey));
  const carry = async (): Promise<void> => {
    const path = join(control.folder, `${crypto.randomUUID()}.steunpunt`);
    await writeBundle(control.desk, path, { spaces: [{ spaceId: control.id }], what: 'all' });
    expect((await readBundle(other.desk, path)).refused).toEqual([]);
  };
  addScript(control.desk, small);
  direct(control.desk, { kind: 'start', at: start });
  await carry();
  enterSpace(other.file, control.id);
  const there = scriptInView(other.desk, after(20));
  expect(there).toMatchObject({ phase: 'running', directs: false, total: 3, reference: 'OEF-VR24-2026-S001' });
  expect(there?.injects.map(({ id }) => id)).toEqual(['first', 'second']);
  takeInject({ ...other.desk, now: () => new Date(after(20)) }, 'second', there?.dossierId ?? '', 'nl', say);
  expect(verifyStore(other.desk).problems).toEqual([]);

  freeze(control.desk, control.id);
  await carry();
  expect(await codeOf(() => takeInject({ ...other.desk, now: () => new Date(after(20)) }, 'first', there?.dossierId ?? '', 'nl', say))).toBe('space.frozen');

  eraseExercise(other.desk, control.id);
  const verdict = verifyStore(other.desk);
  expect(verdict.problems).toEqual([]);
  expect(verdict.checked).toMatchObject({ documents: before.documents, revisions: before.revisions });
  const left = other.file.rows<{ name: string }>(sql`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_index%' AND name NOT IN ('trail', 'space_removal')`);
  for (const { name } of left) expect(JSON.stringify(other.file.rows({ text: `SELECT * FROM "${name}"`, values: [] })), name).not.toMatch(/Waterwolf|Arcen|Kleine oefening|OEF-VR24/);
  expect(other.file.rows(sql`SELECT id FROM document`)).toEqual([{ id: real }]);
  // the trail says that it was erased, and holds no text of it
  const trail = JSON.stringify(other.file.rows(sql`SELECT * FROM trail`));
  expect(trail).toContain('spaceRemoved');
  expect(trail).not.toMatch(/Waterwolf|Arcen|Kleine oefening/);
});
