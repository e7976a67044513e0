/** Every way in which a store does not open has its own code, and none of them changes the files. */
import { randomBytes } from 'node:crypto';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import Driver from 'better-sqlite3';
import { indexSaved } from '../../../db/documents/projection.ts';
import { createRequest, saveRequest } from '../../../db/documents/requests.ts';
import { listRequests } from '../../../db/documents/request-list.ts';
import { connect, sql } from '../../../db/file/driver.ts';
import { asFailure } from '../../../db/file/failures.ts';
import { lockProfile } from '../../../db/file/lock.ts';
import { migrations } from '../../../db/file/migrations/index.ts';
import { openStoreFile } from '../../../db/file/open.ts';
import { codeOf, temporaryFolder, testStore } from '../../helpers/store.ts';

test('the settings that the store relies on are in force', () => {
  const { file } = testStore();
  const settings = ['journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema', 'secure_delete', 'temp_store', 'cell_size_check', 'cipher'];
  expect(Object.fromEntries(settings.map((name) => [name, file.pragma(name)]))).toEqual({
    journal_mode: 'wal',
    synchronous: 2,
    foreign_keys: 1,
    trusted_schema: 0,
    secure_delete: 1,
    temp_store: 2,
    cell_size_check: 1,
    cipher: 'sqlcipher',
  });
});

test('what was saved is there after closing and opening again', () => {
  const store = testStore();
  const { id } = createRequest(store.desk, 'sample', { 'applicant.incident': 'Hoogwater' });
  const { file, recovered } = store.reopen();
  expect(recovered).toBe(false);
  expect(file.row(sql`SELECT json FROM field WHERE document = ${id} AND id = 'applicant.incident'`)).toEqual({ json: '"Hoogwater"' });
});

test('a store file with a plain SQLite header is refused, whatever key is given', async () => {
  const folder = temporaryFolder();
  const plain = connect(join(folder, 'store.db'), { patienceMs: 0 });
  plain.script('CREATE TABLE a (b)');
  plain.close();
  const lock = lockProfile(folder);
  expect(await codeOf(() => openStoreFile({ lock, key: randomBytes(32), migrations }))).toBe('file.damaged');
  lock.release();
});

test('a store file of another key is damaged, not a wrong passphrase: the key file has proven the key', async () => {
  const store = testStore();
  store.close();
  const lock = lockProfile(store.folder);
  expect(await codeOf(() => openStoreFile({ lock, key: randomBytes(32), migrations }))).toBe('file.damaged');
  lock.release();
});

test('one changed bit in any class of page is found when the store opens', async () => {
  const store = testStore();
  const { id } = createRequest(store.desk, 'sample', {});
  // a text longer than a page makes overflow pages
  saveRequest(store.desk, id, { 'effect.text': 'hoogwater in de Geul '.repeat(1500) });
  const pages = (name: string): number[] => store.file.rows<{ pageno: number }>(sql`SELECT pageno FROM dbstat WHERE name = ${name} ORDER BY pageno`).map(({ pageno }) => pageno);
  const classes: Record<string, number | undefined> = {
    'salt and header': 1,
    schema: pages('sqlite_schema').at(-1),
    'table leaf': pages('document').at(-1),
    'overflow of a value': store.file.rows<{ pageno: number }>(sql`SELECT pageno FROM dbstat WHERE name = 'field' AND pagetype = 'overflow'`)[0]?.pageno,
    index: pages('search_name_by_entry').at(-1),
    'full-text index': pages('search_index_data').at(-1),
    trail: pages('trail').at(-1),
  };
  store.close();
  const path = join(store.folder, 'store.db');
  const whole = readFileSync(path);
  for (const [name, page] of Object.entries(classes)) {
    expect(page, name).toBeTypeOf('number');
    const damaged = Buffer.from(whole);
    const at = (Number(page) - 1) * 4096 + (page === 1 ? 5 : 2000);
    damaged[at] = (damaged[at] ?? 0) ^ 0x10;
    writeFileSync(path, damaged);
    expect(await codeOf(() => store.reopen()), `${name}, page ${page}`).toBe('file.damaged');
    expect(readFileSync(path).equals(damaged), `${name}: the file is left as it is`).toBe(true);
    store.close();
  }
  writeFileSync(path, whole);
  expect(store.reopen().file.row(sql`SELECT count(*) AS n FROM document`)).toEqual({ n: 1 });
});

test('a store file cut short is damaged', async () => {
  const store = testStore();
  store.close();
  const path = join(store.folder, 'store.db');
  writeFileSync(path, readFileSync(path).subarray(0, 6000));
  expect(await codeOf(() => store.reopen())).toBe('file.damaged');
});

test('a profile that another owner holds is busy, and free again when it lets go', async () => {
  const folder = temporaryFolder();
  const first = lockProfile(folder);
  expect(await codeOf(() => lockProfile(folder))).toBe('file.busy');
  first.release();
  lockProfile(folder).release();
});

test('a full store refuses to save as disk.full, keeps what it has and goes on when there is room', async () => {
  const store = testStore();
  const { id } = createRequest(store.desk, 'sample', { 'applicant.incident': 'Hoogwater' });
  store.file.pragma(`max_page_count = ${Number(store.file.pragma('page_count')) + 2}`);
  const large = { 'effect.text': 'x'.repeat(40_000) };
  expect(await codeOf(() => saveRequest(store.desk, id, large))).toBe('disk.full');
  expect(listRequests(store.desk).requests.map(({ title }) => title)).toEqual(['Hoogwater']);
  expect(store.file.pragma('quick_check')).toBe('ok');
  store.file.pragma('max_page_count = 1073741823');
  expect(saveRequest(store.desk, id, large).seq).toBe(2);
});

test('errors of the system and of SQLite get the code a person can act on; others stay what they are', () => {
  const failure = (code: string): unknown => Object.assign(new Error('text of the system'), { code });
  const codes = Object.fromEntries(
    ['SQLITE_NOTADB', 'SQLITE_CORRUPT_VTAB', 'SQLITE_BUSY_SNAPSHOT', 'SQLITE_FULL', 'ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'SQLITE_READONLY_DBMOVED'].map((code) => {
      const told = asFailure(failure(code), '/nowhere');
      return [code, told instanceof Error && 'code' in told ? told.code : ''];
    }),
  );
  expect(codes).toEqual({
    SQLITE_NOTADB: 'file.damaged',
    SQLITE_CORRUPT_VTAB: 'file.damaged',
    SQLITE_BUSY_SNAPSHOT: 'file.busy',
    SQLITE_FULL: 'disk.full',
    ENOSPC: 'disk.full',
    EDQUOT: 'disk.full',
    EROFS: 'folder.readonly',
    EACCES: 'folder.readonly',
    SQLITE_READONLY_DBMOVED: 'folder.readonly',
  });
  const ours = failure('SQLITE_CONSTRAINT_UNIQUE');
  expect(asFailure(ours, '/nowhere')).toBe(ours);
});

test('a canary typed into a request stands in no file of the profile', () => {
  const store = testStore();
  const canary = 'KANARIE-in-de-mijn';
  const { id } = createRequest(store.desk, 'sample', { 'applicant.incident': canary });
  saveRequest(store.desk, id, { 'effect.text': `${canary} `.repeat(400) });
  indexSaved(store.file, store.desk.reference);
  const files = readdirSync(store.folder).filter((name) => name !== 'packs');
  expect(files).toEqual(expect.arrayContaining(['store.db', 'store.db-wal', 'store.db-shm', 'store.lock']));
  expect(statSync(join(store.folder, 'store.db-wal')).size).toBeGreaterThan(10_000);
  for (const name of files) expect(readFileSync(join(store.folder, name)).includes(canary), name).toBe(false);
});

test('the driver is the one with the cipher', () => {
  expect('key' in Driver.prototype).toBe(true);
});
