/** The exchange of a post that is open: what a person asks for, and what goes on by itself. It ends with the post. */
import { networkInterfaces } from 'node:os';
import type { Desk } from '../../db/documents/desk.ts';
import { spaces, writes } from '../../db/documents/spaces.ts';
import { exchangesByItself, hubStandings } from '../../db/exchange/hubs.ts';
import { unsentOf } from '../../db/exchange/run.ts';
import type { HubStanding } from '../../shared/domain/exchange.ts';
import { createSelfExchange, type SelfExchange } from './exchange-by-itself.ts';
import { type ExchangeJobs, createExchangeJobs } from './exchange-jobs.ts';
import { log } from './log.ts';
import type { Emit } from './port.ts';

export interface Exchanging extends Pick<ExchangeJobs, 'run' | 'cancel' | 'running' | 'withFile'>, Pick<SelfExchange, 'changed' | 'soon'> {
  readonly hubs: () => HubStanding[];
  /** resolves when nothing of it touches the store any more */
  readonly stop: () => Promise<void>;
}

export function startExchanging(desk: Desk, emit: Emit): Exchanging {
  const jobs = createExchangeJobs(desk, emit, (pin, end) => itself.ended(pin, end));
  const itself = createSelfExchange(
    {
      isOn: () => exchangesByItself(desk.file),
      hubs: () => hubStandings(desk.file),
      isBusy: jobs.isBusy,
      hasUnsent: () => spaces(desk.file).some((space) => writes(space) && unsentOf(desk, space.id) > 0),
      exchange: jobs.runByItself,
      failed: (error) => log('exchange by itself failed', error),
    },
    {
      now: () => performance.now(),
      after: (ms, work) => {
        const timer = setTimeout(work, ms).unref();
        return () => clearTimeout(timer);
      },
      random: Math.random,
      network: () =>
        Object.values(networkInterfaces())
          .flatMap((list) => list ?? [])
          .filter(({ internal }) => !internal)
          .map(({ address }) => address)
          .join(' '),
    },
  );
  return {
    run: jobs.run,
    cancel: jobs.cancel,
    running: jobs.running,
    withFile: jobs.withFile,
    changed: itself.changed,
    soon: itself.soon,
    hubs: () =>
      hubStandings(desk.file).map((standing) => {
        const inMs = itself.nextIn(standing.pin);
        return { ...standing, ...(inMs === undefined ? {} : { nextAt: new Date(desk.now().getTime() + inMs).toISOString() }) };
      }),
    stop: async () => {
      itself.stop();
      await jobs.stop();
    },
  };
}
