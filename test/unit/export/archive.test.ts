/** The archive while it is written: one file in memory at a time, and what stands in its way is told. */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import JSZip from 'jszip';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { type Member, writeArchive } from '../../../electron/export/archive.ts';
import { AppError } from '../../../shared/errors.ts';
import { smallDisk } from '../../helpers/mounts.ts';
import { codeOf } from '../../helpers/store.ts';

const about = { reference: 'VR24-2026-D001' };
const madeAt = '2026-11-22T02:00:00.000Z';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'archive-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const disk = smallDisk(1_000_000);
if (!disk) console.log('not run: an archive on a full disk (only root on Linux may mount one)');
afterAll(() => disk?.remove());

const picture = (fill: number): Member => ({ name: `foto's/${fill}.jpg`, bytes: Buffer.alloc(700_000, fill) });

async function* given(...members: readonly Member[]): AsyncGenerator<Member> {
  yield* members;
}

it('has each file on disk before the next one is made', async () => {
  const file = path.join(folder, 'a.zip');
  const sizes: number[] = [];
  async function* slowly(): AsyncGenerator<Member> {
    for (const fill of [1, 2, 3]) {
      sizes.push(existsSync(file) ? statSync(file).size : -1);
      yield picture(fill);
    }
  }
  const written = await writeArchive(file, { about, madeAt, members: slowly() });
  expect(sizes.map((size) => Math.floor(size / 700_000))).toEqual([0, 1, 2]);
  const bytes = readFileSync(file);
  expect(written).toEqual({ bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
  const archive = await JSZip.loadAsync(bytes, { checkCRC32: true });
  expect(await archive.file("foto's/3.jpg")?.async('nodebuffer')).toEqual(picture(3).bytes);
});

it('is the same for the same content, packs what is text, and tells two files of one name apart', async () => {
  const text = { name: 'journaal.csv', bytes: Buffer.from('regel;'.repeat(200_000)) };
  const members = [text, { name: 'Journaal.CSV', bytes: Buffer.from('') }, { name: 'manifest.json', bytes: Buffer.from('niet van ons') }];
  const [one, other] = await Promise.all(['a.zip', 'b.zip'].map((name) => writeArchive(path.join(folder, name), { about, madeAt, members: given(...members) })));
  expect(one).toEqual(other);
  expect(one?.bytes).toBeLessThan(20_000);
  const archive = await JSZip.loadAsync(readFileSync(path.join(folder, 'a.zip')));
  expect(Object.keys(archive.files)).toEqual(['journaal.csv', 'Journaal (2).CSV', 'manifest (2).json', 'manifest.json']);
  expect(await archive.file('journaal.csv')?.async('nodebuffer')).toEqual(text.bytes);
  expect(await archive.file('manifest.json')?.async('string')).toContain('VR24-2026-D001');
});

it('passes on why a file could not be made, and takes no file that is there', async () => {
  async function* failing(): AsyncGenerator<Member> {
    yield picture(1);
    throw new AppError('file.damaged', 'an attachment misses a part');
  }
  expect(await codeOf(() => writeArchive(path.join(folder, 'a.zip'), { about, madeAt, members: failing() }))).toBe('file.damaged');
  expect(await codeOf(() => writeArchive(path.join(folder, 'a.zip'), { about, madeAt, members: given() }))).toBe('export.failed');
});

it.skipIf(!disk)('says that the disk is full', async () => {
  const file = path.join(disk?.folder ?? '', 'a.zip');
  expect(await codeOf(() => writeArchive(file, { about, madeAt, members: given(picture(1), picture(2)) }))).toBe('disk.full');
});
