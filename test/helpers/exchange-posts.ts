/**
 * Posts that exchange, in one process with real store files. A set of posts that share one space is made once; each test works on copies of
 * their files, because making one costs more than a whole exchange.
 */
import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Desk } from '../../db/documents/desk.ts';
import { createPost, readPost } from '../../db/documents/identity.ts';
import { createSpace } from '../../db/documents/spaces.ts';
import { takeChain, foundedSpace, ownSubject, state } from '../../db/exchange/membership.ts';
import { chainOf } from '../../db/exchange/members.ts';
import { type StoreFile, connect, sql } from '../../db/file/driver.ts';
import { migrations } from '../../db/file/migrations/index.ts';
import { migrate } from '../../db/file/migrate.ts';
import { loadPacks } from '../../db/packs/load.ts';
import { type Reference, readReference } from '../../db/packs/reference.ts';
import { testClock } from './store.ts';
import { writeSamplePacks } from './sample-packs.ts';

export const sharedSpace = '018f0000-0000-7000-8000-000000005ace';
const key = randomBytes(32);

export interface ExchangePost {
  readonly name: string;
  readonly desk: Desk;
  readonly file: StoreFile;
  /** closes the store and opens it again, as a start of the application does */
  readonly restart: () => ExchangePost;
  readonly close: () => void;
}

interface Template {
  readonly folder: string;
  readonly files: readonly string[];
}
const templates = new Map<number, Template>();
let reference: Reference | undefined;
const name = (number: number): string => `ZL-0${number + 1}`;

function open(path: string): StoreFile {
  const file = connect(path, { key, patienceMs: 0 });
  file.pragma('journal_mode = WAL');
  // power is not cut here, and nothing else is tested slower
  file.pragma('synchronous = OFF');
  file.pragma('foreign_keys = ON');
  return file;
}

function deskOf(file: StoreFile, number: number): Desk {
  reference ??= readReference(file);
  // clocks that are years apart: nothing may depend on them
  return { file, reference, post: readPost(file), now: testClock(`20${10 + number * 5}-11-22T01:22:03.000Z`) };
}

/** Posts 0…count-1, all in one space: the first keeps it, the others write. */
function templateOf(count: number): Template {
  const held = templates.get(count);
  if (held) return held;
  const folder = mkdtempSync(join(tmpdir(), 'steunpunt-posts-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const packs = writeSamplePacks(join(folder, 'packs'));
  const files = Array.from({ length: count }, (_, number) => join(folder, `${number}.db`));
  const desks = files.map((path, number) => {
    const file = open(path);
    migrate(file, migrations, { key, fresh: true });
    const now = testClock();
    loadPacks(file, { folder: packs, at: now().toISOString() });
    file.atomically(() => {
      createPost(file, { name: name(number), function: 'rmoa', regionCode: 'VR24' }, now().toISOString());
      createSpace(file, { kind: 'region', name: 'Zuid-Limburg', regionCode: 'VR24', id: sharedSpace, standing: number === 0 ? 'keeper' : 'awaiting' }, now());
    });
    return deskOf(file, number);
  });
  const [keeper, ...others] = desks;
  if (!keeper) throw new Error('no posts');
  keeper.file.atomically(() => {
    foundedSpace(keeper, sharedSpace);
    for (const other of others) {
      const { identity } = other.post;
      state(keeper, sharedSpace, { act: 'admit', subject: ownSubject(other), role: 'editor', names: { member: { post: identity.name, function: identity.function, regionCode: identity.regionCode } } });
    }
  });
  for (const other of others) other.file.atomically(() => takeChain(other, sharedSpace, chainOf(keeper.file, sharedSpace)));
  for (const { file } of desks) {
    file.pragma('wal_checkpoint(TRUNCATE)');
    file.close();
  }
  const made = { folder, files };
  templates.set(count, made);
  return made;
}

/** Fresh posts, all members of `sharedSpace`; the first is its keeper. Close them when done. */
export function exchangePosts(count: number): { readonly posts: ExchangePost[]; readonly close: () => void } {
  const { files } = templateOf(count);
  const folder = mkdtempSync(join(tmpdir(), 'steunpunt-run-'));
  mkdirSync(folder, { recursive: true });
  const opened = new Set<StoreFile>();
  const start = (path: string, number: number): ExchangePost => {
    const file = open(path);
    opened.add(file);
    const close = (): void => {
      opened.delete(file);
      file.close();
    };
    return {
      name: name(number),
      desk: deskOf(file, number),
      file,
      close,
      restart: () => {
        close();
        return start(path, number);
      },
    };
  };
  const posts = files.map((source, number) => {
    const path = join(folder, `${number}.db`);
    copyFileSync(source, path);
    return start(path, number);
  });
  return {
    posts,
    close: () => {
      for (const file of opened) file.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What all posts must agree on; not when something was saved, nor how often. */
export function agreed(file: StoreFile): Readonly<Record<string, unknown>> {
  return {
    revisions: file.rows(sql`SELECT id, document, body, at FROM revision ORDER BY id`),
    heads: file.rows(sql`SELECT document, revision FROM head ORDER BY document, revision`),
    documents: file.rows(sql`
      SELECT id, space, kind, reference, given_reference, template_id, legal_basis_id, state, version, head, finalised_despite, dossier, origin FROM document ORDER BY id`),
    fields: file.rows(sql`SELECT document, id, json FROM field ORDER BY document, id`),
    summaries: file.rows(sql`SELECT document, title, start, region_code FROM request_summary ORDER BY document`),
    claims: file.rows(sql`SELECT capability, document, start, end FROM capability_claim ORDER BY capability, document`),
    open: file.rows(sql`SELECT document, path, candidates FROM open_difference ORDER BY document, path`),
    log: file.rows(sql`SELECT revision, dossier, entry, at, written_at, corrects FROM log_entry ORDER BY revision`),
    attachments: file.rows(sql`SELECT id, dossier, name, blob, complete FROM attachment JOIN blob ON sha256 = blob ORDER BY id`),
    advices: file.rows(sql`SELECT document, request FROM advice ORDER BY document`),
    answers: file.rows(sql`SELECT revision, advice, proposal, answer, at FROM proposal_answer ORDER BY revision`),
    steps: file.rows(sql`SELECT revision, request, step, at, recorded_at, announcement FROM life_step ORDER BY revision`),
    groups: file.rows(sql`SELECT document, group_id, follows FROM group_member ORDER BY document`),
    parked: file.rows(sql`SELECT hex(id), why FROM parked WHERE why NOT IN ('removed', 'reader', 'stranger', 'key', 'branch') ORDER BY id`),
  };
}
