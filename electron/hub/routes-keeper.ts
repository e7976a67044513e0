/** What the keeper asks of a hub: health (open to a watchdog), metrics and the page of numbers (with the keeper's code). */
import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { HubStore } from '../../db/hub/store.ts';
import type { Locale } from '../../shared/domain/basics.ts';
import { keeperPage, pageStyle } from './keeper-page.ts';
import type { Metrics } from './metrics.ts';
import type { Rates } from './rates.ts';
import { Refusal } from './refusal.ts';
import { sameText } from './routes-post.ts';
import type { Sessions } from './sessions.ts';
import type { HubSettings } from './settings.ts';
import type { Spaces } from './spaces.ts';

export interface KeeperRoutes {
  readonly store: HubStore;
  readonly spaces: Spaces;
  readonly sessions: Sessions;
  readonly metrics: Metrics;
  readonly settings: HubSettings;
  readonly strangers: Rates;
  readonly pin: string;
  readonly code: string;
  readonly startedAt: Date;
  readonly now: () => Date;
}

const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(pageStyle).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

export function keeperRoutes(server: FastifyInstance, routes: KeeperRoutes): void {
  const { store, spaces, sessions, metrics, settings, code, startedAt, now } = routes;

  /** HTTP Basic: what browsers and Prometheus both know. The name does not matter. */
  const keeperOnly = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const given = /^Basic ([A-Za-z0-9+/=]{1,400})$/.exec(request.headers.authorization ?? '')?.[1];
    const password = given === undefined ? undefined : Buffer.from(given, 'base64').toString('utf8').split(':').slice(1).join(':');
    if (password !== undefined && sameText(password, code)) return;
    const wait = routes.strangers.take(request.ip);
    if (wait > 0) throw new Refusal('hub.busy', 'too many attempts', wait);
    reply.header('www-authenticate', 'Basic realm="Steunpunt hub", charset="UTF-8"');
    throw new Refusal('session.needed', 'this page is for the keeper of the hub');
  };

  server.get('/health', async (_request, reply) => {
    try {
      await store.figures();
      return { status: 'ok' };
    } catch {
      return reply.code(503).send({ status: 'database' });
    }
  });

  server.get('/metrics', { onRequest: keeperOnly }, async (_request, reply) =>
    reply.type('text/plain; version=0.0.4; charset=utf-8').send(metrics.text({ spaces: await store.figures(), sessions: sessions.count(), uptimeSeconds: (now().getTime() - startedAt.getTime()) / 1000 })),
  );

  server.get('/', async (_request, reply) => reply.redirect('/keeper'));
  server.get('/keeper', { onRequest: keeperOnly }, async (request, reply) => {
    const figures = await store.figures();
    const held = await Promise.all(figures.map(async (space) => ({ ...space, members: (await spaces.find(space.id))?.membership.members.size ?? 0 })));
    const page = keeperPage(
      {
        pin: routes.pin,
        generation: store.generation,
        database: store.kind,
        startedAt,
        admission: settings.admission !== undefined,
        requests: metrics.requests(),
        sessions: sessions.count(),
        stored: metrics.total('stored'),
        pulled: metrics.total('pulled'),
        refused: metrics.total('refused') + metrics.total('spaceFull') + metrics.total('postFull'),
        spaceBytes: settings.quota.spaceBytes,
        spaces: held,
      },
      localeOf(request),
    );
    return reply.header('content-security-policy', policy).type('text/html; charset=utf-8').send(page);
  });
}

/** What was chosen, else what the browser asks for; Dutch first. */
function localeOf(request: FastifyRequest): Locale {
  const chosen = typeof request.query === 'object' && request.query && 'lang' in request.query ? request.query.lang : undefined;
  if (chosen === 'nl' || chosen === 'en') return chosen;
  return /^en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'nl';
}
