/** Attachments: what is kept, what is refused by its content, and that a file comes back byte for byte. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { attach, attachmentContent, attachmentName, attachmentsOf } from '../../../db/dossiers/attachments.ts';
import { keepFile, removeUnfinished } from '../../../db/dossiers/blobs.ts';
import { createDossier } from '../../../db/dossiers/dossiers.ts';
import { sql } from '../../../db/file/driver.ts';
import { attachment, largestAttachment } from '../../../shared/domain/attachment.ts';
import { type TestStore, codeOf, testStore } from '../../helpers/store.ts';

const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), randomBytes(700_000)]);
const text = (words: string): Buffer => Buffer.from(words, 'utf8');
const zip = (members: Record<string, string>, level: 0 | 6 = 6): Buffer => Buffer.from(zipSync(Object.fromEntries(Object.entries(members).map(([name, words]) => [name, [text(words), { level }]]))));
const docx = zip({ '[Content_Types].xml': '<a/>', 'word/document.xml': '<a/>' });

function opened() {
  const store = testStore();
  const { id } = createDossier(store.desk, 'Hoogwater');
  const put = (name: string, bytes: Uint8Array): string => {
    const path = join(store.folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  return { ...store, id, put, add: async (name: string, bytes: Uint8Array) => (await attach(store.desk, id, put(name, bytes))).attachment };
}

const counts = ({ file }: Pick<TestStore, 'file'>): unknown => file.row(sql`SELECT (SELECT count(*) FROM blob) AS blobs, (SELECT count(*) FROM blob_chunk) AS chunks, (SELECT count(*) FROM attachment) AS attachments`);

test('a file comes back byte for byte, after the store was closed too', async () => {
  const store = opened();
  const added = await store.add('kaart.png', png);
  expect(attachment.parse(added)).toEqual(added);
  expect(added).toMatchObject({ name: 'kaart.png', mediaType: 'image/png', bytes: png.length, sha256: createHash('sha256').update(png).digest('hex'), by: { post: 'Proefpost', function: 'rmoa' } });
  const { file } = store.reopen();
  expect(attachmentsOf(file, store.id)).toEqual([added]);
  expect(Buffer.from(attachmentContent({ ...store.desk, file }, store.id, added.id).bytes).equals(png)).toBe(true);
});

test('the same content is kept once; under the same name in the same dossier it is the same attachment', async () => {
  const store = opened();
  const first = await store.add('een.png', png);
  expect(await store.add('een.png', png)).toEqual(first);
  const second = await store.add('twee.png', png);
  expect(second.id).not.toBe(first.id);
  expect(counts(store)).toEqual({ blobs: 1, chunks: 3, attachments: 2 });
});

const kept: readonly (readonly [name: string, content: Uint8Array, mediaType: string, as: string])[] = [
  ['plan.pdf', text('%PDF-1.7 …'), 'application/pdf', 'plan.pdf'],
  ['foto.JPG', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg', 'foto.jpg'],
  ['brief.docx', docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'brief.docx'],
  ['lijst.xlsx', zip({ '[Content_Types].xml': '', 'xl/workbook.xml': '' }), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'lijst.xlsx'],
  ['brief.odt', zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '' }, 0), 'application/vnd.oasis.opendocument.text', 'brief.odt'],
  ['tabel.CSV', text('a;b\r\n1;2'), 'text/csv', 'tabel.csv'],
  ['regel.txt', Buffer.from('caf\u00e9', 'latin1'), 'text/plain', 'regel.txt'],
  ['pagina.html', text('<script>alert(1)</script>'), 'text/plain', 'pagina.html.txt'],
  ['rekening.exe', png, 'image/png', 'rekening.exe.png'],
];

test.each(kept)('%s is kept as what its content is', async (name, content, mediaType, as) => {
  expect(await opened().add(name, content)).toMatchObject({ mediaType, name: as });
});

const refused: readonly (readonly [name: string, content: Uint8Array, why: string])[] = [
  ['rekening.pdf', Buffer.concat([text('MZ'), Buffer.from([0x90, 0, 3, 0])]), 'a program'],
  ['foto.png', Buffer.concat([text('gewone woorden'), Buffer.alloc(1)]), 'bytes that are no text'],
  ['alles.zip', zip({ 'brief.txt': 'x' }), 'an archive'],
  ['brief.docx', zip({ '[Content_Types].xml': '', 'word/document.xml': '', 'word/vbaProject.bin': '' }), 'a letter with macros'],
  ['brief.odt', zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '', 'Basic/Standard/x.xml': '' }, 0), 'a letter with macros of its own kind'],
  ['brief.docx', docx.subarray(0, docx.length - 30), 'a letter that was cut off'],
  ['leeg.txt', Buffer.alloc(0), 'nothing'],
  ['laat.txt', Buffer.concat([Buffer.alloc(600_000, 0x61), Buffer.alloc(1)]), 'text with a zero far behind'],
];

test.each(refused)('%s is refused when it is %s %s', async (name, content) => {
  const store = opened();
  expect(await codeOf(() => store.add(name, content))).toBe('attachment.type');
  expect(counts(store)).toEqual({ blobs: 0, chunks: 0, attachments: 0 });
});

test('a file that is too large, no file, or not there is said so', async () => {
  const store = opened();
  expect(await codeOf(() => store.add('groot.png', Buffer.concat([png.subarray(0, 8), Buffer.alloc(largestAttachment)])))).toBe('attachment.large');
  mkdirSync(join(store.folder, 'map'));
  expect(await codeOf(() => attach(store.desk, store.id, join(store.folder, 'map')))).toBe('attachment.unreadable');
  expect(await codeOf(() => attach(store.desk, store.id, join(store.folder, 'nergens.png')))).toBe('attachment.unreadable');
  expect(counts(store)).toEqual({ blobs: 0, chunks: 0, attachments: 0 });
});

test('what a crash left half read is gone after the next start, and the file can be added again', async () => {
  const store = opened();
  await store.add('eerder.txt', text('eerder'));
  await keepFile(store.file, store.put('kaart.png', png));
  store.file.run(sql`DELETE FROM blob_chunk WHERE number = 2`);
  const { file } = store.reopen();
  const desk = { ...store.desk, file };
  removeUnfinished(file);
  expect(counts({ file })).toEqual({ blobs: 1, chunks: 1, attachments: 1 });
  const { attachment: added } = await attach(desk, store.id, join(store.folder, 'kaart.png'));
  expect(Buffer.from(attachmentContent(desk, store.id, added.id).bytes).equals(png)).toBe(true);
});

test('content that is not what its hash says is not given out', async () => {
  const store = opened();
  const { id } = await store.add('kaart.png', png);
  store.file.run(sql`UPDATE blob_chunk SET data = ${randomBytes(262_144)} WHERE number = 1`);
  expect(await codeOf(() => attachmentContent(store.desk, store.id, id))).toBe('file.damaged');
  store.file.run(sql`DELETE FROM blob_chunk WHERE number = 1`);
  expect(await codeOf(() => attachmentContent(store.desk, store.id, id))).toBe('file.damaged');
  expect(await codeOf(() => attachmentContent(store.desk, createDossier(store.desk, 'Ander').id, id))).toBe('entry.unknown');
});

test.each([
  ['../../etc/passwd', 'passwd.txt'],
  ['C:\\Users\\x\\..\\nul.txt', '_nul.txt'],
  ['rekening\u202Efdp.exe', 'rekening fdp.exe.txt'],
  ['.bashrc', 'bashrc.txt'],
  ['con', '_con.txt'],
  ['een\nregel\u0000.txt', 'een regel.txt'],
  ['   .txt', '_.txt'],
  [`${'é'.repeat(300)}.txt`, `${'é'.repeat(80)}.txt`],
])('the name %j is kept as %j', (hostile, name) => {
  expect(attachmentName(hostile, 'text/plain')).toBe(name);
});

test('a file of which only the name has arrived is listed as waiting and is not given out', async () => {
  const store = opened();
  const added = await store.add('kaart.png', png);
  store.file.run(sql`UPDATE blob SET complete = 0`);
  expect(attachmentsOf(store.file, store.id)).toEqual([{ ...added, waiting: true }]);
  expect(await codeOf(() => attachmentContent(store.desk, store.id, added.id))).toBe('attachment.waiting');
});
