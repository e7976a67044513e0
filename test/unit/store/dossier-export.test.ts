/** What leaves the post as a file: the whole dossier in one archive, the emergency set, a contact. Made from what is stored. */
import { createHash, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createRequest } from '../../../db/documents/requests.ts';
import { attach } from '../../../db/dossiers/attachments.ts';
import { createDossier, saveDossier } from '../../../db/dossiers/dossiers.ts';
import { writeEntry } from '../../../db/dossiers/log.ts';
import { completeContact, saveDuty } from '../../../db/local/contacts.ts';
import { saveNote } from '../../../db/local/notes.ts';
import type { Rendered } from '../../../electron/store/port.ts';
import { recordExport } from '../../../electron/store/exported.ts';
import { render } from '../../../electron/store/render.ts';
import { verifyTrail } from '../../../db/trail/trail.ts';
import { archiveOf } from '../../helpers/archive.ts';
import { codeOf, testStore } from '../../helpers/store.ts';

const of = <K extends Rendered['kind']>(rendered: Rendered, kind: K): Extract<Rendered, { kind: K }> => {
  if (rendered.kind !== kind) throw new Error(`${rendered.kind} is not ${kind}`);
  return rendered as Extract<Rendered, { kind: K }>;
};

async function dossierOf() {
  const store = testStore();
  const { desk, folder } = store;
  const { id } = createDossier(desk, 'Hoogwater Geul', [{ regionCode: 'VR24', grip: 'grip4' }]);
  saveDossier(desk, id, { description: 'Regen <b>en</b> meer', startedAt: '2021-07-14T04:00+02:00[Europe/Amsterdam]' });
  createRequest(desk, 'sample', { 'applicant.incident': 'Evacueren' }, id);
  createRequest(desk, 'sample', { 'applicant.incident': 'Zandzakken' }, id);
  const { entry } = writeEntry(desk, id, { text: '=SUM(A1) "citaat"', kind: 'decision' });
  writeEntry(desk, id, { text: 'Het was anders', kind: 'entry', corrects: entry.id });
  for (const [name, words] of [['Kaart.txt', 'een'], ['kaart.TXT', 'twee']] as const) {
    const path = join(folder, name);
    writeFileSync(path, words);
    await attach(desk, id, path);
  }
  return { ...store, id, entry };
}

test('a dossier leaves as one archive whose manifest proves every file', async () => {
  const { desk, id } = await dossierOf();
  expect(of(await render(desk, { kind: 'dossier', id }, 'nl'), 'archive').name).toBe('Dossier VR24-2026-D001.zip');
  const { archive, pages, steps } = await archiveOf(desk, id, 'nl');
  expect(pages[0]).toContain('GRIP 4');
  expect(pages[0]).toContain('Regen &lt;b&gt;en&lt;/b&gt; meer');
  expect(steps).toEqual(['0/4 pdf', '1/4 pdf', '2/4 pdf', '3/4 zip', '4/4 ']);
  const names = Object.keys(archive.files);
  expect(names).toEqual(
    expect.arrayContaining([
      'Dossier VR24-2026-D001.pdf',
      'Dossier VR24-2026-D001.docx',
      'Dossier VR24-2026-D001.txt',
      'verzoeken/Verzoek VR24-2026-001 v1 CONCEPT.pdf',
      'verzoeken/Verzoek VR24-2026-001 v1 CONCEPT.docx',
      'verzoeken/Verzoek VR24-2026-002 v1 CONCEPT LCMS.txt',
      'verzoeken/Verzoek VR24-2026-002 v1 CONCEPT voorleestekst.txt',
      'journaal.csv',
      'bijlagen/Kaart.txt',
      'bijlagen/kaart (2).txt',
    ]),
  );
  expect(new Set(names.map((one) => one.toLowerCase())).size).toBe(names.length);
  const manifest = JSON.parse((await archive.file('manifest.json')?.async('string')) ?? '') as { reference: string; files: { name: string; bytes: number; sha256: string }[] };
  expect(manifest.reference).toBe('VR24-2026-D001');
  expect(manifest.files.map((file) => file.name).toSorted()).toEqual(names.filter((one) => one !== 'manifest.json').toSorted());
  for (const file of manifest.files) {
    const content = (await archive.file(file.name)?.async('nodebuffer')) ?? Buffer.alloc(0);
    expect({ ...file, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') }).toEqual(file);
  }
  expect(await archive.file('bijlagen/kaart (2).txt')?.async('string')).toBe('twee');
});

test('the log as a table quotes what it holds and runs nothing; its paper shows both the wrong entry and its correction', async () => {
  const { desk, id, entry } = await dossierOf();
  const { archive, pages } = await archiveOf(desk, id, 'en');
  const rows = ((await archive.file('log.csv')?.async('string')) ?? '').split('\r\n');
  expect(rows[0]).toBe('\uFEFF"time";"written";"kind";"text";"by";"entry";"corrects"');
  expect(rows[1]).toContain(`;"decision";"'=SUM(A1) ""citaat""";"Proefpost (RMOA)";"${entry.id}";""`);
  expect(rows[2]).toContain(`;"${entry.id}"`);
  expect(rows).toHaveLength(4);
  const paper = pages[0] ?? '';
  for (const said of ['=SUM(A1)', 'Het was anders', 'Corrected by the entry of', 'Corrects the entry of']) expect(paper).toContain(said);
});

test('the emergency set holds the contacts of its region with what the post knows, the catalogue pages and the requests', async () => {
  const { desk } = await dossierOf();
  completeContact(desk, { contactId: 'rmoa-vr24', channels: [{ kind: 'phone', value: '06 12 34 56 78' }], note: 'alleen bij spoed' });
  saveDuty(desk, { contactId: 'rmoa-vr24', start: '2026-11-22T01:00+01:00[Europe/Amsterdam]', end: '2026-11-22T23:00+01:00[Europe/Amsterdam]', who: 'weekpiket' });
  saveDuty(desk, { contactId: 'rmoa-vr24', start: '2025-11-22T01:00+01:00[Europe/Amsterdam]', end: '2025-11-22T23:00+01:00[Europe/Amsterdam]', who: 'vorig jaar' });
  saveNote(desk, 'boats', 'vlet in Roermond');
  const request = createRequest(desk, 'sample', { 'applicant.incident': 'Zandzakken aan de Geul' });
  const paper = { kind: 'emergency', regionCode: 'VR24', capabilityIds: ['boats'], requestIds: [request.id] } as const;
  const { name, html } = of(await render(desk, paper, 'nl'), 'html');
  expect(name).toBe('Noodset VR24 Zuid-Limburg.pdf');
  for (const said of ['06 12 34 56 78', 'alleen bij spoed', 'weekpiket', '088 000 00 00', 'Boten met bemanning', 'vlet in Roermond', request.reference, 'Zandzakken aan de Geul', 'Momentopname']) expect(html).toContain(said);
  expect(html).toContain('Bewaar dit papier veilig');
  expect(html).not.toContain('vorig jaar');
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const elsewhere = of(await render(desk, { ...paper, regionCode: 'VR02' }, 'nl'), 'html').html;
  for (const personal of ['06 12 34 56 78', 'weekpiket', 'Bewaar dit papier veilig']) expect(elsewhere).not.toContain(personal);
  expect(await codeOf(() => render(desk, { ...paper, regionCode: 'VR25' }, 'nl'))).toBe('reference.unknown');
  expect(await codeOf(() => render(desk, { ...paper, capabilityIds: ['constructor'] }, 'nl'))).toBe('reference.unknown');
  expect(await codeOf(() => render(desk, { ...paper, requestIds: [randomUUID()] }, 'nl'))).toBe('document.unknown');
});

test('a contact leaves as a vCard with the own additions; an export of no one document is noted too', async () => {
  const { desk, file } = testStore();
  completeContact(desk, { contactId: 'locc', channels: [{ kind: 'mail', value: 'piket@voorbeeld.invalid' }] });
  const card = of(await render(desk, { kind: 'contact', id: 'locc' }, 'nl'), 'text');
  expect(card.name).toBe('LOCC.vcf');
  expect(card.text).toContain('EMAIL;TYPE=work:piket@voorbeeld.invalid\r\n');
  expect(await codeOf(() => render(desk, { kind: 'contact', id: 'nobody' }, 'nl'))).toBe('reference.unknown');
  recordExport(desk, { format: 'emergency', sha256: 'a'.repeat(64), bytes: 3 });
  expect(verifyTrail(file)).toMatchObject({ ok: true });
});
