/** The store process dies, hangs, is locked and closed: what the link makes of it, with a process made by the test. */
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type StoreLink, type StoreProcess, type StoreState, createStoreLink } from '../../../electron/main/store-link.ts';
import type { FromStore, ToStore } from '../../../electron/store/port.ts';

class FakeStore extends EventEmitter {
  readonly received: ToStore[] = [];
  /** none: nothing here may be killed by number */
  readonly pid = undefined;
  gone = false;
  /** answers by itself: started, closed; calls stay open until the test says */
  obedient: boolean;

  constructor(obedient: boolean) {
    super();
    this.obedient = obedient;
  }

  postMessage(message: ToStore): void {
    this.received.push(message);
    if (!this.obedient) return;
    if (message.type === 'start') queueMicrotask(() => this.say({ type: 'started' }));
    if (message.type === 'close') {
      queueMicrotask(() => {
        this.say({ type: 'closed' });
        this.die(0);
      });
    }
  }

  say(message: FromStore): void {
    this.emit('message', message);
  }

  die(code = 1): void {
    if (this.gone) return;
    this.gone = true;
    this.emit('exit', code);
  }

  kill(): boolean {
    this.die(15);
    return true;
  }

  /** the calls it got, oldest first */
  get calls(): Extract<ToStore, { type: 'call' }>[] {
    return this.received.filter((message) => message.type === 'call');
  }

  get start(): Extract<ToStore, { type: 'start' }> {
    const message = this.received[0];
    if (message?.type !== 'start') throw new Error('the first message is not start');
    return message;
  }
}

let forked: FakeStore[];
let states: StoreState[];
let obedient: boolean;
let link: StoreLink;
const last = (): FakeStore => forked.at(-1)!;
const answerAll = (store: FakeStore, value: unknown): void => {
  for (const { id } of store.calls) store.say({ type: 'reply', id, result: { ok: true, value } });
};

beforeEach(async () => {
  vi.useFakeTimers();
  forked = [];
  states = [];
  obedient = true;
  link = createStoreLink({
    fork: () => {
      const store = new FakeStore(obedient);
      forked.push(store);
      return store as unknown as StoreProcess;
    },
    profileDir: '/profile',
    packsDir: '/packs',
    holdsPost: () => true,
    onEvent: () => {},
    onState: (state) => states.push(state),
    print: async (html) => {
      if (html === '') throw new Error('no page');
      return Buffer.from(`%PDF ${html}`);
    },
    log: () => {},
  });
  await vi.advanceTimersByTimeAsync(0);
});
afterEach(() => vi.useRealTimers());

describe('a store process that asks for a page', () => {
  it('gets it printed, or hears that it cannot be', async () => {
    last().say({ type: 'print', print: 4, html: 'een' });
    last().say({ type: 'print', print: 5, html: '' });
    await vi.advanceTimersByTimeAsync(0);
    expect(last().received.slice(1)).toEqual([
      { type: 'printed', print: 4, result: { ok: true, value: Buffer.from('%PDF een') } },
      { type: 'printed', print: 5, result: { ok: false, error: { code: 'export.failed', message: 'printing failed' } } },
    ]);
  });
});

describe('the state of the post', () => {
  it('is told while a process is still to start, since without a key none can be open; nothing else is', async () => {
    obedient = false;
    last().die();
    await vi.advanceTimersByTimeAsync(100);
    const listed = link.call('request.list', {});
    expect(await link.call('post.status', {})).toEqual({ ok: true, value: { state: 'locked' } });
    expect(last().calls).toEqual([]);
    last().say({ type: 'started' });
    void link.call('post.status', {});
    await vi.advanceTimersByTimeAsync(0);
    expect(last().calls.map(({ name }) => name)).toEqual(['request.list', 'post.status']);
    answerAll(last(), []);
    await listed;
  });

  it('waits for the process that goes on with an open post', async () => {
    last().say({ type: 'sealedKey', sealedKey: new Uint8Array(8) });
    obedient = false;
    last().die();
    await vi.advanceTimersByTimeAsync(100);
    const asked = link.call('post.status', {});
    last().say({ type: 'started' });
    answerAll(last(), { state: 'open' });
    expect(await asked).toEqual({ ok: true, value: { state: 'open' } });
  });
});

describe('a store process that dies', () => {
  it('is started again, and the window is told', async () => {
    last().die();
    await vi.advanceTimersByTimeAsync(100);
    expect(forked).toHaveLength(2);
    expect(states).toEqual([
      { state: 'starting', restarts: 0 },
      { state: 'ready', restarts: 0 },
      { state: 'restarting', restarts: 1 },
      { state: 'ready', restarts: 1 },
    ]);
  });

  it('gets a repeatable call again', async () => {
    const result = link.call('request.save', { id: 'x', changes: {} });
    last().die();
    await vi.advanceTimersByTimeAsync(100);
    answerAll(last(), { seq: 3 });
    expect(await result).toEqual({ ok: true, value: { seq: 3 } });
    expect(last().calls[0]).toMatchObject({ name: 'request.save', input: { id: 'x', changes: {} } });
  });

  it('does not get a call again that would be done twice', async () => {
    const result = link.call('request.create', { templateId: 'wvr-51' });
    last().die();
    expect(await result).toMatchObject({ ok: false, error: { code: 'store.down' } });
    await vi.advanceTimersByTimeAsync(100);
    expect(last().calls).toEqual([]);
  });

  it('does not get a call for ever that kills it', async () => {
    const result = link.call('request.list', {});
    for (let death = 0; death < 2; death += 1) {
      last().die();
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(await result).toMatchObject({ ok: false, error: { code: 'store.down' } });
  });

  it('gets calls that came while it was away, also those that are made once', async () => {
    last().die();
    const result = link.call('request.create', { templateId: 'wvr-51' });
    await vi.advanceTimersByTimeAsync(100);
    answerAll(last(), {});
    expect(await result).toMatchObject({ ok: true });
  });

  it('gets the key of the unlocked stretch back: the seal and what it sealed', async () => {
    last().say({ type: 'sealedKey', sealedKey: new Uint8Array([1, 2, 3]) });
    const { seal } = last().start;
    expect(last().start.sealedKey).toBeUndefined();
    last().die();
    await vi.advanceTimersByTimeAsync(100);
    expect(last().start.seal).toEqual(seal);
    expect(last().start.sealedKey).toEqual(new Uint8Array([1, 2, 3]));
  });

  it('is told as failed when it keeps dying, answers at once then, and is tried further', async () => {
    obedient = false;
    for (let death = 0; death < 5; death += 1) {
      last().die();
      await vi.advanceTimersByTimeAsync(10_000);
    }
    expect(states.at(-1)).toEqual({ state: 'failed', restarts: 5 });
    expect(await link.call('post.status', {})).toMatchObject({ ok: false, error: { code: 'store.down' } });
    expect(forked).toHaveLength(6);
    last().say({ type: 'started' });
    expect(states.at(-1)).toEqual({ state: 'ready', restarts: 5 });
  });

  it('is ended when it does not start in time', async () => {
    obedient = false;
    last().die();
    await vi.advanceTimersByTimeAsync(100);
    const hanging = last();
    await vi.advanceTimersByTimeAsync(31_000);
    expect(hanging.gone).toBe(true);
    expect(forked).toHaveLength(3);
  });

  it('is not heard any more', async () => {
    const old = last();
    const result = link.call('post.status', {});
    const { id } = old.calls[0]!;
    old.die();
    await vi.advanceTimersByTimeAsync(100);
    old.say({ type: 'reply', id, result: { ok: true, value: 'of the dead' } });
    answerAll(last(), 'of the living');
    expect(await result).toEqual({ ok: true, value: 'of the living' });
  });
});

describe('lock', () => {
  it('ends the process, wipes both halves of the key and starts a process that knows neither', async () => {
    const sealedKey = new Uint8Array([1, 2, 3]);
    last().say({ type: 'sealedKey', sealedKey });
    const old = last();
    const { seal } = old.start;
    const before = Uint8Array.from(seal);
    const locked = link.lock();
    await vi.advanceTimersByTimeAsync(200);
    await locked;
    expect(old.gone).toBe(true);
    expect(before.some((byte) => byte !== 0)).toBe(true);
    expect(seal).toEqual(new Uint8Array(32));
    expect(sealedKey).toEqual(new Uint8Array(3));
    expect(last()).not.toBe(old);
    expect(last().start.sealedKey).toBeUndefined();
    expect(last().start.seal).not.toEqual(before);
  });

  it('counts as no death', async () => {
    const locked = link.lock();
    await vi.advanceTimersByTimeAsync(200);
    await locked;
    expect(states.at(-1)).toEqual({ state: 'ready', restarts: 0 });
  });

  it('ends a process that does not listen', async () => {
    const old = last();
    old.obedient = false;
    const locked = link.lock();
    await vi.advanceTimersByTimeAsync(7000);
    await locked;
    expect(old.gone).toBe(true);
  });

  it('answers what was open with post.locked, and gives what came meanwhile to the new process', async () => {
    const old = last();
    const open = link.call('request.create', { templateId: 'wvr-51' });
    const locked = link.lock();
    const meanwhile = link.call('post.status', {});
    await vi.advanceTimersByTimeAsync(200);
    await locked;
    expect(await open).toMatchObject({ ok: false, error: { code: 'post.locked' } });
    expect(old.calls).toHaveLength(1);
    answerAll(last(), { state: 'locked' });
    expect(await meanwhile).toEqual({ ok: true, value: { state: 'locked' } });
  });

  it('asked twice at once is done once', async () => {
    const both = Promise.all([link.lock(), link.lock()]);
    await vi.advanceTimersByTimeAsync(200);
    await both;
    expect(forked).toHaveLength(2);
  });
});

it('close ends the process, starts none, and answers no more', async () => {
  const open = link.call('request.create', { templateId: 'wvr-51' });
  const { seal } = last().start;
  const closed = link.close();
  await vi.advanceTimersByTimeAsync(200);
  await closed;
  expect(await open).toMatchObject({ ok: false, error: { code: 'store.down' } });
  expect(await link.call('post.status', {})).toMatchObject({ ok: false, error: { code: 'store.down' } });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(forked).toHaveLength(1);
  expect(seal).toEqual(new Uint8Array(32));
});
