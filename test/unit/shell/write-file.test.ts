import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFiles } from '../../../electron/main/write-file.ts';
import { smallDisk } from '../../helpers/mounts.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'write-file-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const disk = smallDisk(2_000_000);
const small = disk?.folder;
if (!disk) console.log('not run: a full disk and a read-only disk (only root on Linux may mount them)');
afterAll(() => disk?.remove());

describe('writing files', () => {
  it('writes them all, and leaves nothing beside them', async () => {
    await writeFiles([{ path: path.join(folder, 'a.txt'), bytes: Buffer.from('een') }, { path: path.join(folder, 'b.txt'), bytes: Buffer.from('twee') }], 'export.failed');
    expect(readdirSync(folder).toSorted()).toEqual(['a.txt', 'b.txt']);
    expect(readFileSync(path.join(folder, 'b.txt'), 'utf8')).toBe('twee');
  });

  it('replaces a file that is there', async () => {
    const file = path.join(folder, 'a.txt');
    writeFileSync(file, 'oud en veel langer');
    await writeFiles([{ path: file, bytes: Buffer.from('nieuw') }], 'export.failed');
    expect(readFileSync(file, 'utf8')).toBe('nieuw');
  });

  it('writes none of them when one cannot be put in its place', async () => {
    mkdirSync(path.join(folder, 'b.txt', 'full'), { recursive: true });
    const files = ['a.txt', 'b.txt'].map((name) => ({ path: path.join(folder, name), bytes: Buffer.from('x') }));
    await expect(writeFiles(files, 'export.failed')).rejects.toMatchObject({ code: 'export.failed' });
    expect(readdirSync(folder)).toEqual(['b.txt']);
  });

  it('says that the folder is gone with the code of the caller', async () => {
    const file = path.join(folder, 'nowhere', 'a.txt');
    await expect(writeFiles([{ path: file, bytes: Buffer.from('x') }], 'internal')).rejects.toMatchObject({ code: 'internal', details: { folder: path.dirname(file) } });
  });

  it.skipIf(small === undefined)('tells of a full disk and leaves no part of the file; what stood there stays — not run where no disk can be mounted', async () => {
    const file = path.join(small ?? '', 'full.pdf');
    writeFileSync(file, 'was er al');
    await expect(writeFiles([{ path: file, bytes: Buffer.alloc(3_000_000) }], 'export.failed')).rejects.toMatchObject({ code: 'disk.full', details: { folder: small } });
    expect(readdirSync(small ?? '')).toEqual(['full.pdf']);
    expect(readFileSync(file, 'utf8')).toBe('was er al');
  });

  it.skipIf(small === undefined)('writes no file of several when the last one fills the disk — not run where no disk can be mounted', async () => {
    const files = ['een.txt', 'twee.bin'].map((name, index) => ({ path: path.join(small ?? '', name), bytes: Buffer.alloc(index === 0 ? 10 : 3_000_000) }));
    await expect(writeFiles(files, 'export.failed')).rejects.toMatchObject({ code: 'disk.full' });
    expect(existsSync(path.join(small ?? '', 'een.txt'))).toBe(false);
  });

  it.skipIf(small === undefined)('tells of a read-only disk — not run where no disk can be mounted', async () => {
    disk?.remount('ro');
    try {
      await expect(writeFiles([{ path: path.join(small ?? '', 'a.txt'), bytes: Buffer.from('x') }], 'export.failed')).rejects.toMatchObject({ code: 'folder.readonly' });
    } finally {
      disk?.remount('rw');
    }
  });
});
