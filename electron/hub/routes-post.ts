/** The routes of the protocol (PROTOCOL.md): what posts ask. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readHead } from '../../db/exchange/envelope.ts';
import { type Receipt, contentTypes, frames, headers, membershipPush, paths, protocolVersions, readFrames, receipts, sessionRequest } from '../../db/exchange/hub-wire.ts';
import type { HubSpace, HubStore } from '../../db/hub/store.ts';
import { cursorText, readCursor } from './cursor.ts';
import type { Metrics } from './metrics.ts';
import { Refusal } from './refusal.ts';
import { type Sessions, sessionSeconds } from './sessions.ts';
import type { HubSettings } from './settings.ts';
import type { KnownSpace, Spaces } from './spaces.ts';

export interface PostRoutes {
  readonly store: HubStore;
  readonly spaces: Spaces;
  readonly sessions: Sessions;
  readonly metrics: Metrics;
  readonly settings: HubSettings;
  readonly now: () => Date;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** key of the post that asks; '' for who has not proven it */
    post: string;
    known: KnownSpace | undefined;
  }
}

const membershipPageBytes = 2_000_000;
const spaceParams = z.object({ space: z.uuid() });
const whole = z.string().regex(/^\d{1,9}$/).transform(Number);
const membershipQuery = z.object({ from: whole.pipe(z.number().min(1)).default(1) });
const pullQuery = z.object({ after: z.string().max(100).optional(), limit: whole.pipe(z.number().min(1)).optional(), bytes: whole.pipe(z.number().min(1)).optional() });

function read<T>(shape: z.ZodType<T>, value: unknown): T {
  const parsed = shape.safeParse(value);
  if (!parsed.success) throw new Refusal('input.invalid', `refused: ${parsed.error.issues[0]?.path.map(String).join('.') || 'input'}`);
  return parsed.data;
}

const spaceOf = (request: FastifyRequest): string => read(spaceParams, request.params).space;

export function postRoutes(server: FastifyInstance, { store, spaces, sessions, metrics, settings, now }: PostRoutes): void {
  const { limits, quota, admission } = settings;
  const cursorAt = (space: HubSpace): string => cursorText({ generation: store.generation, position: space.high, digest: space.digest });
  /** before the body is read: who may not bring anything does not get to send it */
  const allowed = (to: 'write' | 'read' | 'membership') => async (request: FastifyRequest) => {
    request.known = await spaces.allowed(spaceOf(request), request.post, to);
  };

  server.get(paths.hello, async () => ({ format: 'steunpunt-hub', versions: protocolVersions, generation: store.generation, limits }));
  server.post(paths.challenge, async () => ({ challenge: sessions.challenge() }));
  server.post(paths.session, async (request) => ({ token: sessions.open(read(sessionRequest, request.body)), seconds: sessionSeconds }));

  server.get(paths.membership(':space'), { onRequest: allowed('membership') }, async (request) => {
    const { from } = read(membershipQuery, request.query);
    const rest = request.known?.statements.slice(from - 1) ?? [];
    let bytes = 0;
    const page = rest.filter((made, index) => (bytes += JSON.stringify(made).length) <= membershipPageBytes || index === 0);
    return { statements: page, more: page.length < rest.length };
  });

  server.post(paths.membership(':space'), async (request) => {
    const { statements, admission: given } = read(membershipPush, request.body);
    const { membership } = await spaces.add(spaceOf(request), request.post, statements, () => {
      if (admission !== undefined && !sameText(admission, given ?? '')) throw new Refusal('hub.admission', 'this hub takes a new space only with its admission code');
    });
    return { number: membership.number, head: membership.head };
  });

  server.post(paths.envelopes(':space'), { onRequest: allowed('write') }, async (request, reply) => {
    const space = spaceOf(request);
    if (!Buffer.isBuffer(request.body)) throw new Refusal('input.invalid', `envelopes come as ${contentTypes.envelopes}`);
    const envelopes = readFrames(request.body);
    if (envelopes.length > limits.batchEnvelopes) throw new Refusal('input.large', 'more envelopes at once than this hub takes');
    const named = envelopes.map((bytes) => ({ bytes, id: createHash('sha256').update(bytes).digest(), fits: bytes.length <= limits.envelopeBytes && readHead(bytes)?.space === space }));
    const { verdicts, space: after } = await store.push(space, request.post, named.filter(({ fits }) => fits), quota, now().toISOString());
    let next = 0;
    const given = named.map(({ id, fits }): Receipt => ({ id, outcome: fits ? (verdicts[next++] ?? 'refused') : 'refused' }));
    for (const { outcome } of given) metrics.envelopes(outcome, 1);
    // where this push began: a post that had pulled up to there need not pull what it brought
    const before = request.known?.space;
    const stored = given.filter(({ outcome }) => outcome === 'stored').length;
    if (before && before.high + stored === after.high) reply.header(headers.before, cursorAt(before));
    return reply.header(headers.cursor, cursorAt(after)).type(contentTypes.receipts).send(receipts(given));
  });

  server.get(paths.envelopes(':space'), { onRequest: allowed('read') }, async (request, reply): Promise<FastifyReply> => {
    const query = read(pullQuery, request.query);
    const from = query.after === undefined ? undefined : readCursor(query.after);
    if (query.after !== undefined && !from) throw new Refusal('input.invalid', 'the cursor is not one of this protocol');
    if (from && from.generation !== store.generation) throw new Refusal('hub.lost', 'the cursor is of another generation of this hub');
    const page = await store.pull(spaceOf(request), from?.position ?? 0, Math.min(query.limit ?? limits.batchEnvelopes, limits.batchEnvelopes), Math.min(query.bytes ?? limits.batchBytes, limits.batchBytes));
    if (!page) throw new Refusal('space.unknown', 'this hub does not hold the space');
    if (from && (!page.before || !timingSafeEqual(page.before, from.digest))) throw new Refusal('hub.lost', 'this hub never came to the cursor in this way');
    metrics.envelopes('pulled', page.envelopes.length);
    return reply
      .header(headers.cursor, cursorText({ generation: store.generation, position: page.position, digest: page.digest }))
      .header(headers.more, page.more ? '1' : '0')
      .header(headers.high, String(page.space.high))
      .type(contentTypes.envelopes)
      .send(frames(page.envelopes));
  });
}

const digest = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();

/** In a time that does not tell how much of it was right. */
export function sameText(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}
