/** The store process as main sees it: states, codes, its key in memory, full and read-only disks. */
import { randomBytes } from 'node:crypto';
import { appendFileSync, closeSync, existsSync, openSync, readFileSync, readSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { unwrapWithPassphrase } from '../../../db/file/keys.ts';
import { calls } from '../../../shared/contract.ts';
import { smallDisk } from '../../helpers/mounts.ts';
import { sampleEntries, writePack, writeSamplePacks } from '../../helpers/sample-packs.ts';
import { type StoreProcess, type StoreProcessOptions, startStore } from '../../helpers/store-process.ts';
import { codeOf, temporaryFolder } from '../../helpers/store.ts';

// several processes a test, each with an Argon2id of 64 MiB: slow on a busy machine
vi.setConfig({ testTimeout: 120_000 });

const passphrase = 'een wachtzin van drie';
const identity = { name: 'Proefpost', function: 'rmoa', regionCode: 'VR24' } as const;
const canary = 'KANARIE-in-de-mijn';

async function start(options: StoreProcessOptions): Promise<StoreProcess> {
  const store = await startStore(options);
  onTestFinished(() => store.kill());
  return store;
}

async function newPost(more: Partial<StoreProcessOptions> = {}) {
  const folder = temporaryFolder();
  const options = { profileDir: join(folder, 'profile'), packsDir: writeSamplePacks(join(folder, 'packs')), ...more };
  const store = await start(options);
  const { recoveryCode, status } = await store.call('post.create', { identity, passphrase });
  return { ...options, store, recoveryCode, status };
}

test('a post is made, locked, unlocked; a locked one answers only the calls that say so', async () => {
  const { store, status, ...options } = await newPost();
  expect(status).toMatchObject({ state: 'open', identity });
  expect(store.events.filter(({ name }) => name === 'job.progress')).toHaveLength(Object.keys(sampleEntries).length);
  const { id } = await store.call('request.create', { templateId: 'sample', values: { 'applicant.incident': 'Hoogwater' } });
  expect(await codeOf(() => store.call('post.create', { identity, passphrase }))).toBe('post.exists');
  await store.close();
  expect(readdirSync(options.profileDir).toSorted()).toEqual(['keys.json', 'store.db', 'store.lock']);

  const locked = await start(options);
  expect(await locked.call('post.status', {})).toEqual({ state: 'locked' });
  expect((await locked.call('post.regionChoices', {})).regions).toHaveLength(6);
  // it is told so before anybody looks at what was asked: nothing of a locked post depends on the input
  for (const [name, shape] of Object.entries(calls)) {
    if (shape.owner !== 'store' || 'whenLocked' in shape) continue;
    expect(await codeOf(() => locked.call(name as 'request.open', {} as { id: string })), name).toBe('post.locked');
  }
  expect(await codeOf(() => locked.render({ kind: 'document', id, format: 'docx' }, 'nl'))).toBe('post.locked');
  expect(await codeOf(() => locked.call('post.unlock', { passphrase: 'een andere wachtzin' }))).toBe('passphrase.wrong');
  expect(await locked.call('post.unlock', { passphrase })).toEqual(status);
  expect((await locked.call('request.open', { id })).values).toMatchObject({ 'applicant.incident': 'Hoogwater' });
});

test('the recovery code opens, sets a new passphrase and stays valid; a code that is not ours does not', async () => {
  const { store, recoveryCode, ...options } = await newPost();
  await store.close();
  const locked = await start(options);
  expect(await codeOf(() => locked.call('post.recover', { recoveryCode: '7M5J-ZXNZ-FWK1-6YES-2KP5-MYHJ-NWM6', newPassphrase: 'een nieuwe wachtzin' }))).toBe('recovery.wrong');
  expect(await codeOf(() => locked.call('post.recover', { recoveryCode, newPassphrase: 'kort' }))).toBe('passphrase.weak');
  expect(await locked.call('post.recover', { recoveryCode: recoveryCode.toLowerCase().replaceAll('-', ' '), newPassphrase: 'een nieuwe wachtzin' })).toMatchObject({ state: 'open' });
  await locked.close();
  const again = await start(options);
  expect(await codeOf(() => again.call('post.unlock', { passphrase }))).toBe('passphrase.wrong');
  expect(await again.call('post.unlock', { passphrase: 'een nieuwe wachtzin' })).toMatchObject({ state: 'open' });
});

test('an unlock without a post, a weak passphrase and an unknown region have codes of their own and leave nothing behind', async () => {
  const folder = temporaryFolder();
  const profileDir = join(folder, 'profile');
  const store = await start({ profileDir, packsDir: writeSamplePacks(join(folder, 'packs')) });
  expect(await codeOf(() => store.call('post.unlock', { passphrase }))).toBe('post.missing');
  expect(await codeOf(() => store.call('post.create', { identity, passphrase: 'kort' }))).toBe('passphrase.weak');
  expect(await codeOf(() => store.call('post.create', { identity: { ...identity, regionCode: 'VR25' }, passphrase }))).toBe('reference.unknown');
  expect(readdirSync(profileDir)).toEqual(['store.lock']);
  expect(await store.call('post.status', {})).toEqual({ state: 'new' });
});

test('a bad pack stops a first start with path and reason of every error, and a post at work goes on without it', async () => {
  const folder = temporaryFolder();
  const packsDir = writeSamplePacks(join(folder, 'packs'));
  const profileDir = join(folder, 'profile');
  writePack(packsDir, 'regions', { version: 'new', entries: [{ code: 'VR99' }] });
  const store = await start({ profileDir, packsDir });
  const thrown: unknown = await store.call('post.create', { identity, passphrase }).catch((error: unknown) => error);
  expect(thrown).toMatchObject({ code: 'pack.invalid', details: { file: 'regions.json' } });
  const { errors } = (thrown as { details: { errors: string } }).details;
  for (const path of ['version: ', 'entries.0.code: ', 'entries.0.name: ', 'entries.0.provenance: ']) expect(errors).toContain(path);
  writePack(packsDir, 'regions');
  await store.call('post.create', { identity, passphrase });
  await store.close();
  writePack(packsDir, 'regions', { version: '2026.2', entries: [{ code: 'VR99' }] });
  const again = await start({ profileDir, packsDir });
  expect(await again.call('post.unlock', { passphrase })).toMatchObject({ state: 'open' });
  expect((await again.call('reference.packs', {})).find(({ id }) => id === 'regions')?.version).toBe('2026.1');
  expect(again.stderr()).toContain('pack regions.json refused');
});

test('damaged files: the key file and the store file are told apart, and neither is taken for a new post', async () => {
  const { store, ...options } = await newPost();
  await store.close();
  const keys = join(options.profileDir, 'keys.json');
  const db = join(options.profileDir, 'store.db');
  const [wholeKeys, wholeDb] = [readFileSync(keys), readFileSync(db)];
  const unlockAfter = async (damage: () => void): Promise<string> => {
    damage();
    const locked = await start(options);
    expect(await locked.call('post.status', {})).toEqual({ state: 'locked' });
    const code = await codeOf(() => locked.call('post.unlock', { passphrase }));
    expect(await codeOf(() => locked.call('post.create', { identity, passphrase }))).toBe('post.exists');
    await locked.close();
    writeFileSync(keys, wholeKeys);
    writeFileSync(db, wholeDb);
    return code;
  };
  expect(await unlockAfter(() => writeFileSync(keys, '{'))).toBe('keyfile.damaged');
  expect(await unlockAfter(() => rmSync(keys))).toBe('keyfile.damaged');
  expect(await unlockAfter(() => writeFileSync(db, wholeDb.map((byte, at) => (at === 9000 ? byte ^ 1 : byte))))).toBe('file.damaged');
  expect(await unlockAfter(() => rmSync(db))).toBe('file.damaged');
  expect(await (await start(options)).call('post.unlock', { passphrase })).toMatchObject({ state: 'open' });
});

test('a second process on the same profile is told that it is busy, until the first ends', async () => {
  const { store, ...options } = await newPost();
  const second = await start(options);
  expect(await codeOf(() => second.call('post.unlock', { passphrase }))).toBe('file.busy');
  await store.kill();
  expect(await second.call('post.unlock', { passphrase })).toMatchObject({ state: 'open' });
});

test('after a kill the next process goes on with the sealed key, without the passphrase, and only under the same seal', async () => {
  const { store, ...options } = await newPost();
  const { id } = await store.call('request.create', { templateId: 'sample' });
  const { savedAt } = await store.call('request.save', { id, changes: { 'applicant.incident': 'Hoogwater' } });
  await store.kill();
  const next = await start({ ...options, ...store.resumeWith() });
  expect(await next.call('post.status', {})).toMatchObject({ state: 'open' });
  expect(await next.call('request.open', { id })).toMatchObject({ savedAt, values: { 'applicant.incident': 'Hoogwater' } });
  await next.kill();
  const other = await start({ ...options, sealedKey: next.resumeWith().sealedKey });
  expect(await other.call('post.status', {})).toEqual({ state: 'locked' });
});

test('a start that was cut off between its two files is finished at the next unlock', async () => {
  const { store, ...options } = await newPost();
  await store.close();
  const keys = join(options.profileDir, 'keys.json');
  writeFileSync(`${keys}.new`, readFileSync(keys));
  rmSync(keys);
  const next = await start(options);
  expect(await next.call('post.unlock', { passphrase })).toMatchObject({ state: 'open' });
  expect(existsSync(keys)).toBe(true);
});

test('what a person typed, the passphrase and the keys stand in no file and no log', async () => {
  const { store, recoveryCode, ...options } = await newPost();
  const { id } = await store.call('request.create', { templateId: 'sample', values: { 'applicant.incident': canary } });
  await codeOf(() => store.call('request.save', { id, changes: { 'effect.period': canary } }));
  await codeOf(() => store.call('request.save', { id, changes: { [canary]: 'x' } as Record<string, string> }));
  const key = await unwrapWithPassphrase(join(options.profileDir, 'keys.json'), passphrase);
  const secrets = [canary, passphrase, recoveryCode, key.toString('hex'), key.toString('base64'), key.toString('latin1')];
  for (const name of readdirSync(options.profileDir)) {
    const content = readFileSync(join(options.profileDir, name)).toString('latin1');
    for (const secret of secrets) expect(content.includes(secret), name).toBe(false);
  }
  for (const secret of secrets) expect(store.stderr()).not.toContain(secret);
});

/** True when the memory of a process holds the bytes. Linux only. */
function memoryHolds(pid: number, wanted: readonly Buffer[]): boolean {
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  try {
    const areas = readFileSync(`/proc/${pid}/maps`, 'utf8').matchAll(/^([0-9a-f]+)-([0-9a-f]+) rw/gm);
    for (const [, from, to] of areas) {
      const first = Number.parseInt(from ?? '0', 16);
      const length = Number.parseInt(to ?? '0', 16) - first;
      if (length > 1 << 30) continue;
      const bytes = Buffer.alloc(length);
      try {
        readSync(memory, bytes, 0, length, first);
      } catch {
        continue;
      }
      if (wanted.some((some) => bytes.includes(some))) return true;
    }
    return false;
  } finally {
    closeSync(memory);
  }
}

test('the key is in memory while the post is open, and after the lock neither there nor anywhere: the process is gone', async (context) => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return context.skip('not run: reading the memory of a process needs Linux and root');
  const { store, ...options } = await newPost();
  const key = await unwrapWithPassphrase(join(options.profileDir, 'keys.json'), passphrase);
  const forms = [key, Buffer.from(key.toString('hex'), 'latin1')];
  expect(memoryHolds(store.pid, forms)).toBe(true);
  await store.close();
  expect(existsSync(`/proc/${store.pid}`)).toBe(false);
  const locked = await start(options);
  expect(await locked.call('post.status', {})).toEqual({ state: 'locked' });
  expect(memoryHolds(locked.pid, forms)).toBe(false);
});

/** Appends until so many bytes are there or the disk is full. */
function fill(path: string, bytes: number): void {
  try {
    for (let written = 0; written < bytes; written += 4096) appendFileSync(path, Buffer.alloc(4096));
  } catch {
    // full, which is what is wanted
  }
}

test('a full disk: said at the save, nothing acknowledged is lost, and work goes on when there is room again', async (context) => {
  const disk = smallDisk(2_000_000);
  if (!disk) return context.skip('not run: a disk of its own needs Linux and root');
  onTestFinished(disk.remove);
  const profileDir = join(disk.folder, 'profile');
  const { store, packsDir } = await newPost({ profileDir });
  const { id } = await store.call('request.create', { templateId: 'sample' });
  await store.call('request.save', { id, changes: { 'applicant.incident': 'Hoogwater' } });
  const filler = join(disk.folder, 'filler');
  let refused = '';
  fill(filler, 1_400_000);
  let acknowledged: string | undefined;
  for (let round = 0; round < 200 && refused === ''; round += 1) {
    const text = String(round).repeat(8_000);
    refused = await store.call('request.save', { id, changes: { 'effect.text': text } }).then(
      () => ((acknowledged = text), ''),
      (error: { code: string }) => error.code,
    );
  }
  expect(refused).toBe('disk.full');
  expect(await store.call('request.list', {})).toMatchObject({ requests: [{ title: 'Hoogwater' }], total: 1 });
  expect((await store.call('search.find', { text: 'maastricht' })).total).toBeGreaterThan(0);
  await store.kill();

  fill(filler, 2_000_000);
  const stuck = await start({ profileDir, packsDir });
  // whether it opens depends on the room left inside the log; what may not happen is another message
  const opening = await stuck.call('post.unlock', { passphrase }).then(
    ({ state }) => state,
    (error: { code: string }) => error.code,
  );
  expect(['open', 'disk.full']).toContain(opening);
  rmSync(filler);
  expect(await stuck.call('post.unlock', { passphrase })).toMatchObject({ state: 'open' });
  const { values } = await stuck.call('request.open', { id });
  expect(values['applicant.incident']).toBe('Hoogwater');
  expect(values['effect.text']).toBe(acknowledged);
  await stuck.call('request.save', { id, changes: { 'effect.text': 'er is weer plaats' } });
});

test('a first start on a full disk says so and leaves no half post', async (context) => {
  const disk = smallDisk(200_000);
  if (!disk) return context.skip('not run: a disk of its own needs Linux and root');
  onTestFinished(disk.remove);
  const store = await start({ profileDir: disk.folder, packsDir: writeSamplePacks(join(temporaryFolder(), 'packs')) });
  expect(await codeOf(() => store.call('post.create', { identity, passphrase }))).toBe('disk.full');
  expect(readdirSync(disk.folder).filter((name) => name !== 'store.lock')).toEqual([]);
  expect(await store.call('post.status', {})).toEqual({ state: 'new' });
});

test('a read-only folder is said at the first start and at the unlock', async (context) => {
  const disk = smallDisk(8_000_000);
  if (!disk) return context.skip('not run: a read-only disk needs Linux and root');
  onTestFinished(disk.remove);
  const { store, ...options } = await newPost({ profileDir: join(disk.folder, 'profile') });
  await store.close();
  disk.remount('ro');
  const locked = await start(options);
  expect(await codeOf(() => locked.call('post.unlock', { passphrase }))).toBe('folder.readonly');
  const fresh = await start({ ...options, profileDir: join(disk.folder, 'other') });
  expect(await codeOf(() => fresh.call('post.create', { identity, passphrase }))).toBe('folder.readonly');
});

test('killed while it reads a file in, the next process holds no half file and takes it again', async () => {
  const { store, ...options } = await newPost();
  const { id } = await store.call('dossier.create', { title: 'Hoogwater' });
  const file = join(options.profileDir, '..', 'kaart.png');
  const content = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), randomBytes(20_000_000)]);
  writeFileSync(file, content);
  const cut = store.attach(id, file).then(
    () => 'attached',
    () => 'cut',
  );
  // a save goes through while the file is read: reading does not hold the store up
  await store.call('dossier.save', { id, changes: { description: 'tijdens het lezen' } });
  await store.kill();
  expect(await cut).toBe('cut');

  const next = await start({ ...options, ...store.resumeWith() });
  const before = await next.call('dossier.open', { id });
  expect(before.attachments).toEqual([]);
  expect(before.dossier.values.description).toBe('tijdens het lezen');
  const added = await next.attach(id, file);
  const rendered = await next.render({ kind: 'attachment', dossierId: id, id: added.id }, 'nl');
  expect(rendered.kind === 'bytes' && Buffer.from(rendered.bytes).equals(content)).toBe(true);
  expect(next.events.some(({ name, payload }) => name === 'document.changed' && (payload as { id: string }).id === id)).toBe(true);
});
