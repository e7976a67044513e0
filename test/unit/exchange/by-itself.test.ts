/** Exchange that nobody asks for, on a clock that the test holds. */
import { expect, test } from 'vitest';
import type { ExchangeEnd } from '../../../db/exchange/hubs.ts';
import { createSelfExchange, pace } from '../../../electron/store/exchange-by-itself.ts';
import type { ErrorCode } from '../../../shared/errors.ts';

const second = 1_000;

function atDesk(first: Partial<World> = {}) {
  const world: World = { on: true, hubs: [{ pin: 'hub' }], busy: false, unsent: true, network: 'lan', end: { state: 'done' }, breaks: false, ...first };
  let now = 0;
  let timers: { readonly at: number; readonly work: () => void }[] = [];
  const asked: string[] = [];
  const itself = createSelfExchange(
    {
      isOn: () => world.on,
      hubs: () => world.hubs,
      isBusy: () => world.busy,
      hasUnsent: () => world.unsent,
      exchange: async (pin) => {
        asked.push(`${pin} ${now / second}`);
        if (world.breaks) throw new Error('should not happen');
        return world.end;
      },
      failed: (error) => {
        if (!world.breaks) throw error;
      },
    },
    {
      now: () => now,
      after: (ms, work) => {
        const timer = { at: now + ms, work };
        timers.push(timer);
        return () => {
          timers = timers.filter((one) => one !== timer);
        };
      },
      // the middle: a pause is neither longer nor shorter than it is called
      random: () => 0.5,
      network: () => world.network,
    },
  );
  return {
    world,
    itself,
    /** lets time pass; gives what was asked in it, with the second at which it was */
    pass: async (ms: number): Promise<string[]> => {
      const until = now + ms;
      asked.length = 0;
      for (;;) {
        const next = timers.filter(({ at }) => at <= until).toSorted((one, other) => one.at - other.at)[0];
        if (!next) break;
        timers = timers.filter((one) => one !== next);
        now = Math.max(now, next.at);
        next.work();
        // what it answers is a promise or two away
        for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
      }
      now = until;
      return [...asked];
    },
  };
}

interface World {
  on: boolean;
  hubs: { pin: string; error?: ErrorCode }[];
  busy: boolean;
  unsent: boolean;
  network: string;
  end: ExchangeEnd;
  breaks: boolean;
}

test('a post that opens exchanges after a moment, and then every so often', async () => {
  const { pass } = atDesk();
  expect(await pass(100 * second)).toEqual(['hub 2', 'hub 32', 'hub 62', 'hub 92']);
});

test('what is typed goes when the typing pauses; who does not pause does not keep it from going', async () => {
  const { pass, itself } = atDesk();
  await pass(3 * second);
  itself.changed();
  expect(await pass(4 * second)).toEqual([]);
  itself.changed();
  expect(await pass(5 * second)).toEqual(['hub 12']);
  const went: string[] = [];
  for (let tick = 0; tick < 40; tick += 1) {
    itself.changed();
    went.push(...(await pass(second)));
  }
  expect(went).toEqual(['hub 42']);
});

test('a change that every post has already is no reason', async () => {
  const { pass, itself, world } = atDesk({ unsent: false });
  await pass(3 * second);
  itself.changed();
  expect(await pass(10 * second)).toEqual([]);
  world.unsent = true;
  itself.changed();
  expect(await pass(5 * second)).toEqual(['hub 18']);
});

test('a hub that fails is asked less and less often, typing changes nothing of that, and another network makes it try at once', async () => {
  const { pass, itself, world } = atDesk({ end: { state: 'failed', error: 'hub.unreachable' } });
  expect(await pass(3 * second)).toEqual(['hub 2']);
  expect(itself.nextIn('hub')).toBe(29 * second);
  itself.changed();
  // 30, 60, 120, 240 and then 300 seconds apart
  expect(await pass(1_200 * second)).toEqual(['hub 32', 'hub 92', 'hub 212', 'hub 452', 'hub 752', 'hub 1052']);
  world.network = 'lan 10.0.0.7';
  world.end = { state: 'done' };
  expect(await pass(pace.look)).toHaveLength(1);
  expect(itself.nextIn('hub')).toBeUndefined();
  expect(await pass(pace.every)).toHaveLength(1);
});

test('a hub that lost what it held is left alone until a person has said what to do', async () => {
  const { pass, itself, world } = atDesk({ hubs: [{ pin: 'lost', error: 'hub.lost' }, { pin: 'other' }] });
  itself.changed();
  expect(await pass(40 * second)).toEqual(['other 2', 'other 5', 'other 35']);
  world.hubs = [{ pin: 'lost' }, { pin: 'other' }];
  itself.soon();
  expect((await pass(second)).toSorted()).toEqual(['lost 40', 'other 40']);
});

test('while something else goes on nothing begins; what was asked for meanwhile begins after it', async () => {
  const { pass, itself, world } = atDesk({ busy: true });
  itself.soon();
  expect(await pass(60 * second)).toEqual([]);
  world.busy = false;
  expect(await pass(2 * second)).toEqual(['hub 61', 'hub 61']);
  // an exchange by a person counts as one: the next comes a pause later
  await pass(10 * second);
  itself.ended('hub', { state: 'done' });
  expect(await pass(pace.every - second)).toEqual([]);
  expect(await pass(second)).toHaveLength(1);
});

test('after a person cancelled it rests, and says for how long', async () => {
  const { pass, itself } = atDesk();
  await pass(3 * second);
  itself.ended('hub', { state: 'stopped' });
  itself.changed();
  expect(itself.nextIn('hub')).toBe(pace.stopped);
  expect(await pass(pace.stopped - second)).toEqual([]);
  expect(await pass(second)).toHaveLength(1);
});

test('what should not happen is tried again after a pause', async () => {
  const { pass, world } = atDesk({ breaks: true });
  expect(await pass(40 * second)).toEqual(['hub 2', 'hub 32']);
  world.breaks = false;
  expect(await pass(60 * second)).toEqual(['hub 92']);
});

test('turned off, or without a hub, it does nothing; turned on it begins at once', async () => {
  const { pass, itself, world } = atDesk({ on: false });
  itself.changed();
  expect(await pass(100 * second)).toEqual([]);
  world.on = true;
  itself.soon();
  expect(await pass(second)).toEqual(['hub 100']);
  itself.stop();
  expect(await pass(100 * second)).toEqual([]);
  expect(await atDesk({ hubs: [] }).pass(100 * second)).toEqual([]);
});
