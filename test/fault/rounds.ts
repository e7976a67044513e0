/**
 * Fault rounds: the store process is killed (SIGKILL) at a random moment while a person types, while the disk is full, or during the
 * first start. Whatever the moment, everything that was acknowledged is there afterwards and the file is whole.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { unwrapWithPassphrase } from '../../db/file/keys.ts';
import { type Mount, smallDisk } from '../helpers/mounts.ts';
import { type ForkedStore, type StoreProcess, forkStore } from '../helpers/store-process.ts';
import { inspect } from './inspect.ts';
import { type Random, seeded } from './random.ts';
import { createTypist } from './typist.ts';

export interface FaultOptions {
  readonly rounds: number;
  readonly seed: number;
  /** where the profile of a failing round is kept */
  readonly keepIn: string;
  readonly say: (line: string) => void;
}

export interface FaultResult {
  readonly passed: number;
  readonly failed: number;
  readonly acknowledged: number;
}

type Kind = 'typing' | 'full disk' | 'first start';
const passphrase = 'een wachtzin van drie';
const identity = { name: 'Proefpost', function: 'rmoa', regionCode: 'VR24' } as const;
const longestText = 4_000;
/** Room that the copied profile gets beside itself on the small disk, in bytes: its log, which is taken into the file at the start. */
const roomOnDisk = 2_500_000;

export async function runFaultRounds(options: FaultOptions): Promise<FaultResult> {
  const random = seeded(options.seed);
  const folder = mkdtempSync(join(tmpdir(), 'steunpunt-fault-'));
  const probe = smallDisk(100_000);
  probe?.remove();
  if (!probe) options.say('full disk: not run, a disk of its own needs Linux and root; those rounds type instead');

  const counts: Record<Kind, number> = { typing: 0, 'full disk': 0, 'first start': 0 };
  const result = { passed: 0, failed: 0, acknowledged: 0 };
  let bench = await newBench(join(folder, 'profile'), random.below(2 ** 31));
  for (let round = 1; round <= options.rounds; round += 1) {
    const kind: Kind = round % 10 === 4 ? 'first start' : round % 5 === 2 && probe ? 'full disk' : 'typing';
    counts[kind] += 1;
    let afterwards = (): void => {};
    const before = bench.typist.acknowledged();
    const failure = await (kind === 'typing' ? typingRound(bench, random) : kind === 'full disk' ? fullDiskRound(bench, random, (work) => (afterwards = work)) : firstStartRound(join(folder, `first-${round}`), random)).catch(
      (error: unknown) => ({ why: error instanceof Error ? (error.stack ?? error.message) : String(error), profile: bench.profileDir }),
    );
    result.acknowledged += bench.typist.acknowledged() - before;
    if (!failure) {
      result.passed += 1;
      afterwards();
      continue;
    }
    result.failed += 1;
    const kept = join(options.keepIn, `seed-${options.seed}-round-${round}`);
    mkdirSync(options.keepIn, { recursive: true });
    cpSync(failure.profile, kept, { recursive: true });
    afterwards();
    options.say(`round ${round} (${kind}) failed: ${failure.why}\n  its profile is kept in ${kept} (passphrase: ${passphrase})`);
    await endBench(bench);
    bench = await newBench(join(folder, `profile-after-${round}`), random.below(2 ** 31));
  }
  await endBench(bench);
  rmSync(folder, { recursive: true, force: true });
  options.say(`${Object.entries(counts).map(([kind, count]) => `${kind} ${count}`).join(', ')}; ${result.acknowledged} saves acknowledged while typing`);
  return result;
}

type Failure = { readonly why: string; readonly profile: string } | undefined;

/** A post at work: its running process, the next one already loading, and what was typed. */
interface Bench {
  readonly profileDir: string;
  readonly key: Buffer;
  readonly document: string;
  readonly typist: ReturnType<typeof createTypist>;
  store: StoreProcess;
  next: ForkedStore;
}

async function newBench(profileDir: string, seed: number): Promise<Bench> {
  const store = await forkStore().begin({ profileDir });
  await store.call('post.create', { identity, passphrase });
  const { id, values } = await store.call('request.create', { templateId: 'wvr-51' });
  const typist = createTypist(id, seeded(seed), longestText);
  typist.settle(values);
  return { profileDir, document: id, typist, store, next: forkStore(), key: await unwrapWithPassphrase(join(profileDir, 'keys.json'), passphrase) };
}

async function endBench(bench: Bench): Promise<void> {
  await bench.store.kill();
  await bench.next.kill();
}

async function typingRound(bench: Bench, random: Random): Promise<Failure> {
  const typing = bench.typist.type(bench.store);
  await after(random.below(200));
  await bench.store.kill();
  const refused = await typing;
  if (refused !== '') return failed(bench, `a save was refused: ${refused}`);
  const inFile = inspect(bench.profileDir, bench.key, bench.document, random.below(5) === 0);
  const complaint = bench.typist.complaint(inFile.values);
  if (complaint !== undefined) return failed(bench, complaint);
  return goOn(bench, inFile.seq);
}

/** The next process goes on where the killed one stood, and says the same as the file. */
async function goOn(bench: Bench, seq: number): Promise<Failure> {
  bench.store = await bench.next.begin({ profileDir: bench.profileDir, ...bench.store.resumeWith() });
  bench.next = forkStore();
  const open = await bench.store.call('request.open', { id: bench.document });
  if (open.seq !== seq) return failed(bench, `the next process says ${open.seq}, the file ${seq}`);
  bench.typist.settle(open.values);
  return undefined;
}

/** A copy of the profile on a small disk that fills up under the typist; then the kill, room again, and the check. */
async function fullDiskRound(bench: Bench, random: Random, later: (work: () => void) => void): Promise<Failure> {
  await bench.store.kill();
  const used = readdirSync(bench.profileDir).reduce((sum, name) => sum + statSync(join(bench.profileDir, name)).size, 0);
  const disk = smallDisk(used + roomOnDisk);
  if (!disk) return failed(bench, 'the small disk could not be made');
  later(disk.remove);
  return fillUnder(bench, disk, random);
}

async function fillUnder(bench: Bench, disk: Mount, random: Random): Promise<Failure> {
  const profileDir = join(disk.folder, 'profile');
  cpSync(bench.profileDir, profileDir, { recursive: true });
  const small: Bench = { ...bench, profileDir, typist: createTypist(bench.document, random, longestText) };
  small.store = await bench.next.begin({ profileDir, ...bench.store.resumeWith() });
  bench.next = forkStore();
  small.next = forkStore();
  try {
    small.typist.settle((await small.store.call('request.open', { id: bench.document })).values);
    const filler = join(disk.folder, 'filler');
    fill(filler, random.below(200_000));
    const refused = await small.typist.type(small.store);
    if (refused !== 'disk.full') return failed(small, `a save on a full disk was answered with ${refused === '' ? 'the end of the process' : refused}`);
    const read = await small.store.call('request.open', { id: bench.document });
    const complaint = small.typist.complaint(read.values);
    if (complaint !== undefined) return failed(small, complaint);
    if (random.below(2) === 0) {
      // room again, and the same process goes on
      truncateSync(filler, 0);
      small.typist.settle(read.values);
      const typing = small.typist.type(small.store);
      await after(random.below(60));
      await small.store.kill();
      await typing;
    } else await small.store.kill();
    rmSync(filler, { force: true });
    const inFile = inspect(profileDir, bench.key, bench.document, true);
    const later = small.typist.complaint(inFile.values);
    return later === undefined ? await backToWork(bench) : failed(small, later);
  } finally {
    await endBench(small);
  }
}

async function backToWork(bench: Bench): Promise<Failure> {
  return goOn(bench, inspect(bench.profileDir, bench.key, bench.document, false).seq);
}

/** Leaves so many bytes free, give or take a page. */
function fill(filler: string, free: number): void {
  const chunk = Buffer.alloc(16_384);
  let written = 0;
  try {
    for (;;) {
      writeFileSync(filler, chunk, { flag: 'a' });
      written += chunk.length;
    }
  } catch {
    truncateSync(filler, Math.max(0, written - free));
  }
}

/** A kill during the first start leaves either nothing or a whole post; then a first start works, or an unlock does. */
async function firstStartRound(profileDir: string, random: Random): Promise<Failure> {
  const store = await forkStore().begin({ profileDir });
  const creating = store.call('post.create', { identity, passphrase }).catch(() => undefined);
  await after(random.below(1_200));
  await store.kill();
  const created = await creating;
  const next = await forkStore().begin({ profileDir });
  try {
    const { state } = await next.call('post.status', {});
    if (created && state === 'new') return { why: 'an acknowledged post is gone', profile: profileDir };
    if (state === 'new') await next.call('post.create', { identity, passphrase });
    else await next.call('post.unlock', { passphrase });
    const { regions } = await next.call('reference.all', {});
    return regions.length === 25 ? undefined : { why: `${regions.length} regions after the first start`, profile: profileDir };
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error), profile: profileDir };
  } finally {
    await next.kill();
  }
}

function failed(bench: Bench, why: string): Failure {
  return { why, profile: bench.profileDir };
}
