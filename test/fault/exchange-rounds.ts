/**
 * Fault rounds of the exchange: two posts write and exchange through a hub; hub or post is killed (SIGKILL) at a random moment, or the
 * disk of one of them fills up. After each round: what the hub named as stored is there, nothing is half stored on either side, what was
 * revised on a post is there. At the end, in quiet, both posts hold the same revisions.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, statfsSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { makeProfiles } from '../helpers/exchange-profiles.ts';
import { startHubProcess } from '../helpers/hub-process.ts';
import { smallDisk } from '../helpers/mounts.ts';
import { inspectHub, inspectPost } from './exchange-inspect.ts';
import type { FromPost } from './exchange-post.ts';
import { type Random, seeded } from './random.ts';
import type { FaultOptions } from './rounds.ts';

type Kind = 'hub killed' | 'post killed' | 'hub disk full' | 'post disk full';
const more = ['--requests-per-second', '100000'] as const;
/** Room for what the posts write in all rounds: only the filler makes a disk full. */
const diskBytes = (rounds: number): number => 200_000_000 + rounds * 8_000_000;
/** Longest that a round lets the posts work before its fault, in milliseconds. */
const longestMs = 700;

export interface ExchangeFaultResult {
  readonly passed: number;
  readonly failed: number;
  readonly acknowledged: number;
}

interface Post {
  readonly folder: string;
  readonly made: Set<string>;
  child: ChildProcess | undefined;
}

export async function runExchangeRounds(options: FaultOptions): Promise<ExchangeFaultResult> {
  const random = seeded(options.seed);
  const disks = [smallDisk(diskBytes(options.rounds)), smallDisk(diskBytes(options.rounds))];
  if (!disks[0] || !disks[1]) options.say('full disk: not run, a disk of its own needs Linux and root; those rounds kill instead');
  const plain = mkdtempSync(join(tmpdir(), 'steunpunt-fault-exchange-'));
  const hubData = join(disks[0]?.folder ?? plain, 'hub');
  const profiles = disks[1]?.folder ?? plain;
  const key = randomBytes(32);
  const posts = makeProfiles(profiles, 2, key).map((folder): Post => ({ folder, made: new Set(), child: undefined }));
  const acknowledged = new Set<string>();
  const codes = new Map<string, number>();
  const counts: Record<Kind, number> = { 'hub killed': 0, 'post killed': 0, 'hub disk full': 0, 'post disk full': 0 };
  let result = { passed: 0, failed: 0 };
  let exchanged = 0;
  let hub = await startHubProcess({ data: hubData, more });

  function begin(post: Post, once = false): Promise<void> {
    const child = fork(join(import.meta.dirname, 'exchange-post.ts'), [post.folder, key.toString('hex'), hub.url, hub.pin, String(random.below(2 ** 31)), ...(once ? ['once'] : [])], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    post.child = child;
    child.on('message', (message: FromPost) => {
      if (message.type === 'made') post.made.add(message.revision);
      else if (message.type === 'acknowledged') for (const id of message.ids) acknowledged.add(id);
      else if (message.type === 'refused') codes.set(message.code, (codes.get(message.code) ?? 0) + 1);
      else exchanged += 1;
    });
    return new Promise((resolve) => child.once('exit', () => resolve()));
  }

  async function end(post: Post): Promise<void> {
    const { child } = post;
    if (!child || !isAlive(child)) return;
    const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
    child.kill('SIGKILL');
    await gone;
  }

  /** Undefined when all holds. */
  function complaint(): string | undefined {
    try {
      const held = inspectHub(hubData);
      for (const id of acknowledged) if (!held.has(id)) return `the hub named ${id} as stored and does not hold it`;
      for (const [number, post] of posts.entries()) {
        const { revisions, counted } = inspectPost(post.folder, key, `hub:${hub.pin}`);
        for (const id of counted) if (!held.has(id)) return `post ${number} counts ${id} as stored by the hub, which does not hold it`;
        for (const id of post.made) if (!revisions.has(id)) return `post ${number} lost revision ${id}`;
      }
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  /** What lives is stopped where it stands: its files are read as a power cut at this moment would leave them. */
  function frozen<T>(work: () => T): T {
    const pids = [...posts.map(({ child }) => (isAlive(child) ? child?.pid : undefined)), hub.alive() ? hub.pid : undefined].flatMap((pid) => pid ?? []);
    for (const pid of pids) process.kill(pid, 'SIGSTOP');
    try {
      return work();
    } finally {
      for (const pid of pids) process.kill(pid, 'SIGCONT');
    }
  }

  async function round(kind: Kind): Promise<string | undefined> {
    for (const post of posts) {
      if (isAlive(post.child)) continue;
      void begin(post);
      await working(post.child);
    }
    await after(random.below(longestMs));
    const victim = random.pick([posts[0], posts[1]]);
    if (kind === 'hub killed') await hub.kill();
    else if (kind === 'post killed' && victim) await end(victim);
    else if (kind !== 'post killed') {
      await fillUnder(kind === 'hub disk full' ? hubData : profiles, random);
      if (kind === 'hub disk full' && random.below(2) === 0) await hub.kill();
    }
    // after a full disk every process must still live: a refusal is an answer
    if (kind !== 'post killed' && posts.some(({ child }) => !isAlive(child))) return 'a post ended by itself';
    const wrong = frozen(complaint);
    if (!hub.alive()) hub = await startHubProcess({ data: hubData, port: hub.port, more });
    return wrong;
  }

  const kinds: readonly Kind[] = disks[0] && disks[1] ? ['hub killed', 'post killed', 'hub disk full', 'post disk full'] : ['hub killed', 'post killed'];
  try {
    for (let number = 1; number <= options.rounds; number += 1) {
      const kind = kinds[number % kinds.length] ?? 'hub killed';
      counts[kind] += 1;
      const wrong = await round(kind).catch((error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error)));
      if (wrong === undefined) result = { ...result, passed: result.passed + 1 };
      else {
        result = { ...result, failed: result.failed + 1 };
        keep(options, `exchange-seed-${options.seed}-round-${number}`, [hubData, ...posts.map(({ folder }) => folder)]);
        options.say(`exchange round ${number} (${kind}) failed: ${wrong}\n  files are kept; key of the posts ${key.toString('hex')}`);
        break;
      }
    }
    if (result.failed === 0) {
      for (const post of posts) await end(post);
      // twice each: the first post gets what the second brings last
      for (const post of [...posts, ...posts]) await begin(post, true);
      await hub.stop();
      const [one, other] = posts.map(({ folder }) => inspectPost(folder, key, `hub:${hub.pin}`).revisions);
      const missing = [...(one ?? [])].filter((id) => !other?.has(id)).length + [...(other ?? [])].filter((id) => !one?.has(id)).length;
      if (missing > 0) {
        options.say(`in quiet the posts differ in ${missing} revisions`);
        result = { ...result, failed: 1 };
      }
      options.say(`both posts hold ${one?.size ?? 0} revisions`);
    }
  } finally {
    for (const post of posts) await end(post);
    await hub.kill();
    for (const disk of disks) disk?.remove();
    rmSync(plain, { recursive: true, force: true });
  }
  const said = [...codes].map(([code, count]) => `${code} ${count}`).join(', ');
  options.say(`${Object.entries(counts).map(([kind, count]) => `${kind} ${count}`).join(', ')}; ${exchanged} exchanges ended, ${acknowledged.size} envelopes acknowledged; refused on the way: ${said || 'nothing'}`);
  return { ...result, acknowledged: acknowledged.size };
}

const isAlive = (child: ChildProcess | undefined): boolean => child !== undefined && child.exitCode === null && child.signalCode === null;

/** Until the post has said something, or is gone. */
function working(child: ChildProcess | undefined): Promise<void> {
  return new Promise((resolve) => {
    child?.once('message', () => resolve());
    child?.once('exit', () => resolve());
    if (!child) resolve();
  });
}

/** Leaves a little room on the disk, lets the work run into it, and makes room again. */
async function fillUnder(folder: string, random: Random): Promise<void> {
  const filler = join(folder, 'filler');
  const chunk = Buffer.alloc(1_048_576);
  const { bavail, bsize } = statfsSync(folder);
  const leave = random.below(400_000);
  writeFileSync(filler, '');
  try {
    for (let written = 0; written < bavail * bsize - leave; written += chunk.length) writeFileSync(filler, chunk.subarray(0, Math.min(chunk.length, bavail * bsize - leave - written)), { flag: 'a' });
  } catch {
    // the posts wrote in the meantime: full is full
  }
  await after(300 + random.below(500));
  if (random.below(2) === 0) {
    truncateSync(filler, 0);
    await after(random.below(300));
  }
  rmSync(filler, { force: true });
}

function keep({ keepIn }: FaultOptions, name: string, folders: readonly string[]): void {
  mkdirSync(keepIn, { recursive: true });
  for (const [index, folder] of folders.entries()) cpSync(folder, join(keepIn, name, String(index)), { recursive: true });
}
