/**
 * Makes the store of a new post. It is built under other names and put in place by two renames, so that a crash or a full disk leaves
 * either nothing or a whole post; files that are in place are never overwritten.
 */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PostIdentity } from '../../shared/domain/post.ts';
import { AppError } from '../../shared/errors.ts';
import { createPost } from '../documents/identity.ts';
import { createSpace } from '../documents/spaces.ts';
import { loadPacks } from '../packs/load.ts';
import { packInvalid } from '../packs/read.ts';
import { readReference } from '../packs/reference.ts';
import { record } from '../trail/trail.ts';
import { checkpoint } from './checkpoint.ts';
import { renameDurably } from './durable.ts';
import { told } from './failures.ts';
import { type NewKeys, createKeyFile } from './keys.ts';
import type { ProfileLock } from './lock.ts';
import { migrations } from './migrations/index.ts';
import { openStoreFile } from './open.ts';
import { holdsPost, keyFileName, storeFileName } from './profile.ts';

const newStore = `${storeFileName}.new`;
const newKeyFile = `${keyFileName}.new`;

export interface NewStoreOptions {
  readonly lock: ProfileLock;
  readonly identity: PostIdentity;
  readonly passphrase: string;
  readonly packsDir: string;
  readonly now: () => Date;
  readonly onProgress: (done: number, total: number, name: string) => void;
}

/** Puts the key file in place when a process ended between the two renames. Call with the profile locked. */
export function finishInterrupted(lock: ProfileLock): void {
  const made = join(lock.folder, newKeyFile);
  const place = join(lock.folder, keyFileName);
  if (!existsSync(place) && existsSync(join(lock.folder, storeFileName)) && existsSync(made)) renameDurably(made, place);
}

/** Throws `post.exists`, `passphrase.weak`, `reference.unknown`, `pack.invalid`, `disk.full` or `folder.readonly`. */
export async function makeStore(options: NewStoreOptions): Promise<NewKeys> {
  const { folder } = options.lock;
  if (holdsPost(folder)) throw new AppError('post.exists', 'the profile already holds a post');
  removeHalfMade(folder);
  try {
    const keys = await createKeyFile(join(folder, newKeyFile), options.passphrase);
    fill(options, keys.dataKey);
    renameDurably(join(folder, newStore), join(folder, storeFileName));
    renameDurably(join(folder, newKeyFile), join(folder, keyFileName));
    return keys;
  } catch (error) {
    if (!holdsPost(folder)) removeHalfMade(folder);
    throw error;
  }
}

function fill({ lock, identity, packsDir, now, onProgress }: NewStoreOptions, key: Uint8Array): void {
  const { file } = openStoreFile({ lock, key, migrations, name: newStore });
  try {
    const at = now().toISOString();
    file.atomically(() => {
      createPost(file, identity, at);
      record(file, { at, act: 'postCreated', details: { function: identity.function, region: identity.regionCode } });
    });
    const { invalid } = loadPacks(file, { folder: packsDir, at, onProgress });
    for (const { name, errors } of invalid) throw packInvalid(name, errors);
    const region = readReference(file).all.regions.find(({ code }) => code === identity.regionCode);
    if (!region) throw new AppError('reference.unknown', `no pack holds ${identity.regionCode}`, { field: 'regionCode', details: { id: identity.regionCode } });
    file.atomically(() => createSpace(file, { kind: 'region', name: region.name, regionCode: region.code }, now()));
    checkpoint(file);
  } finally {
    file.close();
  }
}

/** What an earlier attempt left; nobody was told of it, so nothing is lost. */
function removeHalfMade(folder: string): void {
  told(folder, () => {
    for (const name of [newStore, `${newStore}-wal`, `${newStore}-shm`, newKeyFile, `${newKeyFile}.writing`]) rmSync(join(folder, name), { force: true });
  });
}
