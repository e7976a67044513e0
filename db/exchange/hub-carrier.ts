/**
 * The hub as a carrier. Every request may be repeated, so what fails for a moment is tried again after a pause that grows; what a
 * person must know of (another key, lost data, a refusal) ends the exchange at once with its own code.
 */
import { AppError, type ErrorCode, errorCodes } from '../../shared/errors.ts';
import type { Carrier, Pulled } from './carrier.ts';
import { envelopeId } from './envelope.ts';
import { type Ask, HubSaidNo, type Patience, type Told, connectTo, parseJson } from './hub-connection.ts';
import {
  type Outcome,
  type WireLimits,
  challengeAnswer,
  contentTypes,
  frames,
  headers,
  hello,
  membershipPage,
  membershipPushed,
  paths,
  protocolVersions,
  readFrames,
  readReceipts,
  sessionAnswer,
  sessionProof,
} from './hub-wire.ts';
import type { Statement } from './statement.ts';

export interface HubAddress {
  /** https://host:port */
  readonly url: string;
  /** fingerprint of the hub's key, from the invitation */
  readonly pin: string;
  /** code of the hub's keeper, where a new space needs one */
  readonly admission?: string;
}

/** Who asks: its public key as base64 of SPKI DER, and how it signs. */
export interface HubSigner {
  readonly signKey: string;
  readonly sign: (data: Uint8Array) => Uint8Array;
}

export interface HubSurroundings {
  /** 0 up to 1: spreads the moments at which many posts come back */
  readonly random: () => number;
  /** rejects when the signal is cancelled */
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly patience?: Patience;
  /** tries of one request before it fails */
  readonly tries?: number;
}

export interface HubCarrier extends Carrier {
  readonly kind: 'hub';
  /** bytes on the network, TLS included */
  readonly bytes: () => { readonly sent: number; readonly received: number };
  readonly close: () => void;
}

interface Greeting {
  readonly generation: string;
  readonly limits: WireLimits;
}

const usualPatience: Patience = { connectMs: 10_000, silenceMs: 60_000 };
const usualTries = 3;
const firstPauseMs = 400;
const longestPauseMs = 60_000;

/** Before the `attempt`th repeat (1 is the first): doubles up to a minute, between half and whole of that at random. */
export function pauseMs(attempt: number, random: () => number): number {
  return Math.min(longestPauseMs, firstPauseMs * 2 ** (attempt - 1)) * (0.5 + random() / 2);
}

export function createHubCarrier({ url, pin, admission }: HubAddress, signer: HubSigner, { random, wait, patience = usualPatience, tries = usualTries }: HubSurroundings): HubCarrier {
  const connection = connectTo(url, pin, patience);
  let greeting: Greeting | undefined;
  let token: string | undefined;
  /** what this post brought itself directly after where it had pulled to: it need not pull that back */
  const ownStretch = new Map<string, { readonly from: string; readonly to: string }>();
  /** the next page of a space, under way while the post works on the last one */
  let ahead: { readonly key: string; readonly page: Promise<Told | undefined> } | undefined;

  async function greet(signal: AbortSignal | undefined): Promise<Greeting> {
    const told = read(hello, await connection.ask({ method: 'GET', path: paths.hello, expect: contentTypes.json, signal }));
    if (!told.versions.some((version) => protocolVersions.includes(version))) throw new AppError('hub.version', `the hub speaks versions ${told.versions.join(', ')}`);
    greeting = { generation: told.generation, limits: told.limits };
    return greeting;
  }

  async function logIn(signal: AbortSignal | undefined): Promise<string> {
    if (!greeting) await greet(signal);
    const { challenge } = read(challengeAnswer, await connection.ask({ method: 'POST', path: paths.challenge, ...json({}), signal }));
    const signature = Buffer.from(signer.sign(sessionProof(pin, challenge, signer.signKey))).toString('base64');
    token = read(sessionAnswer, await connection.ask({ method: 'POST', path: paths.session, ...json({ signKey: signer.signKey, challenge, signature }), signal })).token;
    return token;
  }

  /** As the post that this is; proves it anew when the hub has forgotten. */
  async function askAsPost(ask: Ask): Promise<Told> {
    try {
      return await connection.ask({ ...ask, token: token ?? (await logIn(ask.signal)) });
    } catch (error) {
      if (!(error instanceof HubSaidNo && error.code === 'session.needed')) throw error;
      return connection.ask({ ...ask, token: await logIn(ask.signal) });
    }
  }

  /** Undefined when the hub does not hold the space. */
  async function patiently<T>(work: () => Promise<T>, signal: AbortSignal | undefined): Promise<T | undefined> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work();
      } catch (error) {
        signal?.throwIfAborted();
        if (error instanceof HubSaidNo && error.code === 'space.unknown') return undefined;
        const failure = asAppError(error);
        if (attempt >= tries || !passing.has(failure.code)) throw failure;
        const asked = error instanceof HubSaidNo ? (error.retryAfterSeconds ?? 0) * 1000 : 0;
        await wait(Math.max(asked, pauseMs(attempt, random)), signal);
      }
    }
  }
  async function greetPatiently(signal: AbortSignal | undefined): Promise<Greeting> {
    const greeted = await patiently(() => greet(signal), signal);
    if (!greeted) throw new AppError('hub.failed', 'the hub gave no greeting');
    return greeted;
  }
  const asPost = (ask: Ask): Promise<Told | undefined> => patiently(() => askAsPost(ask), ask.signal);

  async function chain(space: string, from: number, signal: AbortSignal | undefined): Promise<Statement[]> {
    const statements: Statement[] = [];
    for (;;) {
      const told = await asPost({ method: 'GET', path: `${paths.membership(space)}?from=${from + statements.length}`, expect: contentTypes.json, signal });
      if (!told) return statements;
      const page = read(membershipPage, told);
      statements.push(...page.statements);
      if (!page.more) return statements;
    }
  }

  async function pushBatch(space: string, batch: readonly Uint8Array[], signal: AbortSignal | undefined): Promise<readonly string[]> {
    const told = await asPost({ method: 'POST', path: paths.envelopes(space), body: { type: contentTypes.envelopes, bytes: frames(batch) }, expect: contentTypes.receipts, signal });
    if (!told) throw new AppError('hub.lost', 'the hub does not hold the space');
    const given = readReceipts(told.body);
    if (given?.length !== batch.length) throw new AppError('hub.portal', 'the receipts are not those of this push');
    rememberOwn(space, told);
    const stored: string[] = [];
    const refused = new Set<Outcome>();
    for (const [index, { outcome, id }] of given.entries()) {
      const own = envelopeId(batch[index] ?? new Uint8Array());
      if (own !== Buffer.from(id).toString('hex')) throw new AppError('hub.portal', 'a receipt names another envelope');
      if (outcome === 'stored' || outcome === 'known') stored.push(own);
      else refused.add(outcome);
    }
    if (stored.length > 0 || refused.size === 0) return stored;
    throw refused.has('refused') ? new AppError('hub.refused', 'the hub takes none of these envelopes') : new AppError('hub.quota', `the hub is full for ${[...refused].join(', ')}`);
  }

  return {
    id: `hub:${pin}`,
    kind: 'hub',
    bytes: connection.bytes,
    close: connection.close,

    state: async (signal) => ({ identity: pin, generation: (await greetPatiently(signal)).generation }),

    pullMembership: chain,

    pastOwn: (space, cursor) => afterOwn(space, cursor === '' ? undefined : cursor) ?? cursor,

    pushMembership: async (space, statements, signal) => {
      if (statements.length > 0) {
        const told = await asPost({ method: 'POST', path: paths.membership(space), ...json({ statements, ...(admission === undefined ? {} : { admission }) }), signal });
        if (told) read(membershipPushed, told);
      }
      return chain(space, 1, signal);
    },

    push: async (space, envelopes, signal) => {
      const { limits } = greeting ?? (await greetPatiently(signal));
      const stored: string[] = [];
      for (const batch of batches(envelopes, limits)) {
        try {
          stored.push(...(await pushBatch(space, batch, signal)));
        } catch (error) {
          signal?.throwIfAborted();
          // what is stored is said first; the next push, of the rest alone, says what is wrong
          if (stored.length === 0) throw error;
          return stored;
        }
      }
      return stored;
    },

    pull: async (space, cursor, limit, signal): Promise<Pulled> => {
      const given = cursor === '' ? undefined : cursor;
      const from = afterOwn(space, given);
      const key = `${space} ${from ?? ''} ${limit}`;
      const waiting = ahead?.key === key ? ahead.page : undefined;
      ahead = undefined;
      // what was asked ahead and failed is asked again in earnest
      const told = (await waiting?.catch(() => undefined)) ?? (await asPost(pageAsk(space, from, limit, signal)));
      if (!told) {
        if (given !== undefined) throw new AppError('hub.lost', 'the hub no longer holds the space');
        return { envelopes: [], cursor: '', more: false, highest: '0' };
      }
      const next = told.header(headers.cursor);
      const more = told.header(headers.more);
      const highest = told.header(headers.high);
      if (next === undefined || (more !== '0' && more !== '1') || highest === undefined) throw new AppError('hub.portal', 'a page without its cursor');
      const envelopes = readPage(told.body);
      if (more === '1') {
        const page = asPost(pageAsk(space, next, limit, signal));
        page.catch(() => {});
        ahead = { key: `${space} ${next} ${limit}`, page };
      }
      return { envelopes, cursor: next, more: more === '1', highest };
    },
  };

  function afterOwn(space: string, cursor: string | undefined): string | undefined {
    const stretch = ownStretch.get(space);
    return stretch && (stretch.from === cursor || (cursor === undefined && atBeginning.test(stretch.from))) ? stretch.to : cursor;
  }

  function rememberOwn(space: string, told: Told): void {
    const [before, after] = [told.header(headers.before), told.header(headers.cursor)];
    if (before === undefined || after === undefined) return;
    const stretch = ownStretch.get(space);
    ownStretch.set(space, { from: stretch?.to === before ? stretch.from : before, to: after });
  }
}

const pageAsk = (space: string, cursor: string | undefined, limit: number, signal: AbortSignal | undefined): Ask => ({
  method: 'GET',
  path: `${paths.envelopes(space)}?bytes=${Math.max(1, Math.floor(limit))}${cursor === undefined ? '' : `&after=${cursor}`}`,
  expect: contentTypes.envelopes,
  signal,
});

/** A cursor before the first envelope. */
const atBeginning = /\.0\.0+$/;

/** What may be over in a moment. */
const passing: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['hub.unreachable', 'hub.busy', 'hub.failed']);

const json = (value: unknown): Pick<Ask, 'body' | 'expect'> => ({ body: { type: contentTypes.json, bytes: Buffer.from(JSON.stringify(value), 'utf8') }, expect: contentTypes.json });

function read<T>(shape: { safeParse: (value: unknown) => { success: true; data: T } | { success: false } }, { body }: Told): T {
  const parsed = shape.safeParse(parseJson(body));
  if (!parsed.success) throw new AppError('hub.portal', 'an answer of another shape than the protocol says');
  return parsed.data;
}

function readPage(body: Buffer): Buffer[] {
  try {
    return readFrames(body);
  } catch (error) {
    throw new AppError('hub.portal', 'a page of other frames than the protocol says', { cause: error });
  }
}

/** In the order given, each within what the hub takes at once. */
function* batches(envelopes: readonly Uint8Array[], { batchBytes, batchEnvelopes }: WireLimits): Generator<readonly Uint8Array[]> {
  let batch: Uint8Array[] = [];
  let bytes = 0;
  for (const envelope of envelopes) {
    if (batch.length > 0 && (bytes + envelope.length > batchBytes || batch.length >= batchEnvelopes)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(envelope);
    bytes += envelope.length;
  }
  if (batch.length > 0) yield batch;
}

/** A no of the hub in the words of this application; a code that this version does not know is a failure of the hub. */
function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (!(error instanceof HubSaidNo)) throw error;
  const known = errorCodes.find((code) => code === error.code && (code.startsWith('hub.') || code === 'membership.invalid'));
  return new AppError(known ?? 'hub.failed', `the hub says ${error.code}: ${error.message}`, { cause: error });
}
