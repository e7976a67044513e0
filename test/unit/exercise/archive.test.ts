/** A whole exercise as one file for evaluation: everything of it and nothing else, proven by its manifest, and ended when a person says so. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { createAdvice } from '../../../db/advices/advices.ts';
import { createRequest } from '../../../db/documents/requests.ts';
import { enterSpace } from '../../../db/documents/view.ts';
import { createDossier } from '../../../db/dossiers/dossiers.ts';
import { writeEntry } from '../../../db/dossiers/log.ts';
import { makeSpace } from '../../../db/exchange/spaces.ts';
import { exampleText } from '../../../db/exercise/examples.ts';
import { readScript } from '../../../db/exercise/read-script.ts';
import { addScript, direct } from '../../../db/exercise/script.ts';
import { recordStep } from '../../../db/life/steps.ts';
import { writeArchive } from '../../../electron/export/archive.ts';
import { archiveOf, render } from '../../../electron/store/render.ts';
import { codeOf, testStore } from '../../helpers/store.ts';

function exercise() {
  const store = testStore();
  const { desk } = store;
  createRequest(desk, 'sample', { 'applicant.incident': 'Echte storm' });
  const { id } = makeSpace(desk, { kind: 'exercise', name: 'Water/wolf' });
  enterSpace(desk.file, id);
  const dossier = createDossier(desk, 'Hoogwater').id;
  writeEntry(desk, dossier, { text: '=1+1 gebeld', kind: 'call' });
  const request = createRequest(desk, 'sample', { 'applicant.incident': 'Arcen' }, dossier).id;
  recordStep(desk, request, { id: crypto.randomUUID(), kind: 'preAnnouncement', at: '2026-11-22T01:00+01:00[Europe/Amsterdam]', by: 'LOCC' });
  createAdvice(desk, { requestId: request });
  createRequest(desk, 'sample', { 'applicant.incident': 'Los verzoek' });
  createAdvice(desk, { question: 'Kan dit?' });
  addScript(desk, exampleText('hoogwater-zuid-limburg'));
  direct(desk, { kind: 'start' });
  enterSpace(desk.file, null);
  return { ...store, id };
}

// each Word document is made in a thread of its own
test('everything of the exercise is in it, marked as exercise, with who belonged to it and who did what when', { timeout: 90_000 }, async () => {
  const { desk, id, folder } = exercise();
  expect(await render(desk, { kind: 'exercise', space: id }, 'nl')).toEqual({ kind: 'archive', name: 'OEFENING Water-wolf.zip' });
  const file = join(folder, 'oefening.zip');
  const steps: string[] = [];
  const making = { print: async (html: string) => Buffer.from(html), step: (done: number, total: number) => void steps.push(`${done}/${total}`) };
  const written = await writeArchive(file, archiveOf(desk, { kind: 'exercise', space: id }, 'nl', making, new AbortController().signal));
  const bytes = readFileSync(file);
  expect(written).toEqual({ bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
  expect([steps[0], steps.at(-1)]).toEqual(['0/7', '7/7']);

  const zip = await JSZip.loadAsync(bytes, { checkCRC32: true });
  const names = Object.keys(zip.files).filter((name) => !name.endsWith('/'));
  expect(names).toEqual(
    expect.arrayContaining([
      'OEF-VR24-2026-D001/OEFENING Dossier OEF-VR24-2026-D001.pdf',
      'OEF-VR24-2026-D001/verzoeken/OEFENING Verzoek OEF-VR24-2026-001 v1 CONCEPT.docx',
      'OEF-VR24-2026-D001/OEFENING journaal.csv',
      'zonder dossier/OEFENING Verzoek OEF-VR24-2026-002 v1 CONCEPT.pdf',
      'zonder dossier/OEFENING Advies OEF-VR24-2026-A002 v1 CONCEPT.pdf',
      'OEFENING OEF-VR24-2026-S001.json',
      'OEFENING leden.csv',
      'OEFENING verloop.csv',
      'OEFENING wie deed wat wanneer.csv',
    ]),
  );
  for (const name of names.filter((one) => one !== 'manifest.json')) expect(name).toMatch(/(^|\/)OEFENING /);
  const text = async (name: string): Promise<string> => (await zip.file(name)?.async('string')) ?? '';
  expect(await text('OEFENING leden.csv')).toContain('"Proefpost";"RMOA";"VR24";"beheerder";"lid"');
  expect(await text('OEFENING verloop.csv')).toContain('"OEF-VR24-2026-001";"vooraankondiging";"LOCC"');
  expect(readScript(await text('OEFENING OEF-VR24-2026-S001.json')).packs).toMatchObject([{ id: 'scarce-force', pack: { kind: 'capabilities', entries: [{ id: 'general-force' }] } }]);
  const acts = await text('OEFENING wie deed wat wanneer.csv');
  for (const what of ['journaalregel', 'draaiboek geladen', 'handeling bij het draaiboek', 'stap in het verloop']) expect(acts).toContain(`"Proefpost";"RMOA";"${what}"`);
  const manifest = JSON.parse(await text('manifest.json')) as { format: string; reference: string; files: { name: string; sha256: string }[] };
  expect(manifest).toMatchObject({ format: 'steunpunt-exercise/1', reference: 'Water/wolf' });
  for (const { name, sha256 } of manifest.files) expect(createHash('sha256').update((await zip.file(name)?.async('nodebuffer')) ?? '').digest('hex'), name).toBe(sha256);
  for (const name of names.filter((one) => /\.(pdf|txt|csv|json)$/.test(one))) expect(await text(name), name).not.toContain('Echte storm');
});

test('it ends between two files when a person says so, and only an exercise is exported whole', { timeout: 90_000 }, async () => {
  const { desk, id, folder } = exercise();
  const stop = new AbortController();
  let printed = 0;
  const print = async (html: string): Promise<Uint8Array> => {
    printed += 1;
    stop.abort();
    return Buffer.from(html);
  };
  const file = join(folder, 'half.zip');
  expect(await codeOf(() => writeArchive(file, archiveOf(desk, { kind: 'exercise', space: id }, 'nl', { print, step: () => undefined }, stop.signal)))).toBe('export.stopped');
  expect(printed).toBe(1);
  // what was begun is for whoever chose the place to take away (write-file.ts)
  expect(existsSync(file)).toBe(true);
  const home = desk.file.row<{ id: string }>({ text: 'SELECT id FROM space WHERE home = 1', values: [] })?.id ?? '';
  expect(await codeOf(() => render(desk, { kind: 'exercise', space: home }, 'nl'))).toBe('space.role');
});
