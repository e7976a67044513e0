/** Exchange as the store process runs it: one at a time, over a real hub, with what the window hears. */
import { rmSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createRequest, openRequest, saveRequest } from '../../../db/documents/requests.ts';
import { readBundle, writeBundle } from '../../../db/exchange/bundle.ts';
import { addHub, type ExchangeEnd, hubStandings, removeHub } from '../../../db/exchange/hubs.ts';
import { invitationText, invite, join, ownCard, readCard } from '../../../db/exchange/invitations.ts';
import { makeSpace, setHome } from '../../../db/exchange/spaces.ts';
import { unsentOf } from '../../../db/exchange/run.ts';
import { createExchangeJobs } from '../../../electron/store/exchange-jobs.ts';
import type { BundleChoice } from '../../../shared/domain/exchange.ts';
import { events } from '../../../shared/contract.ts';
import { testHub } from '../../helpers/hub.ts';
import { type TestStore, codeOf, testStore } from '../../helpers/store.ts';

interface Heard {
  readonly name: string;
  readonly payload: Record<string, unknown>;
}

function jobsOf({ desk }: TestStore) {
  const heard: Heard[] = [];
  let next = Promise.withResolvers<ExchangeEnd>();
  const jobs = createExchangeJobs(
    desk,
    (name, payload) => {
      // what main would refuse in development
      expect(events[name].safeParse(payload).error, name).toBeUndefined();
      heard.push({ name, payload });
    },
    (_pin, end) => {
      next.resolve(end);
      next = Promise.withResolvers();
    },
  );
  onTestFinished(() => jobs.stop());
  return { jobs, heard, run: (pin: string): Promise<ExchangeEnd> => (jobs.run(pin), next.promise), nextEnd: () => next.promise };
}

async function twoPosts() {
  const hub = await testHub();
  const [anna, bram] = [testStore(), testStore()];
  const { id: space } = makeSpace(anna.desk, { kind: 'region', name: 'Samen' });
  setHome(anna.desk, space);
  const card = readCard(ownCard(bram.desk).text);
  invite(anna.desk, space, { card, role: 'editor', days: 7 });
  join(bram.desk, invitationText(anna.desk, space, card.signKey));
  for (const { desk } of [anna, bram]) addHub(desk, { url: hub.url, pin: hub.pin });
  return { hub, anna, bram, space };
}

test('what arrives is told with its reference and with who wrote it', async () => {
  const { hub, anna, bram, space } = await twoPosts();
  const { id, reference } = createRequest(anna.desk, 'sample', { 'effect.text': 'Dijk versterken' });
  expect(unsentOf(anna.desk, space)).toBeGreaterThan(0);
  expect(await jobsOf(anna).run(hub.pin)).toEqual({ state: 'done' });
  expect(unsentOf(anna.desk, space)).toBe(0);
  const { run, heard } = jobsOf(bram);
  expect(await run(hub.pin)).toEqual({ state: 'done' });
  expect(openRequest(bram.desk, id).values['effect.text']).toBe('Dijk versterken');
  expect(heard.filter(({ name }) => name === 'document.arrived').map(({ payload }) => payload)).toMatchObject([{ id, reference, kind: 'request', differs: false, by: anna.desk.post.identity.name }]);
  expect(heard.find(({ name }) => name === 'exchange.ended')?.payload).toMatchObject({ pin: hub.pin, report: { taken: 1, whole: true } });
  expect(hubStandings(bram.file)).toMatchObject([{ pin: hub.pin, state: 'done' }]);

  saveRequest(bram.desk, id, { 'effect.text': 'Dijk versterken bij Meerssen' });
  await run(hub.pin);
  const own = heard.filter(({ name }) => name === 'document.arrived').length;
  await run(hub.pin);
  expect(heard.filter(({ name }) => name === 'document.arrived')).toHaveLength(own);
});

test('one at a time: a person waits for no exchange that goes on by itself, and for every one that a person asked', async () => {
  const { hub, anna } = await twoPosts();
  const { jobs, nextEnd } = jobsOf(anna);
  const byItself = jobs.runByItself(hub.pin);
  const { job } = jobs.running() ?? { job: '' };
  expect(jobs.running()).toEqual({ job, pin: hub.pin, by: 'itself' });
  // the same hub: that one is theirs now
  expect(jobs.run(hub.pin)).toBe(job);
  expect(jobs.running()).toEqual({ job, pin: hub.pin, by: 'person' });
  expect(await codeOf(async () => jobs.run(hub.pin))).toBe('exchange.busy');
  expect(await byItself).toEqual({ state: 'done' });

  const other = await testHub();
  addHub(anna.desk, { url: other.url, pin: other.pin });
  const left = jobs.runByItself(hub.pin);
  jobs.run(other.pin);
  expect(await left).toEqual({ state: 'stopped' });
  expect(await nextEnd()).toEqual({ state: 'done' });
  expect(hubStandings(anna.file).map(({ pin, state }) => [pin, state])).toEqual([[hub.pin, 'stopped'], [other.pin, 'done']]);
  expect(jobs.isBusy()).toBe(false);
  expect(await codeOf(async () => jobs.run('NOWHERE'))).toBe('entry.unknown');
});

test('a failure is kept with its reason and since when, over what follows, until it went well again', async () => {
  const { hub, anna } = await twoPosts();
  const { run } = jobsOf(anna);
  createRequest(anna.desk, 'sample', { 'effect.text': 'Dijk versterken' });
  await run(hub.pin);
  await hub.stop();
  for (const name of ['hub.db', 'hub.db-wal', 'hub.db-shm']) rmSync(`${hub.data}/${name}`, { force: true });
  await testHub({ data: hub.data, port: hub.port });
  expect(await run(hub.pin)).toEqual({ state: 'failed', error: 'hub.lost' });
  const [first] = hubStandings(anna.file);
  expect(first).toMatchObject({ state: 'failed', error: 'hub.lost', failedSince: first?.endedAt });
  await run(hub.pin);
  expect(hubStandings(anna.file)).toMatchObject([{ error: 'hub.lost', failedSince: first?.failedSince, doneAt: first?.doneAt }]);
});

test('what is wrong in one space keeps no other from being exchanged', async () => {
  const { hub, anna, bram, space } = await twoPosts();
  await jobsOf(anna).run(hub.pin);
  // the hub takes no new space without a code
  await hub.stop();
  const guarded = await testHub({ data: hub.data, port: hub.port, admission: 'geheim' });
  const { id } = createRequest(anna.desk, 'sample', { 'effect.text': 'Dijk versterken' }, undefined, space);
  const own = makeSpace(anna.desk, { kind: 'command', name: 'Aparte ruimte' });
  createRequest(anna.desk, 'sample', { 'effect.text': 'Elders' }, undefined, own.id);
  expect(await jobsOf(anna).run(guarded.pin)).toEqual({ state: 'failed', error: 'hub.admission' });
  expect(unsentOf(anna.desk, space)).toBe(0);
  await jobsOf(bram).run(guarded.pin);
  expect(openRequest(bram.desk, id).values['effect.text']).toBe('Dijk versterken');
  addHub(anna.desk, { url: guarded.url, pin: guarded.pin, admission: 'geheim' });
  expect(await jobsOf(anna).run(guarded.pin)).toEqual({ state: 'done' });
});

test('a file tells how far it is; broken off it leaves no file that counts, and what was read stays', async () => {
  const { anna, bram, space } = await twoPosts();
  for (let number = 0; number < 3; number += 1) createRequest(anna.desk, 'sample', { 'effect.text': `Dijk ${number}` });
  const { jobs, heard } = jobsOf(anna);
  const choice: BundleChoice = { spaces: [{ spaceId: space }], what: 'all' };
  const stick = joinPath(anna.folder, 'stick.steunpunt');
  expect(await jobs.withFile('sending', (work) => writeBundle(anna.desk, stick, choice, work))).toMatchObject({ envelopes: 3 });
  const told = heard.flatMap(({ name, payload }) => (name === 'exchange.progress' ? [payload] : []));
  expect(told.map(({ phase, done, total }) => [phase, done, total])).toEqual([['sending', 3, 3], ['done', 0, 0]]);

  const broken = jobs.withFile('sending', (work) =>
    writeBundle(anna.desk, joinPath(anna.folder, 'half'), choice, {
      ...work,
      onProgress: (...how) => {
        work.onProgress?.(...how);
        jobs.cancel(String(heard.at(-1)?.payload['job']));
      },
    }),
  );
  expect(jobs.isBusy()).toBe(true);
  expect(await codeOf(() => broken)).toBe('exchange.cancelled');
  expect(jobs.isBusy()).toBe(false);
  expect(heard.at(-1)?.payload).toMatchObject({ phase: 'cancelled' });

  // a post that closes waits for what is read
  const other = jobsOf(bram).jobs;
  const reading = other.withFile('receiving', (work) => readBundle(bram.desk, stick, work));
  await other.stop();
  expect(await reading).toMatchObject({ taken: 3 });
});

test('a fingerprint is known however it was typed, and nothing else passes for one', async () => {
  const { anna } = await twoPosts();
  const [{ pin, url } = { pin: '', url: '' }] = hubStandings(anna.file);
  addHub(anna.desk, { url: `${url}/keeper`, pin: pin.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l') });
  expect(hubStandings(anna.file)).toMatchObject([{ pin, url }]);
  expect(await codeOf(async () => addHub(anna.desk, { url, pin: pin.slice(1) }))).toBe('input.invalid');
  removeHub(anna.desk, pin);
  expect(hubStandings(anna.file)).toEqual([]);
});
