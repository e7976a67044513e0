/**
 * Profiles of posts that share one space, as files on disk with the settings of the application (encrypted, durable at every commit):
 * for what is killed or measured. The first keeps the space, the others write.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Desk } from '../../db/documents/desk.ts';
import { createPost, readPost } from '../../db/documents/identity.ts';
import { createSpace } from '../../db/documents/spaces.ts';
import { chainOf } from '../../db/exchange/members.ts';
import { foundedSpace, ownSubject, state, takeChain } from '../../db/exchange/membership.ts';
import type { StoreFile } from '../../db/file/driver.ts';
import { lockProfile } from '../../db/file/lock.ts';
import { createLogMover } from '../../db/file/log-mover.ts';
import { migrations } from '../../db/file/migrations/index.ts';
import { openStoreFile } from '../../db/file/open.ts';
import { loadPacks } from '../../db/packs/load.ts';
import { readReference } from '../../db/packs/reference.ts';
import { writeSamplePacks } from './sample-packs.ts';

export const sharedSpace = '018f0000-0000-7000-8000-000000005ace';

export interface OpenProfile {
  readonly desk: Desk;
  readonly file: StoreFile;
  readonly close: () => void;
}

export function openProfile(folder: string, key: Uint8Array): OpenProfile {
  const lock = lockProfile(folder);
  const { file } = openStoreFile({ lock, key, migrations });
  const logMover = createLogMover(file, () => Buffer.from(key), () => {});
  return {
    desk: { file, reference: readReference(file), post: readPost(file), now: () => new Date(), logMover },
    file,
    close: () => {
      void logMover.close();
      file.close();
      lock.release();
    },
  };
}

/** Gives their folders. `packs`: the folder of those that they hold; the small ones of the tests when not given. */
export function makeProfiles(parent: string, count: number, key: Uint8Array, packs = writeSamplePacks(join(parent, 'packs'))): string[] {
  const folders = Array.from({ length: count }, (_, number) => join(parent, `post-${number}`));
  const opened = folders.map((folder, number) => {
    mkdirSync(folder, { recursive: true });
    const lock = lockProfile(folder);
    const { file } = openStoreFile({ lock, key, migrations });
    const now = new Date();
    loadPacks(file, { folder: packs, at: now.toISOString() });
    file.atomically(() => {
      createPost(file, { name: `ZL-0${number + 1}`, function: 'rmoa', regionCode: 'VR24' }, now.toISOString());
      createSpace(file, { kind: 'region', name: 'Zuid-Limburg', regionCode: 'VR24', id: sharedSpace, standing: number === 0 ? 'keeper' : 'awaiting' }, now);
    });
    file.close();
    lock.release();
    return openProfile(folder, key);
  });
  const [keeper, ...others] = opened;
  if (!keeper) throw new Error('no posts');
  keeper.file.atomically(() => {
    foundedSpace(keeper.desk, sharedSpace);
    for (const { desk } of others) {
      const { name, function: task, regionCode } = desk.post.identity;
      state(keeper.desk, sharedSpace, { act: 'admit', subject: ownSubject(desk), role: 'editor', names: { member: { post: name, function: task, regionCode } } });
    }
  });
  for (const { desk, file } of others) file.atomically(() => takeChain(desk, sharedSpace, chainOf(keeper.file, sharedSpace)));
  for (const { close } of opened) close();
  return folders;
}
