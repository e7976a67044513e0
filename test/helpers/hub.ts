/** A hub in this process, for a test; stopped when the test is over. */
import { randomBytes } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { type HubCarrier, type HubSigner, type HubSurroundings, createHubCarrier } from '../../db/exchange/hub-carrier.ts';
import { type RunningHub, startHub } from '../../electron/hub/hub.ts';
import { type HubSettings, defaults } from '../../electron/hub/settings.ts';
import { temporaryFolder } from './store.ts';

export interface TestHub extends RunningHub {
  readonly url: string;
  readonly data: string;
  readonly log: () => string;
}

export async function testHub(settings: Partial<HubSettings> = {}): Promise<TestHub> {
  const data = settings.data ?? temporaryFolder();
  let log = '';
  const hub = await startHub({ ...defaults, host: '127.0.0.1', port: 0, rate: { perSecond: 10_000, burst: 10_000 }, strangerRate: { perSecond: 10_000, burst: 10_000 }, ...settings, data }, { log: { write: (line) => void (log += line) } });
  onTestFinished(() => hub.stop());
  return { ...hub, url: `https://127.0.0.1:${hub.port}`, data, log: () => log };
}

/** Waits as long as it is told, but tries again at once: a test need not be polite. */
export function testCarrier(address: { readonly url: string; readonly pin: string; readonly admission?: string }, signer: HubSigner, surroundings: Partial<HubSurroundings> = {}): HubCarrier {
  const carrier = createHubCarrier(address, signer, { random: () => randomBytes(1)[0]! / 256, wait: (_ms, signal) => after(1, undefined, signal ? { signal } : {}), ...surroundings });
  onTestFinished(() => carrier.close());
  return carrier;
}
