/** The hub as a carrier of a post: what it brings and gets, and what it does when something else than the pinned hub answers. */
import { readFileSync, writeFileSync, copyFileSync, mkdirSync } from 'node:fs';
import { createServer as plainServer } from 'node:http';
import { type Server, createServer as tlsServer } from 'node:https';
import { type AddressInfo, createServer as tcpServer, connect } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { envelopeId } from '../../../db/exchange/envelope.ts';
import { pauseMs } from '../../../db/exchange/hub-carrier.ts';
import { fingerprintOf } from '../../../db/documents/identity.ts';
import { hubCertificate } from '../../../electron/hub/certificate.ts';
import { testCarrier, testHub } from '../../helpers/hub.ts';
import { foundedBy, paperPost } from '../../helpers/space-maker.ts';
import { codeOf, temporaryFolder } from '../../helpers/store.ts';

const pageBytes = 100_000;

async function everything(carrier: ReturnType<typeof testCarrier>, space: string, from?: string): Promise<{ envelopes: string[]; cursor: string }> {
  const envelopes: string[] = [];
  for (let cursor = from; ; ) {
    const page = await carrier.pull(space, cursor, pageBytes);
    envelopes.push(...page.envelopes.map((sealed) => envelopeId(sealed)));
    cursor = page.cursor;
    if (!page.more) return { envelopes, cursor };
  }
}

async function listening(server: Server | ReturnType<typeof plainServer> | ReturnType<typeof tcpServer>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

test('two posts exchange through a hub: statements, then envelopes, each named when it is stored', async () => {
  const hub = await testHub();
  const [keeper, editor] = [paperPost(), paperPost()];
  const space = foundedBy(keeper).and(keeper, 'admit', editor, 'editor');
  const [one, other] = [testCarrier(hub, keeper), testCarrier(hub, editor)];

  expect(await one.pullMembership(space.id, 1)).toEqual([]);
  expect((await one.pull(space.id, undefined, pageBytes)).envelopes).toEqual([]);
  expect(await one.pushMembership(space.id, space.chain)).toEqual(space.chain);
  expect(await other.pullMembership(space.id, 2)).toEqual(space.chain.slice(1));

  const made = Array.from({ length: 900 }, () => space.envelope(keeper));
  const ids = made.map((sealed) => envelopeId(sealed));
  expect(await one.push(space.id, made)).toEqual(ids);
  expect(await one.push(space.id, made.slice(0, 3))).toEqual(ids.slice(0, 3));
  const got = await everything(other, space.id);
  expect(got.envelopes).toEqual(ids);
  expect((await other.pull(space.id, got.cursor, pageBytes)).envelopes).toEqual([]);
  expect(await other.state()).toEqual({ identity: hub.pin, generation: hub.generation });
});

test('a post does not pull back what it brought directly after where it was', async () => {
  const hub = await testHub();
  const keeper = paperPost();
  const space = foundedBy(keeper);
  const carrier = testCarrier(hub, keeper);
  await carrier.pushMembership(space.id, space.chain);
  const { cursor } = await carrier.pull(space.id, undefined, pageBytes);
  await carrier.push(space.id, [space.envelope(keeper), space.envelope(keeper)]);
  await carrier.push(space.id, [space.envelope(keeper)]);
  expect((await carrier.pull(space.id, cursor, pageBytes)).envelopes).toEqual([]);
  expect((await testCarrier(hub, keeper).pull(space.id, carrier.pastOwn?.(space.id, cursor), pageBytes)).envelopes).toEqual([]);
  // another process of the same post has not seen it pushed, and gets it
  expect((await testCarrier(hub, keeper).pull(space.id, cursor, pageBytes)).envelopes).toHaveLength(3);

  // what came in between is pulled
  const other = testCarrier(hub, keeper);
  const between = space.envelope(keeper);
  await other.push(space.id, [between]);
  await carrier.push(space.id, [space.envelope(keeper)]);
  const page = await carrier.pull(space.id, cursor, pageBytes);
  expect(page.envelopes.map((sealed) => envelopeId(sealed))).toContain(envelopeId(between));
  expect(carrier.pastOwn?.(space.id, 'another')).toBe('another');
});

test('the hub restarts: the post proves itself again and goes on where it was', async () => {
  const data = temporaryFolder();
  const first = await testHub({ data });
  const keeper = paperPost();
  const space = foundedBy(keeper);
  const carrier = testCarrier(first, keeper);
  await carrier.pushMembership(space.id, space.chain);
  await carrier.push(space.id, [space.envelope(keeper)]);
  const { cursor } = await carrier.pull(space.id, undefined, pageBytes);
  await first.stop();
  expect(await codeOf(() => carrier.pull(space.id, cursor, pageBytes))).toBe('hub.unreachable');
  const second = await testHub({ data, port: first.port });
  expect(second.pin).toBe(first.pin);
  await carrier.push(space.id, [space.envelope(keeper), space.envelope(keeper)]);
  expect((await everything(testCarrier(second, keeper), space.id, cursor)).envelopes).toHaveLength(2);
});

test('a hub that was emptied, restored, or filled again after that, is found out', async () => {
  const data = temporaryFolder();
  const backup = temporaryFolder();
  const keeper = paperPost();
  const space = foundedBy(keeper);
  const hub = await testHub({ data });
  const carrier = testCarrier(hub, keeper);
  await carrier.pushMembership(space.id, space.chain);
  await carrier.push(space.id, [space.envelope(keeper)]);
  await hub.stop();
  for (const name of ['hub.db', 'hub-key.pem', 'hub-certificate.pem']) copyFileSync(join(data, name), join(backup, name));

  const again = await testHub({ data });
  const later = testCarrier(again, keeper);
  await later.push(space.id, [space.envelope(keeper), space.envelope(keeper)]);
  const { cursor } = await everything(later, space.id);
  await again.stop();

  const restored = await testHub({ data: backup });
  expect(restored.generation).toBe(hub.generation);
  expect(await codeOf(() => testCarrier(restored, keeper).pull(space.id, cursor, pageBytes))).toBe('hub.lost');
  await testCarrier(restored, keeper).push(space.id, [space.envelope(keeper), space.envelope(keeper), space.envelope(keeper)]);
  expect(await codeOf(() => testCarrier(restored, keeper).pull(space.id, cursor, pageBytes))).toBe('hub.lost');

  const emptied = temporaryFolder();
  for (const name of ['hub-key.pem', 'hub-certificate.pem']) copyFileSync(join(data, name), join(emptied, name));
  const empty = await testHub({ data: emptied });
  const visitor = testCarrier(empty, keeper);
  expect((await visitor.state()).generation).not.toBe(hub.generation);
  expect(await codeOf(() => visitor.pull(space.id, cursor, pageBytes))).toBe('hub.lost');
});

test('only the pinned hub counts: another certificate, a redirect, a login page, plain HTTP, silence', async () => {
  const hub = await testHub();
  const keeper = paperPost();
  const space = foundedBy(keeper);
  const ask = (url: string, pin: string, tries = 1): Promise<string> => codeOf(() => testCarrier({ url, pin }, keeper, { tries, patience: { connectMs: 400, silenceMs: 400 } }).push(space.id, [space.envelope(keeper)]));
  expect(await ask(hub.url, 'AAAA-BBBB-CCCC-DDDD-EEEE-FFFF')).toBe('hub.stranger');

  const { key, certificate, pin } = hubCertificate(temporaryFolder());
  const answers: Readonly<Record<string, { status: number; headers: Record<string, string>; body: string }>> = {
    'a login page with 200': { status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>Welkom op wifi</h1>' },
    'a redirect': { status: 302, headers: { location: hub.url }, body: '' },
    'JSON of something else': { status: 200, headers: { 'content-type': 'application/json' }, body: '{"ok":true}' },
    'a hub of a shape that is none': { status: 200, headers: { 'content-type': 'application/json', 'steunpunt-protocol': '1' }, body: '{"format":"other"}' },
    'a greeting that is cut': { status: 200, headers: { 'content-type': 'application/json', 'steunpunt-protocol': '1' }, body: '{"format":"steun' },
  };
  for (const [what, { status, headers, body }] of Object.entries(answers)) {
    const port = await listening(tlsServer({ key, cert: certificate }, (_request, response) => void response.writeHead(status, headers).end(body)));
    expect([what, await ask(`https://127.0.0.1:${port}`, pin)]).toEqual([what, 'hub.portal']);
  }
  const newer = JSON.stringify({ format: 'steunpunt-hub', versions: [7], generation: 'g', limits: { batchBytes: 1, batchEnvelopes: 1, envelopeBytes: 1 } });
  const newerPort = await listening(tlsServer({ key, cert: certificate }, (_request, response) => void response.writeHead(200, { 'content-type': 'application/json', 'steunpunt-protocol': '7' }).end(newer)));
  expect(await ask(`https://127.0.0.1:${newerPort}`, pin)).toBe('hub.version');
  const plain = await listening(plainServer((_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('login')));
  expect(await ask(`https://127.0.0.1:${plain}`, pin)).toBe('hub.portal');
  const silent = await listening(tcpServer((socket) => onTestFinished(() => void socket.destroy())));
  expect(await ask(`https://127.0.0.1:${silent}`, pin)).toBe('hub.unreachable');
  expect(await ask('https://127.0.0.1:1', pin)).toBe('hub.unreachable');
});

test('what is cut on the way is not taken for an answer, and is asked again', async () => {
  const hub = await testHub();
  const keeper = paperPost();
  const space = foundedBy(keeper);
  const direct = testCarrier(hub, keeper);
  await direct.pushMembership(space.id, space.chain);
  const made = Array.from({ length: 200 }, () => space.envelope(keeper, 2000));
  // a network that breaks every connection after so many bytes, in either direction, until it has done so a few times
  let breaks = 4;
  const port = await listening(
    tcpServer((socket) => {
      const onward = connect(hub.port, '127.0.0.1');
      let left = breaks > 0 ? 30_000 * (5 - breaks) : Number.POSITIVE_INFINITY;
      breaks -= 1;
      const carry = (to: typeof socket) => (part: Buffer) => {
        left -= part.length;
        if (left > 0) to.write(part);
        else {
          socket.destroy();
          onward.destroy();
        }
      };
      socket.on('data', carry(onward)).on('close', () => onward.destroy()).on('error', () => {});
      onward.on('data', carry(socket)).on('close', () => socket.destroy()).on('error', () => {});
    }),
  );
  const carrier = testCarrier({ url: `https://127.0.0.1:${port}`, pin: hub.pin }, keeper, { tries: 8 });
  expect(await carrier.push(space.id, made)).toEqual(made.map((sealed) => envelopeId(sealed)));
  expect(breaks).toBeLessThan(4);
  expect((await everything(direct, space.id)).envelopes).toEqual(made.map((sealed) => envelopeId(sealed)));
});

test('a cancelled exchange ends at once and can be taken up again', async () => {
  const hub = await testHub();
  const keeper = paperPost();
  const space = foundedBy(keeper);
  const carrier = testCarrier(hub, keeper);
  await carrier.pushMembership(space.id, space.chain);
  const stop = new AbortController();
  const pushing = carrier.push(space.id, Array.from({ length: 500 }, () => space.envelope(keeper)), stop.signal);
  stop.abort(new Error('stopped by the person'));
  await expect(pushing).rejects.toThrow('stopped by the person');
  await expect(carrier.pull(space.id, undefined, pageBytes, stop.signal)).rejects.toThrow('stopped by the person');
  expect(await carrier.push(space.id, [space.envelope(keeper)])).toHaveLength(1);
});

test('what the hub refuses has its own words: role, quota, admission code, rate', async () => {
  const hub = await testHub({ admission: 'sesam', quota: { spaceBytes: 5_000, postBytes: 1e9 } });
  const keeper = paperPost();
  const space = foundedBy(keeper);
  expect(await codeOf(() => testCarrier(hub, keeper).pushMembership(space.id, space.chain))).toBe('hub.admission');
  const carrier = testCarrier({ ...hub, admission: 'sesam' }, keeper);
  await carrier.pushMembership(space.id, space.chain);
  expect(await codeOf(() => testCarrier(hub, paperPost()).push(space.id, [space.envelope(keeper)]))).toBe('hub.refused');
  const fitting = space.envelope(keeper, 3000);
  expect(await carrier.push(space.id, [fitting, space.envelope(keeper, 3000)])).toEqual([envelopeId(fitting)]);
  expect(await codeOf(() => carrier.push(space.id, [space.envelope(keeper, 3000)]))).toBe('hub.quota');

  const strict = await testHub({ rate: { perSecond: 0.001, burst: 2 } });
  const hasty = testCarrier(strict, keeper, { tries: 1 });
  expect(await codeOf(async () => {
    for (let round = 0; round < 5; round += 1) await hasty.pullMembership(space.id, 1);
  })).toBe('hub.busy');
});

test('pauses grow to a minute and are spread', () => {
  expect([1, 2, 3, 20].map((attempt) => pauseMs(attempt, () => 1))).toEqual([400, 800, 1600, 60_000]);
  expect(pauseMs(3, () => 0)).toBe(800);
});

test('the log and the pages of a hub hold nothing of what was exchanged, and the page only opens with the code', async () => {
  const hub = await testHub();
  const keeper = paperPost();
  const space = foundedBy(keeper);
  const carrier = testCarrier(hub, keeper);
  await carrier.pushMembership(space.id, space.chain);
  const sealed = space.envelope(keeper);
  await carrier.push(space.id, [sealed]);
  await expect.poll(() => hub.log()).toContain('"route":"/steunpunt/1/spaces/:space/envelopes"');
  for (const secret of [keeper.signKey, space.id, envelopeId(sealed), hub.keeperCode, sealed.toString('base64').slice(0, 40)]) expect(hub.log()).not.toContain(secret);

  const { openWire } = await import('../../conformance/wire.ts');
  const wire = openWire(hub.url);
  onTestFinished(() => wire.close());
  for (const path of ['/keeper', '/metrics']) expect((await wire.ask('GET', path)).status).toBe(401);
  expect((await wire.ask('GET', '/health')).json).toEqual({ status: 'ok' });
  const basic = `Basic ${Buffer.from(`keeper:${hub.keeperCode}`).toString('base64')}`;
  const nl = await wire.ask('GET', '/keeper', { authorization: basic });
  expect(nl.body.toString()).toContain(space.id);
  expect(nl.body.toString()).not.toContain('<script');
  expect(nl.headers['content-security-policy']).toMatch(/^default-src 'none'/);
  expect((await wire.ask('GET', '/keeper?lang=en', { authorization: basic })).body.toString()).toContain('Envelopes stored');
  expect((await wire.ask('GET', '/metrics', { authorization: basic })).body.toString()).toMatch(/steunpunt_hub_envelopes_total\{outcome="stored"\} 1/);
});

test('the key of a hub stays when its certificate is made anew, and a damaged key is named', async () => {
  const folder = temporaryFolder();
  const { pin, certificate } = hubCertificate(folder);
  const { X509Certificate } = await import('node:crypto');
  const made = new X509Certificate(certificate);
  expect(made.verify(made.publicKey)).toBe(true);
  expect(fingerprintOf(made.publicKey.export({ type: 'spki', format: 'der' }))).toBe(pin);
  writeFileSync(join(folder, 'hub-certificate.pem'), '');
  const moved = join(temporaryFolder(), 'elsewhere');
  mkdirSync(moved);
  copyFileSync(join(folder, 'hub-key.pem'), join(moved, 'hub-key.pem'));
  expect(hubCertificate(moved).pin).toBe(pin);
  writeFileSync(join(folder, 'hub-key.pem'), readFileSync(join(folder, 'hub-key.pem'), 'utf8').replace(/[A-Z]/, '!'));
  expect(await codeOf(() => hubCertificate(folder))).toBe('keyfile.damaged');
});
