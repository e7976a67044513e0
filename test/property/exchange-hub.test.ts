/** The same truth over a real hub with its TLS, its sessions and its own view of who belongs, with files beside it. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, test } from 'vitest';
import type { Carrier } from '../../db/exchange/carrier.ts';
import { createHubCarrier } from '../../db/exchange/hub-carrier.ts';
import { startHub } from '../../electron/hub/hub.ts';
import { defaults } from '../../electron/hub/settings.ts';
import type { Fault } from '../helpers/memory-carrier.ts';
import { runs } from './exchange-actions.ts';
import { type Way, live } from './exchange-world.ts';
import { holds } from './regressions.ts';

const folder = mkdtempSync(join(tmpdir(), 'steunpunt-hubs-'));
const unused = join(folder, 'unused');
const plenty = { perSecond: 100_000, burst: 100_000 };
const settings = { ...defaults, host: '127.0.0.1', port: 0, rate: plenty, strangerRate: plenty };

beforeAll(async () => {
  // its key and certificate are made once, every run begins with a copy that holds nothing
  const hub = await startHub({ ...settings, data: unused });
  await hub.stop();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let number = 0;

async function freshHub(): Promise<Way> {
  const data = join(folder, String((number += 1)));
  cpSync(unused, data, { recursive: true });
  const hub = await startHub({ ...settings, data });
  const address = { url: `https://127.0.0.1:${hub.port}`, pin: hub.pin };
  return {
    carrier: ({ desk: { post } }, fault) => {
      const carrier = createHubCarrier(address, { signKey: post.signKey, sign: post.sign }, { random: Math.random, wait: (_ms, signal) => after(1, undefined, signal ? { signal } : {}), tries: 2 });
      return fault ? { ...failing(carrier, fault), close: carrier.close } : carrier;
    },
    close: async () => {
      await hub.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** What a network does to it: nothing arrives, or the answer does not, or more than once. */
function failing(carrier: Carrier, fault: Fault): Carrier {
  const broken = (): never => {
    throw new Error('the line broke');
  };
  return {
    ...carrier,
    pullMembership: (...asked) => (fault('membership') === 'lost' ? broken() : carrier.pullMembership(...asked)),
    pushMembership: async (...asked) => {
      const answer = await carrier.pushMembership(...asked);
      return fault('membership') === 'lost' ? broken() : answer;
    },
    push: async (space, envelopes, signal) => {
      const how = fault('push');
      if (how === 'lost') broken();
      const stored = await carrier.push(space, how === 'cut' ? envelopes.slice(0, Math.ceil(envelopes.length / 2)) : envelopes, signal);
      return fault('acknowledge') === 'lost' ? broken() : stored;
    },
    pull: async (space, cursor, limit, signal) => {
      const how = fault('pull');
      if (how === 'lost') broken();
      const pulled = await carrier.pull(space, cursor, how === 'cut' ? 1 : limit, signal);
      const envelopes = how === 'twice' ? [...pulled.envelopes, ...pulled.envelopes] : how === 'mixed' ? pulled.envelopes.toReversed() : pulled.envelopes;
      return { ...pulled, envelopes };
    },
  };
}

const many = process.env['EXCHANGE_RUNS'];
const numRuns = many === undefined ? 25 : Math.ceil(Number(many) / 20);
const box = many === undefined ? { interruptAfterTimeLimit: 30_000, markInterruptAsFailure: false } : {};

test('over a hub and files together nothing is lost either', { timeout: Math.max(180_000, numRuns * 4000) }, async () => {
  await holds('exchange-hub', runs, (run) => live(run, freshHub), { numRuns, ...box });
});
