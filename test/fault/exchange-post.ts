/**
 * A post in a process of its own, for the fault rounds: it writes and exchanges until it is killed, and says after each step what it was
 * told. Arguments: folder, key (hex), address of the hub, its pin, a seed.
 */
import { setTimeout as after } from 'node:timers/promises';
import { createRequest, saveRequest } from '../../db/documents/requests.ts';
import { reviseRequest } from '../../db/documents/versions.ts';
import type { Carrier } from '../../db/exchange/carrier.ts';
import { createHubCarrier } from '../../db/exchange/hub-carrier.ts';
import { exchange } from '../../db/exchange/run.ts';
import { newTally } from '../../db/exchange/tally.ts';
import { AppError } from '../../shared/errors.ts';
import { openProfile, sharedSpace } from '../helpers/exchange-profiles.ts';
import { seeded } from './random.ts';

export type FromPost =
  | { readonly type: 'made'; readonly revision: string; readonly text: string }
  /** named by the hub as stored durably */
  | { readonly type: 'acknowledged'; readonly ids: readonly string[] }
  | { readonly type: 'exchanged' }
  | { readonly type: 'refused'; readonly code: string };

const [folder = '', key = '', url = '', pin = '', seed = '0', once = ''] = process.argv.slice(2);
const random = seeded(Number(seed));
const tell = (message: FromPost): void => void process.send?.(message);
const { desk, close } = openProfile(folder, Buffer.from(key, 'hex'));
const hub = createHubCarrier(
  { url, pin },
  { signKey: Buffer.from(desk.post.publicKey).toString('base64'), sign: desk.post.sign },
  { random: () => random.below(1000) / 1000, wait: (_ms, signal) => after(5, undefined, signal ? { signal } : {}), tries: 2, patience: { connectMs: 2000, silenceMs: 5000 } },
);
const carrier: Carrier = {
  ...hub,
  push: async (space, envelopes, signal) => {
    const ids = await hub.push(space, envelopes, signal);
    tell({ type: 'acknowledged', ids });
    return ids;
  },
};
const documents: string[] = [];

function write(): void {
  const text = `${seed}-${random.below(2 ** 31)} ${'tekst '.repeat(random.below(600))}`.trim();
  const known = documents.length > 0 && random.below(3) > 0 ? documents[random.below(documents.length)] : undefined;
  const id = known ?? createRequest(desk, 'sample', {}).id;
  if (known === undefined) documents.push(id);
  saveRequest(desk, id, { 'effect.text': text });
  tell({ type: 'made', revision: reviseRequest(desk, id).id, text });
}

async function attempt(work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    tell({ type: 'refused', code: error.code });
    await after(5);
  }
}

const rounds = once === '' ? Number.POSITIVE_INFINITY : 1;
for (let round = 0; round < rounds; round += 1) {
  if (once === '') for (let count = random.below(12); count >= 0; count -= 1) await attempt(write);
  await attempt(async () => {
    await exchange(desk, carrier, sharedSpace, { tally: newTally() });
    tell({ type: 'exchanged' });
  });
}
hub.close();
close();
process.disconnect();
