/**
 * Files as one ZIP archive, written while they are made: what is in memory is one file, not all. Its manifest, the last member, names the
 * SHA-256 of each, so that whoever receives it can prove what it holds.
 */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { asWriteFailure } from '../../db/file/failures.ts';
import { AppError } from '../../shared/errors.ts';

export interface Member {
  /** with its folder: `verzoeken/Verzoek VR24-2026-001 v1.pdf` */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Archive {
  /** what the manifest says of the whole, beside its list of files */
  readonly about: Readonly<Record<string, string>>;
  /** ISO UTC: every member has this time, so that the same content gives the same archive */
  readonly madeAt: string;
  /** taken one at a time: the next is asked for when the former is written */
  readonly members: AsyncIterable<Member>;
}

export interface Written {
  readonly bytes: number;
  readonly sha256: string;
}

/** What is packed already gains nothing from being packed again. */
const packed = /\.(pdf|png|jpe?g|docx|xlsx|odt)$/i;

/** ZIP keeps the time of a wall without its zone, in years from 1980. */
const earliest = new Date(1980, 0, 1, 12);

/** Above this the plain format cannot name the places of its members any more. */
const largest = 2 ** 32 - 2 ** 20;
const mostMembers = 65_535;

/** So much is packed before queries of the store have their turn. */
const slice = 256 * 1024;

/** Writes the archive at a path that is not the last one yet: the caller puts it in place. Throws `disk.full`, `folder.readonly`, `export.large`, `export.failed`. */
export async function writeArchive(file: string, { about, madeAt, members }: Archive): Promise<Written> {
  const handle = await writing(file, () => open(file, 'wx', 0o600));
  try {
    const archive = createHash('sha256');
    let bytes = 0;
    let ready: Uint8Array[] = [];
    const zip = new Zip((error, chunk) => {
      if (error) throw error;
      ready.push(chunk);
    });
    const flush = async (): Promise<void> => {
      const chunks = ready;
      ready = [];
      for (const chunk of chunks) {
        archive.update(chunk);
        bytes += chunk.length;
        await writing(file, () => handle.writeFile(chunk));
      }
      if (bytes > largest) throw new AppError('export.large', 'the archive passes 4 GB');
    };

    const mtime = new Date(Math.max(new Date(madeAt).getTime(), earliest.getTime()));
    const put = async (name: string, content: Uint8Array): Promise<void> => {
      const member = packed.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
      member.mtime = mtime;
      zip.add(member);
      for (let from = 0, last = false; !last; from += slice) {
        last = from + slice >= content.length;
        member.push(content.subarray(from, from + slice), last);
        await flush();
        await setImmediate();
      }
    };

    const free = namesOnce();
    const files: { readonly name: string; readonly bytes: number; readonly sha256: string }[] = [];
    for await (const { name, bytes: content } of members) {
      if (files.length + 1 >= mostMembers) throw new AppError('export.large', 'the archive passes the number of files that it can hold');
      const member = { name: free(name), bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
      await put(member.name, content);
      files.push(member);
    }
    await put('manifest.json', Buffer.from(`${JSON.stringify({ format: 'steunpunt-dossier/1', ...about, madeAt, files }, null, 1)}\n`, 'utf8'));
    zip.end();
    await flush();
    await writing(file, () => handle.sync());
    return { bytes, sha256: archive.digest('hex') };
  } finally {
    await handle.close();
  }
}

async function writing<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asWriteFailure(error, path.dirname(file));
  }
}

/** Two attachments can have one name, also where only capitals differ: Windows would unpack the second over the first. */
function namesOnce(): (name: string) => string {
  const taken = new Set<string>(['manifest.json']);
  return (name) => {
    const { dir, name: stem, ext } = path.posix.parse(name);
    let free = name;
    for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = path.posix.join(dir, `${stem} (${number})${ext}`);
    taken.add(free.toLowerCase());
    return free;
  };
}
