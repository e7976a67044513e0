/** 'This post is the hub': its process starts, fails, dies, moves to another network and is stopped, with a process made by the test. */
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FromHub } from '../../../electron/hub/entry-messages.ts';
import { introduceHub } from '../../../electron/main/introduce-hub.ts';
import { createOwnHub, type HubProcess } from '../../../electron/main/own-hub.ts';
import type { OwnHub } from '../../../shared/domain/own-hub.ts';
import { codeOf, temporaryFolder } from '../../helpers/store.ts';

class FakeHub extends EventEmitter {
  readonly port: number;
  stopAsked = false;
  constructor(args: readonly string[]) {
    super();
    this.port = Number(args[args.indexOf('--port') + 1]);
  }
  postMessage(message: unknown): void {
    this.stopAsked = (message as { type: string }).type === 'stop';
    queueMicrotask(() => this.emit('exit', 0));
  }
  kill(): boolean {
    this.emit('exit', 15);
    return true;
  }
  say(message: FromHub): void {
    this.emit('message', message);
  }
  ready(addresses = [`https://192.168.1.5:${this.port}`]): void {
    this.say({ type: 'ready', port: this.port, pin: 'ABCD', addresses, keeperCode: 'CODE' });
  }
}

let forked: FakeHub[];
let states: OwnHub[];
const last = (): FakeHub => {
  const hub = forked.at(-1);
  if (!hub) throw new Error('no hub was started');
  return hub;
};

function make(folder = temporaryFolder()) {
  return createOwnHub({
    fork: (args) => {
      expect(args).toContain(folder);
      const hub = new FakeHub(args);
      forked.push(hub);
      return hub as unknown as HubProcess;
    },
    folder,
    now: () => new Date('2026-11-22T09:00:00Z'),
    onState: (state) => states.push(state),
    log: () => {},
  });
}

beforeEach(() => {
  forked = [];
  states = [];
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => void vi.useRealTimers());

it('runs at the port that was asked, tells where, follows the machine into another network, and remembers the port', async () => {
  const folder = temporaryFolder();
  const hub = make(folder);
  expect(hub.status()).toEqual({ state: 'stopped', port: 8443 });
  const started = hub.start(9000);
  last().ready();
  const running = { state: 'running', port: 9000, pin: 'ABCD', addresses: ['https://192.168.1.5:9000'], keeperCode: 'CODE', since: '2026-11-22T09:00:00.000Z' };
  expect(await started).toEqual(running);
  expect(await hub.start(9001)).toEqual(running);
  expect(forked).toHaveLength(1);
  last().ready(['https://10.0.0.2:9000']);
  expect(states.map(({ state }) => state)).toEqual(['starting', 'running', 'running']);
  expect(hub.status()).toMatchObject({ addresses: ['https://10.0.0.2:9000'] });
  expect(await hub.stop()).toEqual({ state: 'stopped', port: 9000 });
  expect(last().stopAsked).toBe(true);
  expect(make(folder).status()).toEqual({ state: 'stopped', port: 9000 });
});

it('a start that fails says why, and the next may go well', async () => {
  const hub = make();
  const failed = hub.start(9000);
  last().say({ type: 'failed', error: { code: 'hub.port', message: 'taken' } });
  last().emit('exit', 1);
  expect(await codeOf(() => failed)).toBe('hub.port');
  expect(hub.status()).toEqual({ state: 'stopped', port: 9000 });
  const silent = hub.start();
  last().emit('exit', 3);
  expect(await codeOf(() => silent)).toBe('hub.ended');
  const well = hub.start();
  last().ready();
  expect(await well).toMatchObject({ state: 'running', port: 9000 });
});

it('a process that dies is started again at the same port; one that keeps dying stays down and says so', async () => {
  const hub = make();
  const started = hub.start(9000);
  last().ready();
  await started;
  for (let death = 1; death <= 3; death += 1) {
    last().emit('exit', 1);
    expect(hub.status()).toEqual({ state: 'starting', port: 9000 });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(forked).toHaveLength(death + 1);
    last().ready();
    await vi.advanceTimersByTimeAsync(0);
    expect(hub.status()).toMatchObject({ state: 'running' });
  }
  last().emit('exit', 1);
  expect(hub.status()).toEqual({ state: 'stopped', port: 9000, error: 'hub.ended' });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(forked).toHaveLength(4);
});

it('one that was stopped while it waited to start again stays stopped', async () => {
  const hub = make();
  const started = hub.start(9000);
  last().ready();
  await started;
  last().emit('exit', 1);
  expect(await hub.stop()).toEqual({ state: 'stopped', port: 9000 });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(forked).toHaveLength(1);
});

it('a hub that was on when the application ended comes up with it and says so; one that was stopped stays off', async () => {
  const folder = temporaryFolder();
  const before = make(folder);
  const started = before.start(9000);
  last().ready();
  await started;
  await before.close();
  const again = make(folder);
  const resumed = again.resume();
  last().ready();
  await resumed;
  expect(again.status()).toMatchObject({ state: 'running', port: 9000, resumed: true });
  await again.close();

  // it cannot: that is said, and it is tried with the next start too, until a person says no
  const taken = make(folder);
  const failing = taken.resume();
  last().say({ type: 'failed', error: { code: 'hub.port', message: 'taken' } });
  last().emit('exit', 1);
  await failing;
  expect(taken.status()).toEqual({ state: 'stopped', port: 9000, error: 'hub.port' });
  expect(await taken.stop()).toEqual({ state: 'stopped', port: 9000 });
  const count = forked.length;
  await make(folder).resume();
  expect(forked).toHaveLength(count);
});

it('the post adds its hub, as soon as it is open and once for each set of addresses; what a person made of it stays', async () => {
  const added: unknown[] = [];
  let known: { pin: string; url: string }[] = [];
  let locked = true;
  const introduce = introduceHub({
    call: async (name, input) => {
      if (locked) return { ok: false, error: { code: 'post.locked', message: '' } };
      if (name === 'exchange.addHub') added.push(input);
      return { ok: true, value: name === 'exchange.status' ? { hubs: known } : {} };
    },
  });
  const running = (addresses: string[]): OwnHub => ({ state: 'running', port: 9000, pin: 'ABCD', addresses, keeperCode: 'CODE', since: '2026-11-22T09:00:00.000Z' });
  introduce(running(['https://a:9000', 'https://b:9000']));
  await vi.advanceTimersByTimeAsync(20_000);
  expect(added).toEqual([]);
  locked = false;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(added).toEqual([{ url: 'https://a:9000', pin: 'ABCD' }]);
  // taken out by a person
  introduce(running(['https://a:9000', 'https://b:9000']));
  await vi.advanceTimersByTimeAsync(20_000);
  expect(added).toHaveLength(1);
  // a person chose the other address
  known = [{ pin: 'ABCD', url: 'https://b:9000' }];
  introduce({ state: 'stopped', port: 9000 });
  introduce(running(['https://a:9000', 'https://b:9000']));
  await vi.advanceTimersByTimeAsync(20_000);
  expect(added).toHaveLength(1);
  introduce(running(['https://c:9000']));
  await vi.advanceTimersByTimeAsync(0);
  expect(added.at(-1)).toEqual({ url: 'https://c:9000', pin: 'ABCD' });
});
