/**
 * Language, theme and idle lock, in a file beside the encrypted store, because the lock screen needs them. A file that cannot be read
 * as preferences is kept aside under another name: whatever it was, it is not ours to throw away.
 */
import { access, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { type Preferences, initialPreferences, preferences as schema } from '../../shared/domain/post.ts';
import { asWriteError, writeFiles } from './write-file.ts';

export interface PreferenceFile {
  readonly read: () => Promise<Preferences>;
  /** throws an AppError `disk.full` or `folder.readonly`; then the old preferences still hold */
  readonly change: (changes: { readonly [K in keyof Preferences]?: Preferences[K] | undefined }) => Promise<Preferences>;
}

const exists = (file: string): Promise<boolean> => access(file).then(
  () => true,
  () => false,
);

/** Throws an AppError when it cannot: better no change of preferences than a lost file. */
async function keepAside(file: string): Promise<void> {
  let number = 1;
  while (await exists(`${file}.unreadable-${number}`)) number += 1;
  await rename(file, `${file}.unreadable-${number}`).catch((thrown: unknown) => {
    throw asWriteError(thrown, path.dirname(file), 'internal');
  });
}

export function openPreferences(folder: string): PreferenceFile {
  const file = path.join(folder, 'preferences.json');
  let current: Preferences | undefined;
  /** a file lies there that is not ours to overwrite */
  let foreign = false;
  let last: Promise<unknown> = Promise.resolve();

  /** One after another: two changes at once must not lose one of them. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn.catch(() => {});
    return turn;
  };

  async function load(): Promise<Preferences> {
    if (current) return current;
    current = initialPreferences;
    try {
      current = schema.parse(JSON.parse(await readFile(file, 'utf8')));
    } catch (thrown) {
      foreign = !(thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT');
    }
    return current;
  }

  return {
    read: () => inTurn(load),
    change: (changes) =>
      inTurn(async () => {
        const before = await load();
        if (foreign) await keepAside(file);
        foreign = false;
        const next = schema.parse({ ...before, ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) });
        await writeFiles([{ path: file, bytes: Buffer.from(`${JSON.stringify(next, null, 2)}\n`) }], 'internal');
        current = next;
        return next;
      }),
  };
}
