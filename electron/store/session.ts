/**
 * The state of the store process: no post yet, locked, or open. Acts that change it run one after the other. The data key is in this
 * process in the clear only from the unlock until SQLite has it and it is sealed for main, and for the moment in which a thread of this
 * process opens the file too; else SQLite has the only copies.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PostStatus } from '../../shared/contract.ts';
import type { PostIdentity } from '../../shared/domain/post.ts';
import { AppError } from '../../shared/errors.ts';
import { letCountsWait } from '../../db/documents/counts.ts';
import type { Desk } from '../../db/documents/desk.ts';
import { readPost } from '../../db/documents/identity.ts';
import { viewOf } from '../../db/documents/view.ts';
import { replayWaiting } from '../../db/exchange/ready.ts';
import { deskInView } from '../../db/exercise/in-force.ts';
import { newTally } from '../../db/exchange/tally.ts';
import { whereThereIsRoom } from '../../db/file/failures.ts';
import { removeUnfinished } from '../../db/dossiers/blobs.ts';
import { checkpoint, keepCheckpointed } from '../../db/file/checkpoint.ts';
import { assertStrong, changePassphrase, seal, unseal, unwrapWithPassphrase, unwrapWithRecovery } from '../../db/file/keys.ts';
import { type ProfileLock, lockProfile } from '../../db/file/lock.ts';
import { createLogMover } from '../../db/file/log-mover.ts';
import { migrations } from '../../db/file/migrations/index.ts';
import { finishInterrupted, makeStore } from '../../db/file/new-store.ts';
import { openStoreFile } from '../../db/file/open.ts';
import { holdsPost, keyFileName, storeFileName } from '../../db/file/profile.ts';
import { loadPacks } from '../../db/packs/load.ts';
import { type ReferenceData, readReference, readRegionChoices } from '../../db/packs/reference.ts';
import { bringReferenceIndexUpToDate } from '../../db/search/index-reference.ts';
import { type Act, record } from '../../db/trail/trail.ts';
import type { Emit } from './port.ts';
import { countAtRest } from './at-rest.ts';
import { type Exchanging, startExchanging } from './exchanging.ts';

export type { Emit };

export interface SessionOptions {
  readonly profileDir: string;
  readonly packsDir: string;
  /** names the shapes that this build validates packs by; '' when it cannot tell */
  readonly packShapes: string;
  /** main's random key of this stretch; zeroed at close */
  readonly seal: Uint8Array;
  readonly emit: Emit;
  /** hands main the data key under its seal */
  readonly onSealedKey: (sealedKey: Uint8Array) => void;
  readonly log: (what: string, error?: unknown) => void;
  readonly now: () => Date;
}

export interface Session {
  readonly status: () => PostStatus;
  readonly regionChoices: () => Pick<ReferenceData, 'regions' | 'municipalities'>;
  readonly create: (identity: PostIdentity, passphrase: string) => Promise<{ recoveryCode: string; status: PostStatus }>;
  readonly unlock: (passphrase: string) => Promise<PostStatus>;
  readonly recover: (recoveryCode: string, newPassphrase: string) => Promise<PostStatus>;
  /** goes on after the process died, without the passphrase; stays locked when that fails */
  readonly resume: (sealedKey: Uint8Array) => Promise<void>;
  /** on the installed packs: what works in a space takes `deskIn` of it; throws `post.locked` */
  readonly desk: () => Desk;
  /** a document was saved: what goes on by itself hears it */
  readonly changed: () => void;
  /** throws `post.locked` */
  readonly exchanging: () => Exchanging;
  readonly close: () => Promise<void>;
}

interface Open {
  readonly desk: Desk;
  readonly exchanging: Exchanging;
  readonly close: () => Promise<void>;
}

const sealContext = Buffer.from('steunpunt-seal/1', 'latin1');

export function createSession(options: SessionOptions): Session {
  const { profileDir, packsDir, now } = options;
  const keyFile = join(profileDir, keyFileName);
  let open: Open | undefined;
  let last: Promise<unknown> = Promise.resolve();

  /** One act on the state after the other: two unlocks at once would fight over the file. */
  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = last.then(act, act);
    last = turn.catch(() => undefined);
    return turn;
  }

  function status(): PostStatus {
    if (open) return { state: 'open', identity: open.desk.post.identity, fingerprint: open.desk.post.fingerprint, view: viewOf(open.desk.file) };
    return { state: holdsPost(profileDir) ? 'locked' : 'new' };
  }

  function tellProgress(done: number, total: number, label: string): void {
    options.emit('job.progress', { job: 'packs', done, total, label });
  }

  /** Runs with the profile owned by this process; it stays owned when a store was opened. */
  async function owning<T>(act: (lock: ProfileLock) => Promise<T>): Promise<T> {
    const lock = lockProfile(profileDir);
    try {
      return await act(lock);
    } finally {
      if (!open) lock.release();
    }
  }

  /** Consumes the key: it is zeroed when SQLite has it and main has it sealed. */
  function openWith(lock: ProfileLock, key: Buffer, act?: Act): void {
    try {
      const sealedKey = seal(options.seal, key, sealContext);
      open = openDesk(options, lock, { key, sealedKey }, act);
      options.onSealedKey(sealedKey);
    } finally {
      key.fill(0);
    }
  }

  /** Opens an existing post by a key that `unwrap` gets; an open one is left as it is. */
  function enter(act: Act, unwrap: () => Promise<Buffer>): Promise<PostStatus> {
    return inTurn(async () => {
      if (!holdsPost(profileDir)) throw new AppError('post.missing', 'the profile holds no post');
      if (open) {
        // the words are still checked: a right answer to a wrong passphrase would teach people that any will do
        (await unwrap()).fill(0);
        const { file } = open.desk;
        file.atomically(() => record(file, { at: now().toISOString(), act }));
        return status();
      }
      await owning(async (lock) => {
        finishInterrupted(lock);
        const key = await unwrap();
        if (!existsSync(join(profileDir, storeFileName))) {
          key.fill(0);
          throw new AppError('file.damaged', 'the store file is missing');
        }
        openWith(lock, key, act);
      });
      return status();
    });
  }

  return {
    status,
    regionChoices: () => (open ? open.desk.reference.all : readRegionChoices(packsDir)),
    create: (identity, passphrase) =>
      inTurn(async () => {
        assertStrong(passphrase);
        if (holdsPost(profileDir)) throw new AppError('post.exists', 'the profile already holds a post');
        const recoveryCode = await owning(async (lock) => {
          const keys = await makeStore({ lock, identity, passphrase, packsDir, now, onProgress: tellProgress });
          openWith(lock, keys.dataKey);
          return keys.recoveryCode;
        });
        return { recoveryCode, status: status() };
      }),
    unlock: (passphrase) => enter('unlocked', () => unwrapWithPassphrase(keyFile, passphrase)),
    recover: (recoveryCode, newPassphrase) =>
      enter('recovered', async () => {
        assertStrong(newPassphrase);
        const key = await unwrapWithRecovery(keyFile, recoveryCode);
        await changePassphrase(keyFile, key, newPassphrase);
        return key;
      }),
    resume: (sealedKey) =>
      inTurn(async () => {
        try {
          const key = unsealed(options.seal, sealedKey);
          await owning(async (lock) => openWith(lock, key));
        } catch (error) {
          options.log('resume failed, the post is locked', error);
        }
      }),
    desk: () => {
      if (!open) throw new AppError('post.locked', 'the post is locked');
      return open.desk;
    },
    changed: () => open?.exchanging.changed(),
    exchanging: () => {
      if (!open) throw new AppError('post.locked', 'the post is locked');
      return open.exchanging;
    },
    close: () =>
      inTurn(async () => {
        await open?.close();
        open = undefined;
        options.seal.fill(0);
      }),
  };
}

function unsealed(by: Uint8Array, sealedKey: Uint8Array): Buffer {
  const key = unseal(by, sealedKey, sealContext);
  if (!key) throw new Error('the sealed key does not open under this seal');
  return key;
}

interface Keys {
  readonly key: Uint8Array;
  /** the same under main's seal: for what opens the file once more later */
  readonly sealedKey: Uint8Array;
}

function openDesk(options: SessionOptions, lock: ProfileLock, { key, sealedKey }: Keys, act: Act | undefined): Open {
  const { log, now } = options;
  const { file, recovered } = openStoreFile({ lock, key, migrations });
  if (recovered) log('recovered what the last process had committed');
  try {
    const at = now().toISOString();
    const report = loadPacks(file, { folder: options.packsDir, at });
    // a post that works stays at work with the packs it has
    for (const { name, errors } of report.invalid) log(`pack ${name} refused: ${errors.length} errors`);
    if (report.loaded.length > 0) letCountsWait(file);
    const reference = readReference(file, options.packShapes);
    bringReferenceIndexUpToDate(file, deskInView({ file, reference, now }).reference);
    removeUnfinished(file);
    const post = readPost(file);
    // what a newer version sent may be known to this one
    whereThereIsRoom(() => replayWaiting({ file, reference, post, now }, ['newer'], newTally()));
    if (act) file.atomically(() => record(file, { at, act }));
    const logMover = createLogMover(file, () => unsealed(options.seal, sealedKey), (why) => log('the log is moved without a thread', why));
    const stopCheckpoints = keepCheckpointed(file, logMover, (error) => log('checkpoint failed', error));
    const desk: Desk = { file, reference, post, now, logMover };
    const stopCounting = countAtRest(desk, log);
    const exchanging = startExchanging(desk, options.emit);
    return {
      desk,
      exchanging,
      close: async () => {
        await exchanging.stop();
        stopCheckpoints();
        stopCounting();
        await logMover.close();
        try {
          file.pragma('optimize');
          checkpoint(file);
        } catch (error) {
          // the log file keeps what the store file has not taken yet
          log('checkpoint at close failed', error);
        }
        file.close();
        lock.release();
      },
    };
  } catch (error) {
    file.close();
    throw error;
  }
}
