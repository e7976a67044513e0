/** The HTTPS server of a hub: who asks is settled before a body is read, every answer says that it is of a hub, every no is typed. */
import Fastify, { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { contentTypes, paths, protocolHeader, protocolVersions, refusals } from '../../db/exchange/hub-wire.ts';
import type { HubStore } from '../../db/hub/store.ts';
import { AppError } from '../../shared/errors.ts';
import { createMetrics } from './metrics.ts';
import { createRates } from './rates.ts';
import { Refusal, asRefusal } from './refusal.ts';
import { keeperRoutes } from './routes-keeper.ts';
import { postRoutes } from './routes-post.ts';
import { createSessions } from './sessions.ts';
import type { HubSettings } from './settings.ts';
import { createSpaces } from './spaces.ts';

export interface ServerParts {
  readonly store: HubStore;
  readonly settings: HubSettings;
  readonly pin: string;
  /** PEM */
  readonly key: string;
  readonly certificate: string;
  readonly keeperCode: string;
  readonly now: () => Date;
  readonly log: { readonly write: (line: string) => void } | undefined;
}

/** How long a post may take to send a request, and what is under way to end when the hub stops. */
const requestMs = 120_000;
const stopMs = 10_000;
const mostConnections = 2_000;

/** Milliseconds on a clock that nobody sets. */
const steady = (): number => performance.now();

/** Gives a server that does not listen yet. */
export async function createServer({ store, settings, pin, key, certificate, keeperCode, now, log }: ServerParts) {
  const metrics = createMetrics();
  const sessions = createSessions(pin, steady);
  const spaces = createSpaces(store);
  const posts = createRates(settings.rate, steady);
  const strangers = createRates(settings.strangerRate, steady);
  const underWay = new Map<string, number>();
  const counted = new WeakSet<FastifyRequest>();

  const server = Fastify({
    https: { key, cert: certificate, minVersion: 'TLSv1.3' },
    logger: log ? { level: 'info', stream: log, base: null, timestamp: () => `,"at":"${now().toISOString()}"` } : false,
    // requests are logged by `account` below, in one line each
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: settings.limits.batchBytes + 4 * settings.limits.batchEnvelopes,
    requestTimeout: requestMs,
    keepAliveTimeout: 75_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 100 },
    // a body with such a key is refused, not repaired
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
  });
  server.server.maxConnections = mostConnections;
  server.addContentTypeParser(contentTypes.envelopes, { parseAs: 'buffer' }, async (_request: FastifyRequest, body: Buffer) => body);
  server.removeContentTypeParser('text/plain');
  server.decorateRequest('post', '');
  server.decorateRequest('known', undefined);

  /** Only what belongs to a space needs a session; everything else is limited by address. */
  server.addHook('onRequest', async (request, reply) => {
    reply.header(protocolHeader, protocolVersions.join(','));
    reply.header('x-content-type-options', 'nosniff').header('cache-control', 'no-store');
    const open = !request.url.startsWith('/steunpunt/1/spaces/');
    if (open) {
      if (request.url.startsWith(paths.hello)) limit(strangers.take(request.ip));
      return;
    }
    const token = /^Bearer ([\w-]{1,200})$/.exec(request.headers.authorization ?? '')?.[1];
    const post = token === undefined ? undefined : sessions.post(token);
    if (post === undefined) {
      limit(strangers.take(request.ip));
      throw new Refusal('session.needed', 'prove who this post is first');
    }
    request.post = post;
    limit(posts.take(post));
    const busy = underWay.get(post) ?? 0;
    if (busy >= settings.atOnce) throw new Refusal('hub.busy', 'this post asks for too much at the same time', 1);
    underWay.set(post, busy + 1);
    counted.add(request);
  });

  const done = (request: FastifyRequest): void => {
    if (!counted.delete(request)) return;
    const left = (underWay.get(request.post) ?? 1) - 1;
    if (left > 0) underWay.set(request.post, left);
    else underWay.delete(request.post);
  };
  server.addHook('onResponse', async (request, reply) => {
    done(request);
    account(request, reply);
  });
  server.addHook('onRequestAbort', async (request) => done(request));

  function account(request: FastifyRequest, reply: FastifyReply): void {
    const route = request.routeOptions.url ?? 'unknown';
    metrics.request(route, reply.statusCode, reply.elapsedTime / 1000);
    const [received, sent] = [Number(request.headers['content-length'] ?? 0), Number(reply.getHeader('content-length') ?? 0)];
    metrics.bytes('in', received);
    metrics.bytes('out', sent);
    // route, numbers and the beginning of a key: enough to find a post that misbehaves, nothing of what was written
    request.log.info({ method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime), in: received, out: sent, ...(request.post === '' ? {} : { post: request.post.slice(16, 24) }) });
  }

  server.setErrorHandler((thrown, request, reply) => {
    const { refusal, expected } = asRefusal(thrown);
    if (!expected) request.log.error({ code: refusal.code, what: describe(thrown) });
    answerNo(reply, refusal);
  });
  server.setNotFoundHandler((_request, reply) => answerNo(reply, new Refusal('path.unknown', 'the protocol has no such request')));

  const parts = { store, spaces, sessions, metrics, settings, now };
  postRoutes(server, parts);
  keeperRoutes(server, { ...parts, strangers, pin, code: keeperCode, startedAt: now() });
  await server.ready();

  return {
    listen: async (): Promise<void> => {
      try {
        await server.listen({ port: settings.port, host: settings.host });
      } catch (error) {
        throw new AppError('hub.port', `the hub cannot listen on ${settings.host} port ${settings.port}`, { cause: error });
      }
    },
    address: () => server.server.address(),
    close: async (): Promise<void> => {
      const timer = setTimeout(() => server.server.closeAllConnections(), stopMs);
      await server.close();
      clearTimeout(timer);
    },
  };
}

function limit(waitSeconds: number): void {
  if (waitSeconds > 0) throw new Refusal('hub.busy', 'more requests than this hub takes', waitSeconds);
}

function answerNo(reply: FastifyReply, { code, message, retryAfterSeconds }: Refusal): void {
  if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
  reply.code(refusals[code]).send({ error: { code, message, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) } });
}

/** Names and places of our code: the message of an unexpected error may quote what a post sent. */
function describe(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'no error';
  const code = 'code' in thrown && typeof thrown.code === 'string' ? ` ${thrown.code}` : '';
  const places = (thrown.stack ?? '').split('\n').filter((line) => line.startsWith('    at ')).slice(0, 4).map((line) => line.trim());
  const words = thrown instanceof AppError ? `: ${thrown.message}` : '';
  return `${thrown.name}${code}${words} ${places.join(' ')}`;
}
