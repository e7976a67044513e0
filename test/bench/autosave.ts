/**
 * From the call `request.save` to its acknowledgement, which comes only when the change is durable, beside the bare floor: one row
 * committed durably in the same encrypted file by the same driver, with nothing around it. Through the store's port and through the
 * whole application, so that it shows which part costs what.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { appClient } from '../helpers/client.ts';
import { startApp } from '../helpers/app.ts';
import { startStore } from '../helpers/store-process.ts';
import { connect, sql } from '../../db/file/driver.ts';
import { unwrapWithPassphrase } from '../../db/file/keys.ts';
import { keyFileName, storeFileName } from '../../db/file/profile.ts';
import { type Bench, beside, quantile, rounded } from './figure.ts';
import { makePost, passphrase } from './post.ts';

const saves = 2_000;
const text = (index: number): string => `Dijkdoorbraak langs de Geul voorkomen en bewoners in veiligheid brengen, versie ${index}. `.repeat(3).trim();

async function timed(times: number, act: (index: number) => unknown): Promise<number[]> {
  const taken: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const started = performance.now();
    await act(index);
    taken.push(performance.now() - started);
  }
  return taken.slice(Math.floor(times / 10)); // the first tenth warms up
}

async function bareCommit(profile: string): Promise<number[]> {
  const name = path.join(profile, storeFileName);
  if (!existsSync(name)) throw new Error('no store to measure');
  const file = connect(name, { key: await unwrapWithPassphrase(path.join(profile, keyFileName), passphrase), patienceMs: 1000 });
  try {
    file.pragma('journal_mode = WAL');
    file.pragma('synchronous = FULL');
    file.run(sql`CREATE TABLE IF NOT EXISTS bench_row (id INTEGER PRIMARY KEY, text TEXT NOT NULL)`);
    file.run(sql`INSERT OR REPLACE INTO bench_row (id, text) VALUES (1, '')`);
    const taken = await timed(saves, (index) => file.run(sql`UPDATE bench_row SET text = ${text(index)} WHERE id = 1`));
    file.run(sql`DROP TABLE bench_row`);
    return taken;
  } finally {
    file.close();
  }
}

async function throughStore(profile: string, id: string): Promise<number[]> {
  const store = await startStore({ profileDir: profile });
  try {
    await store.call('post.unlock', { passphrase });
    return await timed(saves, (index) => store.call('request.save', { id, changes: { 'effect.text': text(index) } }));
  } finally {
    await store.close();
  }
}

async function throughApplication(profile: string, id: string): Promise<number[]> {
  const app = await startApp({ profile });
  try {
    const client = await appClient(app);
    await client.must('post.unlock', { passphrase });
    const taken = await timed(saves, (index) => client.must('request.save', { id, changes: { 'effect.text': text(index) } }));
    client.leave();
    return taken;
  } finally {
    await app.stop();
  }
}

export const autosave: Bench = {
  name: 'autosave',
  async measure({ folder }) {
    const profile = path.join(folder, 'autosave-profile');
    const id = await makePost(profile);
    const floorBefore = await bareCommit(profile);
    const store = await throughStore(profile, id);
    const application = await throughApplication(profile, id);
    const floor = [...floorBefore, ...(await bareCommit(profile))];
    const size = `${saves} saves of 260 characters`;
    const peer = (share: number) => ({ what: 'bare durable commit of one row in the same file', value: quantile(floor, share) });
    return [
      beside({ id: 'autosave.acknowledged.p99', what: 'autosave acknowledged by the store process, p99', unit: 'ms', value: quantile(store, 0.99), size }, peer(0.99), 4),
      beside({ id: 'autosave.acknowledged.p50', what: 'autosave acknowledged by the store process, p50', unit: 'ms', value: quantile(store, 0.5), size }, peer(0.5)),
      beside({ id: 'autosave.application.p99', what: 'autosave through gate and main as the window calls it (here: HTTP of the stand-in), p99', unit: 'ms', value: quantile(application, 0.99), size }, peer(0.99)),
      { id: 'autosave.application.p50', what: 'the same, p50', unit: 'ms', value: rounded(quantile(application, 0.5)), size },
    ];
  },
};
