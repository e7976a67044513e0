/** Posts with real stores that exchange through a real hub. */
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { createRequest, openRequest, saveRequest } from '../../../db/documents/requests.ts';
import { exchange, startAnew } from '../../../db/exchange/run.ts';
import { type Tally, newTally } from '../../../db/exchange/tally.ts';
import { type OpenProfile, makeProfiles, openProfile, sharedSpace } from '../../helpers/exchange-profiles.ts';
import { type TestHub, testCarrier, testHub } from '../../helpers/hub.ts';
import { codeOf, temporaryFolder } from '../../helpers/store.ts';

function twoPosts(): OpenProfile[] {
  const key = randomBytes(32);
  const opened = makeProfiles(temporaryFolder(), 2, key).map((folder) => openProfile(folder, key));
  onTestFinished(() => opened.forEach(({ close }) => close()));
  return opened;
}

/** As the application does it: a carrier of its own each time. */
async function withHub({ desk }: OpenProfile, hub: Pick<TestHub, 'url' | 'pin'>): Promise<Tally> {
  const tally = newTally();
  const carrier = testCarrier(hub, { signKey: Buffer.from(desk.post.publicKey).toString('base64'), sign: desk.post.sign });
  await exchange(desk, carrier, sharedSpace, { tally });
  carrier.close();
  return tally;
}

test('what one post wrote reaches the other through the hub, and nothing comes back to who brought it', async () => {
  const hub = await testHub();
  const [anna, bram] = twoPosts();
  if (!anna || !bram) throw new Error('no posts');
  const { id } = createRequest(anna.desk, 'sample', { 'effect.text': 'Dijk versterken' });
  await withHub(anna, hub);
  expect((await withHub(bram, hub)).numbers).toMatchObject({ taken: 1, known: 0 });
  expect(openRequest(bram.desk, id).values['effect.text']).toBe('Dijk versterken');
  expect((await withHub(anna, hub)).numbers.received).toBe(0);

  saveRequest(bram.desk, id, { 'effect.text': 'Dijk versterken bij Meerssen' });
  await withHub(bram, hub);
  expect((await withHub(bram, hub)).numbers.received).toBe(0);
  expect((await withHub(anna, hub)).numbers).toMatchObject({ received: 1, taken: 1 });
  expect(openRequest(anna.desk, id).values['effect.text']).toBe('Dijk versterken bij Meerssen');
});

test('a hub that was emptied is filled again by any post, also with what others had made', async () => {
  const hub = await testHub();
  const [anna, bram] = twoPosts();
  if (!anna || !bram) throw new Error('no posts');
  const { id } = createRequest(anna.desk, 'sample', { 'effect.text': 'Dijk versterken' });
  await withHub(anna, hub);
  await withHub(bram, hub);
  await hub.stop();
  for (const name of ['hub.db', 'hub.db-wal', 'hub.db-shm']) rmSync(`${hub.data}/${name}`, { force: true });
  const emptied = await testHub({ data: hub.data, port: hub.port });
  expect(await codeOf(() => withHub(bram, emptied))).toBe('hub.lost');
  bram.file.atomically(() => startAnew(bram.desk, `hub:${hub.pin}`));
  await withHub(bram, emptied);
  anna.file.atomically(() => startAnew(anna.desk, `hub:${hub.pin}`));
  expect((await withHub(anna, emptied)).numbers).toMatchObject({ received: 1, known: 1 });
  expect(openRequest(anna.desk, id).values['effect.text']).toBe('Dijk versterken');
});

test('another hub at the same address, or one that was emptied, stops the exchange and changes nothing', async () => {
  const hub = await testHub();
  const [anna] = twoPosts();
  if (!anna) throw new Error('no post');
  createRequest(anna.desk, 'sample', { 'effect.text': 'Dijk versterken' });
  await withHub(anna, hub);
  await hub.stop();
  const other = await testHub({ port: hub.port });
  expect(await codeOf(() => withHub(anna, hub))).toBe('hub.stranger');
  await other.stop();
  for (const name of ['hub.db', 'hub.db-wal', 'hub.db-shm']) rmSync(`${hub.data}/${name}`, { force: true });
  const emptied = await testHub({ data: hub.data, port: hub.port });
  expect(emptied.pin).toBe(hub.pin);
  expect(await codeOf(() => withHub(anna, hub))).toBe('hub.lost');
});
