/** Packs of an exercise: laid over the installed ones at their time, in that exercise alone, and gone with it. */
import { expect, test } from 'vitest';
import { createRequest, saveRequest } from '../../../db/documents/requests.ts';
import { listRequests } from '../../../db/documents/request-list.ts';
import { finaliseRequest } from '../../../db/documents/versions.ts';
import { newId } from '../../../db/documents/ids.ts';
import { type ContentOf, addRevision } from '../../../db/documents/revisions.ts';
import { documentRow } from '../../../db/documents/working-copies.ts';
import { enterSpace } from '../../../db/documents/view.ts';
import { indexSaved, rebuildProjections } from '../../../db/documents/projection.ts';
import { readBundle, writeBundle } from '../../../db/exchange/bundle.ts';
import { invitationText, invite, join as joinSpace, ownCard, readCard } from '../../../db/exchange/invitations.ts';
import { eraseExercise, freezeWithWork, makeSpace } from '../../../db/exchange/spaces.ts';
import { verifyStore } from '../../../db/exchange/verify.ts';
import { exampleScripts, exampleText } from '../../../db/exercise/examples.ts';
import { heldScript } from '../../../db/exercise/held.ts';
import { deskIn, deskInView, deskOf } from '../../../db/exercise/in-force.ts';
import { readScript } from '../../../db/exercise/read-script.ts';
import { addScript, direct, scriptInView } from '../../../db/exercise/script.ts';
import { sql } from '../../../db/file/driver.ts';
import { completeContact } from '../../../db/local/contacts.ts';
import { saveNote } from '../../../db/local/notes.ts';
import { assertIndexMatches } from '../../../db/search/entries.ts';
import { bringReferenceIndexUpToDate } from '../../../db/search/index-reference.ts';
import { search } from '../../../db/search/search.ts';
import type { Desk } from '../../../db/documents/desk.ts';
import type { ScriptAct } from '../../../shared/domain/exercise-script.ts';
import { render } from '../../../electron/store/render.ts';
import { scriptClock } from '../../../shared/rules/script-clock.ts';
import { packsInForce } from '../../../shared/rules/script-packs.ts';
import { packOf, scarceBoats, scriptWith } from '../../helpers/exercise-packs.ts';
import { sampleEntries } from '../../helpers/sample-packs.ts';
import { codeOf, testStore } from '../../helpers/store.ts';

const start = '2026-11-22T08:00:00.000Z';
const after = (minutes: number): string => new Date(Date.parse(start) + minutes * 60_000).toISOString();
/** The desk as a call has it, at that many minutes. */
const at = (desk: Desk, minutes: number): Desk => deskInView({ ...desk, now: () => new Date(after(minutes)) });

function found(desk: Desk, text: string): string[] {
  bringReferenceIndexUpToDate(desk.file, desk.reference);
  indexSaved(desk.file, desk.reference);
  return search(desk.file, { text }).hits.map(({ ref, subtitle }) => `${ref} ${subtitle.nl}`);
}

/** Everything that operational work knows of the packs. */
function known(desk: Desk) {
  return { all: desk.reference.all, contacts: desk.reference.contacts, versions: desk.reference.packVersions, summaries: desk.reference.summaries, boats: found(desk, 'boten'), hovercraft: found(desk, 'hovercraft') };
}

function exercise(packs = [{ id: 'scarce', at: 'T+00:30', pack: scarceBoats }]) {
  const store = testStore();
  const { id } = makeSpace(store.desk, { kind: 'exercise', name: 'Waterwolf' });
  enterSpace(store.file, id);
  addScript(store.desk, scriptWith(packs));
  direct(store.desk, { kind: 'start', at: start });
  return { ...store, id };
}

test('what counts is a function of the script, its acts and the clock; a later version takes the place of the former', () => {
  const packs = [
    { id: 'taken-back', at: 'T+01:00', packId: 'scarce' },
    { id: 'scarce', at: 'T+00:30', packId: 'scarce' },
    { id: 'contacts', at: 'T+00:30', packId: 'contacts' },
  ];
  const counting = (acts: readonly ScriptAct[], minutes: number): string[] => packsInForce(packs, scriptClock(acts, after(minutes))).map(({ id }) => id);
  const started: ScriptAct = { kind: 'started', at: start };
  expect(counting([], 90)).toEqual([]);
  expect(counting([started], 29)).toEqual([]);
  expect(counting([started], 30)).toEqual(['contacts', 'scarce']);
  expect(counting([started], 60)).toEqual(['contacts', 'taken-back']);
  expect(counting([{ kind: 'released', inject: 'taken-back' }], 0)).toEqual(['taken-back']);
  // released before the one that it follows in the script, it still stands above it
  expect(counting([started, { kind: 'released', inject: 'taken-back' }], 30)).toEqual(['contacts', 'taken-back']);
  expect(counting([started, { kind: 'paused', at: after(29) }], 500)).toEqual([]);
});

test('in the exercise the pack counts from its time on: catalogue, search, versions; in operational work nothing changes', () => {
  const { desk, id } = exercise();
  enterSpace(desk.file, null);
  const before = known(deskInView(desk));
  expect(before.hovercraft).toEqual([]);

  enterSpace(desk.file, id);
  expect(at(desk, 29).reference).toBe(desk.reference);
  expect(scriptInView(desk, after(29))).toMatchObject({ nextAt: after(30), packs: [{ id: 'scarce', hasAppeared: false, kind: 'capabilities', entries: 2, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }] });
  const there = at(desk, 30);
  expect(scriptInView(desk, after(30))?.packs).toMatchObject([{ id: 'scarce', hasAppeared: true }]);
  expect(there.reference.all.capabilities.map((one) => [one.id, one.summary.nl.slice(0, 13)])).toEqual([['boats', 'OEFENING: nog'], ['hovercraft', 'Vaartuigen vo']]);
  expect(there.reference.packVersions).toEqual({ ...before.versions, 'oefening-scarce': '2026.1' });
  expect(there.reference.summaries.at(-1)).toMatchObject({ id: 'oefening-scarce', exercise: true });
  expect(there.reference.laid).toEqual([{ id: 'oefening-scarce', at: 'T+00:30', kind: 'capabilities', title: { nl: 'Pakket scarce', en: 'Pakket scarce' }, entries: ['boats', 'hovercraft'], added: ['hovercraft'] }]);
  expect(found(there, 'hovercraft')).toEqual([expect.stringMatching(/^hovercraft /)]);
  expect(found(there, 'boten')[0]).toBe('boats OEFENING: nog één vlet te vergeven');
  assertIndexMatches(desk.file);

  enterSpace(desk.file, null);
  expect(known(at(desk, 31))).toEqual(before);
  assertIndexMatches(desk.file);
  // also where another process brought the index to where the exercise has it
  enterSpace(desk.file, id);
  found(at(desk, 31), 'hovercraft');
  rebuildProjections(desk.file, at(desk, 31).reference);
  enterSpace(desk.file, null);
  expect(known(at(desk, 31))).toEqual(before);
});

test('a request of the exercise is checked, saved and finalised by what counts there, wherever the post is meanwhile', () => {
  const template = { ...sampleEntries['templates']?.[0], id: 'dike', title: { nl: 'Dijkverzoek', en: 'Dike request' } };
  const { desk, id, file } = exercise([
    { id: 'scarce', at: 'T+00:30', pack: scarceBoats },
    { id: 'dike', at: 'T+00:30', pack: packOf('templates', 'dike', [template]) },
  ]);
  const line = { id: '018f0000-0000-7000-8000-000000000001', capabilityId: 'hovercraft', description: 'Luchtkussenvaartuig' };
  expect(() => createRequest(at(desk, 10), 'dike', {})).toThrow(expect.objectContaining({ code: 'reference.unknown' }));
  const request = createRequest(at(desk, 40), 'dike', { 'effect.text': 'Dijk bij Arcen' });
  enterSpace(file, null);
  // typed before the view changed: kept by what counts where it lies, and unknown to operational work
  const late = deskOf({ ...desk, now: () => new Date(after(40)) }, request.id);
  expect(saveRequest(late, request.id, { 'capabilities.lines': [line] }).seq).toBeGreaterThan(0);
  expect(() => createRequest(at(desk, 40), 'dike', {})).toThrow(expect.objectContaining({ code: 'reference.unknown' }));
  expect(() => createRequest(at(desk, 40), 'sample', { 'capabilities.lines': [line] })).toThrow(expect.objectContaining({ code: 'reference.unknown' }));
  const real = createRequest(at(desk, 40), 'sample', { 'effect.text': 'Echt' });
  expect(documentRow(file, real.id)?.pack_versions).not.toContain('oefening');

  enterSpace(file, id);
  expect(found(at(desk, 40), 'Arcen')[0]).toContain('Dijkverzoek');
  expect(listRequests(at(desk, 40)).requests).toMatchObject([{ id: request.id, blocks: 0 }]);
  expect(finaliseRequest(at(desk, 40), request.id, { seq: 2 })).toMatchObject({ state: 'finalised' });
  expect(documentRow(file, request.id)?.pack_versions).toContain('"oefening-dike":"2026.1"');
  expect(verifyStore(desk).problems).toEqual([]);
});

test('the open points of a draft are counted anew when a pack begins to count, without a save', () => {
  const [template] = sampleEntries['templates'] ?? [];
  const stricter = JSON.parse(JSON.stringify(template).replace('"id":"effect.period"', '"required":"blocks","id":"effect.period"'));
  const { desk } = exercise([{ id: 'stricter', at: 'T+00:30', pack: packOf('templates', 'stricter', [stricter]) }]);
  createRequest(at(desk, 1), 'sample', { 'effect.text': 'Dijk' });
  const blocks = (minutes: number) => listRequests(at(desk, minutes)).requests.map((one) => one.blocks);
  expect(blocks(29)).toEqual([0]);
  expect(blocks(30)).toEqual([1]);
});

test('what the post itself keeps outlives the exercise, so it is kept of installed entries alone', async () => {
  const office = { ...sampleEntries['contacts']?.[0], id: 'exercise-desk' };
  const { desk } = exercise([{ id: 'scarce', at: 'T+00:00', pack: scarceBoats }, { id: 'desk', at: 'T+00:00', pack: packOf('contacts', 'desk', [office]) }]);
  const there = at(desk, 1);
  expect(there.reference.contacts.map(({ id }) => id)).toEqual(['locc', 'rmoa-vr24', 'exercise-desk']);
  expect(saveNote(there, 'boats', 'Bel eerst').savedAt).toBeDefined();
  const card = await render(there, { kind: 'contact', id: 'exercise-desk' }, 'nl');
  expect(card).toMatchObject({ name: 'OEFENING LOCC.vcf', text: expect.stringMatching(/UID;VALUE=text:steunpunt-contact-oefening-exercise-desk[\s\S]*FN:OEFENING LOCC/) });
  expect(await render(there, { kind: 'contact', id: 'locc' }, 'nl')).toMatchObject({ name: 'LOCC.vcf' });
  expect(await codeOf(() => saveNote(there, 'hovercraft', 'Bel eerst'))).toBe('reference.unknown');
  expect(await codeOf(() => completeContact(there, { contactId: 'exercise-desk', channels: [], note: 'x' }))).toBe('reference.unknown');
});

test.each([
  ['of a kind that stays as it is', packOf('regions', 'places', sampleEntries['regions'] ?? []), 'packs.0.pack.kind'],
  ['of a kind that nobody knows', packOf('weather', 'storm', [{ id: 'storm' }]), 'packs.0.pack.kind'],
  ['with an entry that is none', packOf('capabilities', 'broken', [{ id: 'boats' }]), 'packs.0.pack.entries.0.name'],
  ['without a source', packOf('effects', 'sourceless', sampleEntries['effects'] ?? [], { sources: {} }), 'packs.0.pack.entries.0.provenance.source'],
  ['with the id of an inject', packOf('effects', 'effects', sampleEntries['effects'] ?? []), 'packs'],
])('a script with a pack %s is refused with where', (name, pack, field) => {
  expect(() => readScript(scriptWith([{ id: name.includes('inject') ? 'second' : 'pack', at: 'T+00:00', pack }]))).toThrow(expect.objectContaining({ code: 'script.invalid', field }));
});

test('a template that names a field which nobody has is refused where the script is loaded, and so is a script beyond one envelope', async () => {
  const { desk } = exercise();
  const template = { ...sampleEntries['templates']?.[0], id: 'dike', sections: [{ id: 'all', title: { nl: 'x', en: 'x' }, fields: ['effect.nowhere'] }] };
  expect(() => addScript(desk, scriptWith([{ id: 'dike', at: 'T+00:00', pack: packOf('templates', 'dike', [template]) }]))).toThrow(expect.objectContaining({ code: 'script.invalid', field: 'packs.0.pack.entries.0' }));
  // mended under the same ids it is taken
  const mended = { ...template, sections: sampleEntries['templates']?.map((one) => Reflect.get(one, 'sections')[0]) };
  expect(addScript(desk, scriptWith([{ id: 'dike', at: 'T+00:00', pack: packOf('templates', 'dike', [mended]) }])).script.packs).toHaveLength(1);
  const [boats] = sampleEntries['capabilities'] ?? [];
  const many = Array.from({ length: 3_500 }, (_, number) => ({ ...boats, id: `boats-${number}` }));
  expect(await codeOf(() => addScript(desk, scriptWith([{ id: 'many', at: 'T+00:00', pack: packOf('capabilities', 'many', many) }])))).toBe('script.large');
});

test('an example has a pack, which fits the packs that come with the application', () => {
  const store = testStore({ packs: 'db/packs' });
  const { id } = makeSpace(store.desk, { kind: 'exercise', name: 'Waterwolf' });
  enterSpace(store.file, id);
  for (const { id: example } of exampleScripts()) addScript(store.desk, exampleText(example));
  direct(store.desk, { kind: 'start', at: start });
  expect(at(store.desk, 119).reference).toBe(store.desk.reference);
  expect(at(store.desk, 120).reference.forAssessment.capabilities['general-force']?.outlook.state).toBe('possiblyNone');
  expect(at(store.desk, 120).reference.all.capabilities).toHaveLength(store.desk.reference.all.capabilities.length);
});

test('a pack of a kind that only a newer version knows waits, and one that is not right counts on no post; both are named', () => {
  const { desk, file, id } = exercise();
  const script = readScript(scriptWith([{ id: 'scarce', at: 'T+00:00', pack: scarceBoats }]));
  const [scarce] = script.packs ?? [];
  if (!scarce) throw new Error('no pack');
  const packs = [scarce, { ...scarce, id: 'storm', pack: { ...scarce.pack, id: 'storm', kind: 'weather' } }, { ...scarce, id: 'places', pack: { ...scarce.pack, id: 'places', kind: 'regions' } }];
  // as a newer post of exercise control sends it
  const document = newId(new Date(after(1)));
  const made: ContentOf<'script'> = { kind: 'script', format: 'steunpunt-revision/1', document, space: id, parents: [], author: { post: 'Elders', function: 'rmoa' }, reference: 'OEF-S9', script: { ...script, packs } };
  file.atomically(() => {
    file.run(sql`
      INSERT INTO document (id, space, kind, reference, template_id, legal_basis_id, state, version, seq, saved_at, created_at, pack_versions)
      VALUES (${document}, ${id}, 'script', 'OEF-S9', 'script', 'script', 'finalised', 1, 0, ${start}, ${start}, '{}')`);
    addRevision<'script'>(file, desk.post, made, start);
  });
  direct(desk, { kind: 'start', at: start });
  expect(scriptInView(desk, after(5))?.packs.map((one) => [one.id, one.trouble])).toEqual([['places', 'invalid'], ['scarce', undefined], ['storm', 'newer']]);
  expect(at(desk, 5).reference.laid.map((one) => one.id)).toEqual(['oefening-scarce']);
});

// two megabytes are read, checked and sealed on both posts
test('a script of nearly the largest size travels to another post', { timeout: 60_000 }, async () => {
  const [boats] = sampleEntries['capabilities'] ?? [];
  const many = Array.from({ length: 2_600 }, (_, number) => ({ ...boats, id: `boats-${number}` }));
  const control = exercise([{ id: 'many', at: 'T+00:00', pack: packOf('capabilities', 'many', many) }]);
  expect(control.file.row<{ bytes: number }>(sql`SELECT max(length(body)) AS bytes FROM revision`)?.bytes).toBeGreaterThan(2_000_000);
  const other = testStore();
  const card = readCard(ownCard(other.desk).text);
  invite(control.desk, control.id, { card, role: 'reader', days: 7 });
  joinSpace(other.desk, invitationText(control.desk, control.id, card.signKey));
  const path = `${control.folder}/large.steunpunt`;
  await writeBundle(control.desk, path, { spaces: [{ spaceId: control.id }], what: 'all' });
  expect((await readBundle(other.desk, path)).refused).toEqual([]);
  enterSpace(other.file, control.id);
  expect(at(other.desk, 1).reference.all.capabilities).toHaveLength(2_601);
});

test('packs travel with the script; frozen they stay as they are; erased nothing of them is left', async () => {
  const control = exercise();
  const other = testStore();
  const before = known(deskInView(other.desk));
  const card = readCard(ownCard(other.desk).text);
  invite(control.desk, control.id, { card, role: 'editor', days: 7 });
  joinSpace(other.desk, invitationText(control.desk, control.id, card.signKey));
  const carry = async (): Promise<void> => {
    const path = `${control.folder}/${crypto.randomUUID()}.steunpunt`;
    await writeBundle(control.desk, path, { spaces: [{ spaceId: control.id }], what: 'all' });
    expect((await readBundle(other.desk, path)).refused).toEqual([]);
  };
  direct(control.desk, { kind: 'start', at: start });
  await carry();
  enterSpace(other.file, control.id);
  expect(scriptInView(other.desk, after(29))?.packs).toEqual([]);
  expect(at(other.desk, 30).reference.all).toEqual(at(control.desk, 30).reference.all);
  expect(found(at(other.desk, 30), 'hovercraft')).toHaveLength(1);
  expect(deskIn({ ...other.desk, now: () => new Date(after(30)) }, control.id).reference.key).toBe(at(other.desk, 30).reference.key);

  const freezing = { ...control.desk, now: () => new Date(after(45)) };
  await freezeWithWork(freezing, control.id);
  await carry();
  expect(scriptInView(other.desk, after(900))).toMatchObject({ phase: 'paused', minutes: 45, packs: [{ id: 'scarce' }] });
  expect(at(other.desk, 900).reference.all.capabilities).toHaveLength(2);
  expect(heldScript(other.file, control.id)?.ignored).toEqual([]);
  expect(verifyStore(other.desk).problems).toEqual([]);

  found(at(other.desk, 900), 'hovercraft');
  eraseExercise(other.desk, control.id);
  // before anybody searches again
  expect(search(other.file, { text: 'hovercraft' }).hits).toEqual([]);
  expect(known(deskInView(other.desk))).toEqual(before);
  expect(verifyStore(other.desk).problems).toEqual([]);
  const tables = other.file.rows<{ name: string }>(sql`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_index%'`);
  for (const { name } of tables) expect(JSON.stringify(other.file.rows({ text: `SELECT * FROM "${name}"`, values: [] })), name).not.toMatch(/hovercraft|vergeven|luchtkussen/i);
});
