/**
 * A full exchange through a hub in a process of its own: a post brings everything to an empty hub, and a fresh post gets everything.
 * Beside the floor (the same rows inserted bare, one signature check and one opening of AES-GCM an envelope) and beside PouchDB
 * replicating the same documents between two databases in memory, which carries the last revision of each only. Measured at a tenth
 * of the size too: the cost per envelope must not grow with what is held. Time on the wall depends on what else the machine does, so the
 * time of the processor stands beside it, and the longest stretch in which the store answered nothing.
 */
import { createHash, createPublicKey, randomBytes, verify } from 'node:crypto';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as after } from 'node:timers/promises';
import { createRequest, saveRequest } from '../../db/documents/requests.ts';
import { signedPart } from '../../db/documents/revisions.ts';
import { reviseRequest } from '../../db/documents/versions.ts';
import { openEnvelope, readHead, readRevisionContent } from '../../db/exchange/envelope.ts';
import { type HubCarrier, createHubCarrier } from '../../db/exchange/hub-carrier.ts';
import { spkiOfSignKey } from '../../db/exchange/keys.ts';
import { keysOf } from '../../db/exchange/members.ts';
import { exchange } from '../../db/exchange/run.ts';
import { newTally } from '../../db/exchange/tally.ts';
import { sql } from '../../db/file/driver.ts';
import { type OpenProfile, makeProfiles, openProfile, sharedSpace } from '../helpers/exchange-profiles.ts';
import { startHubProcess } from '../helpers/hub-process.ts';
import { bareInsert } from './bare-insert.ts';
import { type Bench, type Figure, beside, median, rounded } from './figure.ts';
import { replicateWithPouch } from './pouch.ts';

export const revisionsEach = 5;
export const usualDocuments = 10_000;
const sentence = 'Dijkdoorbraak langs de Geul voorkomen en bewoners in veiligheid brengen; het water stijgt nog. ';

interface Measured {
  readonly documents: number;
  readonly envelopes: number;
  readonly sealedBytes: number;
  readonly send: Took;
  readonly get: Took;
  readonly sentBytes: number;
  readonly gotBytes: number;
  readonly nothingMs: number;
  readonly floor: Took;
}

interface Took {
  readonly ms: number;
  /** of this process, all its threads */
  readonly processorMs: number;
  /** longest stretch in which nothing else had its turn */
  readonly heldMs: number;
}

async function measured(folder: string, documents: number, say: (line: string) => void): Promise<{ readonly figures: Measured; readonly bodies: readonly string[] }> {
  const key = randomBytes(32);
  const [keeperFolder = '', freshFolder = ''] = makeProfiles(folder, 2, key);
  const hub = await startHubProcess({ data: join(folder, 'hub'), more: ['--requests-per-second', '100000'] });
  const opened: { readonly close: () => void }[] = [];
  const carrierOf = ({ desk }: OpenProfile): HubCarrier => {
    const carrier = createHubCarrier(hub, { signKey: Buffer.from(desk.post.publicKey).toString('base64'), sign: desk.post.sign }, { random: Math.random, wait: (ms) => after(ms) });
    opened.push(carrier);
    return carrier;
  };
  try {
    const keeper = openProfile(keeperFolder, key);
    opened.push(keeper);
    const filled = performance.now();
    fill(keeper, documents);
    say(`exchange: ${documents} documents made in ${Math.round(performance.now() - filled)} ms`);

    const sender = carrierOf(keeper);
    const send = await timed(() => exchange(keeper.desk, sender, sharedSpace, { tally: newTally() }));
    say(`exchange: sent in ${told(send)}`);

    cpSync(freshFolder, join(folder, 'as-it-was'), { recursive: true });
    const fresh = openProfile(freshFolder, key);
    opened.push(fresh);
    const getter = carrierOf(fresh);
    const tally = newTally();
    const get = await timed(() => exchange(fresh.desk, getter, sharedSpace, { tally }));
    say(`exchange: got in ${told(get)}`);
    if (tally.numbers.taken < documents * revisionsEach) throw new Error(`only ${tally.numbers.taken} envelopes were taken in`);
    const [sentBytes, gotBytes] = [sender.bytes().sent, getter.bytes().received];

    const nothing: number[] = [];
    for (let round = 0; round < 20; round += 1) nothing.push((await timed(() => exchange(fresh.desk, getter, sharedSpace, { tally: newTally() }))).ms);

    const reader = carrierOf(fresh);
    const sealed: Uint8Array[] = [];
    for (let cursor: string | undefined, more = true; more; ) {
      const page = await reader.pull(sharedSpace, cursor, 4_000_000);
      sealed.push(...page.envelopes);
      ({ cursor, more } = page);
    }
    const asItWas = openProfile(join(folder, 'as-it-was'), key);
    opened.push(asItWas);
    const floor = await timed(floorOf(fresh, asItWas, sealed));
    say(`exchange: floor ${told(floor)}`);
    return {
      figures: { documents, envelopes: sealed.length, sealedBytes: sealed.reduce((sum, { length }) => sum + length, 0), send, get, sentBytes, gotBytes, nothingMs: median(nothing), floor },
      bodies: lastBodies(fresh),
    };
  } finally {
    for (const one of opened.toReversed()) one.close();
    await hub.stop();
  }
}

async function timed(work: () => unknown): Promise<Took> {
  const turns = monitorEventLoopDelay({ resolution: 1 });
  turns.enable();
  const [started, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  const ms = performance.now() - started;
  turns.disable();
  return { ms, processorMs: (user + system) / 1000, heldMs: turns.max / 1e6 };
}

const told = ({ ms, processorMs, heldMs }: Took): string => `${Math.round(ms)} ms, processor ${Math.round(processorMs)} ms, longest turn ${Math.round(heldMs)} ms`;

/** Requests as people leave them: a few fields at first, a longer text each time that it is revised. */
export function fill({ desk, file }: OpenProfile, documents: number, template = 'sample', space?: string): void {
  for (let start = 0; start < documents; start += 100) {
    file.atomically(() => {
      for (let index = start; index < Math.min(documents, start + 100); index += 1) {
        const { id } = createRequest(desk, template, { 'effect.text': `${sentence}${index}` }, undefined, space);
        for (let revision = 1; revision <= revisionsEach; revision += 1) {
          if (revision > 1) saveRequest(desk, id, { 'effect.text': `${index} ${sentence.repeat(revision * 2)}` });
          reviseRequest(desk, id);
        }
      }
    });
  }
}

/** One signature check and one opening an envelope, and the rows that the fresh post now holds, inserted bare in a copy of it as it was. */
function floorOf(fresh: OpenProfile, asItWas: OpenProfile, sealed: readonly Uint8Array[]): () => void {
  const keys = keysOf(fresh.file, sharedSpace);
  const signKeys = new Map<string, ReturnType<typeof createPublicKey>>();
  const { insert } = bareInsert(fresh.file, asItWas.file);
  return () => {
    for (const one of sealed) prove(one, keys, signKeys);
    insert();
  };
}

function prove(one: Uint8Array, keys: ReturnType<typeof keysOf>, signKeys: Map<string, ReturnType<typeof createPublicKey>>): void {
  const head = readHead(one);
  const spaceKey = head && keys.get(head.keyId);
  const content = spaceKey && openEnvelope(one, spaceKey.key);
  const revision = content && readRevisionContent(content);
  if (!head || !revision) throw new Error('an envelope that does not open');
  const name = Buffer.from(head.author).toString('latin1');
  const signKey = signKeys.get(name) ?? createPublicKey({ key: spkiOfSignKey(head.author), format: 'der', type: 'spki' });
  signKeys.set(name, signKey);
  const id = createHash('sha256').update(revision.bodyBytes).digest('hex');
  if (!verify(null, signedPart(id, revision.at), signKey, revision.signature)) throw new Error('a signature that does not hold');
}

function lastBodies({ file }: OpenProfile): string[] {
  return file.rows<{ body: string }>(sql`SELECT body FROM revision JOIN head ON head.revision = revision.id ORDER BY revision.document`).map(({ body }) => body);
}

export const exchangeBench: Bench = {
  name: 'exchange',
  measure: async ({ folder, say, documents = usualDocuments }) => {
    const tenth = (await measured(join(folder, 'exchange-tenth'), Math.max(1, Math.round(documents / 10)), say)).figures;
    const { figures: full, bodies } = await measured(join(folder, 'exchange'), documents, say);
    const pouchMs = await replicateWithPouch(bodies, revisionsEach);
    return figuresOf(tenth, full, pouchMs);
  },
};

function figuresOf(tenth: Measured, full: Measured, pouchMs: number): Figure[] {
  const size = `${full.documents} documents, ${full.envelopes} envelopes, ${Math.round(full.sealedBytes / 1e6)} MB sealed`;
  const perSecond = (count: number, ms: number): number => (count / ms) * 1000;
  const each = ({ envelopes }: Measured, ms: number): number => ms / envelopes;
  const ways = [
    ['send', 'a post brings everything to an empty hub', 'sentBytes'],
    ['get', 'a fresh post gets everything from the hub', 'gotBytes'],
  ] as const;
  return [
    ...ways.flatMap(([way, what, bytes]): Figure[] => [
      beside({ id: `exchange.${way}`, what: `${what}: taken in, checked and durable`, unit: 'ms', value: full[way].ms, size }, { what: 'the floor: the same rows inserted bare, a signature check and an opening an envelope', value: full.floor.ms }, 1.5),
      beside({ id: `exchange.${way}.processor`, what: `${what}: time of the processor on the post, all threads`, unit: 'ms', value: full[way].processorMs, size }, { what: 'the floor', value: full.floor.processorMs }),
      { id: `exchange.${way}.turn`, what: `${what}: longest stretch in which the store answers nothing`, unit: 'ms', value: rounded(full[way].heldMs), size, expected: { what: 'below 50 ms', met: full[way].heldMs < 50 } },
      beside({ id: `exchange.${way}.envelopes`, what: `${what}: envelopes a second, each a revision that is checked`, unit: '/s', value: perSecond(full.envelopes, full[way].ms), size }, { what: 'the revisions that PouchDB carries, one a document and unchecked', value: perSecond(full.documents, pouchMs) }),
      {
        ...beside({ id: `exchange.${way}.documents`, what: `${what}: documents a second, every revision of them`, unit: '/s', value: perSecond(full.documents, full[way].ms), size }, { what: 'PouchDB between two databases in memory, the last revision of each', value: perSecond(full.documents, pouchMs) }),
        expected: { what: 'more than PouchDB', met: full[way].ms < pouchMs },
      },
      beside({ id: `exchange.${way}.bytes`, what: `${what}: bytes on the network, TLS included`, unit: 'MB', value: full[bytes] / 1e6, size }, { what: 'the sealed envelopes', value: full.sealedBytes / 1e6 }, 1.1),
      beside({ id: `exchange.${way}.slope`, what: `${what}: time an envelope at ten times the documents`, unit: 'ms', value: each(full, full[way].ms), size }, { what: `at ${tenth.documents} documents`, value: each(tenth, tenth[way].ms) }, 1.3),
      beside({ id: `exchange.${way}.processor-slope`, what: `${what}: processor time an envelope at ten times the documents`, unit: 'ms', value: each(full, full[way].processorMs), size }, { what: `at ${tenth.documents} documents`, value: each(tenth, tenth[way].processorMs) }),
    ]),
    { id: 'exchange.nothing', what: 'an exchange in which nothing is new, median of 20', unit: 'ms', value: rounded(full.nothingMs), size, expected: { what: 'below 50 ms', met: full.nothingMs < 50 } },
  ];
}
