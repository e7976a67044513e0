/**
 * Exchange that nobody asks for: with every hub that this post knows, soon after something was changed here and every so often for what
 * others changed. No network is no event: a hub that fails is asked less and less often, and at once when the network of this machine
 * changes. A hub that lost what it held waits for a person.
 */
import type { ExchangeEnd } from '../../db/exchange/hubs.ts';
import type { HubStanding } from '../../shared/domain/exchange.ts';

/** Milliseconds. */
export const pace = {
  /** after the post was opened */
  first: 2_000,
  /** after the last change: most are followed by another */
  change: 5_000,
  /** while all goes well */
  every: 30_000,
  /** after the first failure; doubled by each that follows */
  retry: 30_000,
  retryLimit: 300_000,
  /** after a person cancelled */
  stopped: 300_000,
  /** between two looks whether the network changed, while a hub fails */
  look: 5_000,
  /** until the next look while something else goes on */
  busy: 1_000,
} as const;

export interface SelfExchangeWork {
  readonly isOn: () => boolean;
  readonly hubs: () => readonly Pick<HubStanding, 'pin' | 'error'>[];
  /** something else goes on */
  readonly isBusy: () => boolean;
  /** whether anything was written here that no other post is known to have */
  readonly hasUnsent: () => boolean;
  readonly exchange: (pin: string) => Promise<ExchangeEnd>;
  /** what should not happen did; it is tried again */
  readonly failed: (error: unknown) => void;
}

export interface SelfExchangeSurroundings {
  /** milliseconds on a clock that nobody sets */
  readonly now: () => number;
  /** the answer stops it */
  readonly after: (ms: number, work: () => void) => () => void;
  /** 0 up to 1: posts that lost the network together do not come back together */
  readonly random: () => number;
  /** the addresses of this machine, as one text that changes when they do */
  readonly network: () => string;
}

export interface SelfExchange {
  /** a document was saved here */
  readonly changed: () => void;
  /** something that others need at once, and that is in no document: a member was admitted, a hub was added, a switch was turned on */
  readonly soon: () => void;
  /** an exchange ended, whoever asked for it */
  readonly ended: (pin: string, end: ExchangeEnd) => void;
  /** milliseconds from now until a hub that failed or was cancelled is asked again by itself; undefined where it is not, or went well */
  readonly nextIn: (pin: string) => number | undefined;
  readonly stop: () => void;
}

interface Turn {
  readonly due: number;
  readonly failures: number;
  readonly wasStopped?: boolean;
  /** asked for while it went on: what it is asked for may have come too late for it */
  readonly again?: boolean;
}

export function createSelfExchange(work: SelfExchangeWork, { now, after, random, network }: SelfExchangeSurroundings): SelfExchange {
  const turns = new Map<string, Turn>();
  let changeDue: number | undefined;
  let knownNetwork = network();
  let cancel: (() => void) | undefined;
  let stopped = false;
  let under = false;

  /** Those that may be asked without a person, each with its turn. */
  function asked(): [string, Turn][] {
    if (!work.isOn()) return [];
    return work.hubs().flatMap(({ pin, error }): [string, Turn][] => {
      if (error === 'hub.lost') return [];
      const turn = turns.get(pin) ?? { due: now() + pace.first, failures: 0 };
      turns.set(pin, turn);
      return [[pin, turn]];
    });
  }

  function arm(): void {
    cancel?.();
    if (stopped || under) return;
    const all = asked();
    if (all.length === 0) return;
    const due = Math.min(...all.map(([, turn]) => turn.due), changeDue ?? Number.POSITIVE_INFINITY);
    const soonest = Math.max(due - now(), work.isBusy() ? pace.busy : 0);
    const latest = all.some(([, { failures }]) => failures > 0) ? pace.look : Number.POSITIVE_INFINITY;
    cancel = after(Math.min(soonest, latest), () => void look());
  }

  async function look(): Promise<void> {
    if (stopped || under) return;
    let pin: string | undefined;
    try {
      lookAtNetwork();
      lookAtChange();
      const [next] = work.isBusy() ? [] : asked().filter(([, { due }]) => due <= now()).toSorted(([, one], [, other]) => one.due - other.due);
      if (next) {
        [pin] = next;
        under = true;
        settle(pin, await work.exchange(pin));
      }
    } catch (error) {
      work.failed(error);
      // not at once: what should not happen may happen again
      if (pin !== undefined) settle(pin, { state: 'failed', error: 'internal' });
    } finally {
      under = false;
      arm();
    }
  }

  function lookAtNetwork(): void {
    const seen = network();
    if (seen === knownNetwork) return;
    knownNetwork = seen;
    for (const [pin, { failures }] of turns) if (failures > 0) turns.set(pin, { due: now(), failures: 1 });
  }

  function lookAtChange(): void {
    if (changeDue === undefined || changeDue > now()) return;
    changeDue = undefined;
    if (!work.hasUnsent()) return;
    // a hub that does not answer is not asked more often because somebody types
    for (const [pin, turn] of asked()) if (turn.failures === 0 && !turn.wasStopped) turns.set(pin, { ...turn, due: now() });
  }

  function settle(pin: string, end: ExchangeEnd): void {
    const before = turns.get(pin);
    const failures = end.state === 'failed' ? (before?.failures ?? 0) + 1 : 0;
    const wasStopped = end.state === 'stopped';
    const pause = wasStopped ? pace.stopped : failures === 0 ? pace.every : Math.min(pace.retryLimit, pace.retry * 2 ** (failures - 1)) * (0.75 + random() / 2);
    turns.set(pin, { due: now() + (before?.again && failures === 0 ? 0 : pause), failures, wasStopped });
  }

  arm();
  return {
    changed: () => {
      changeDue = now() + pace.change;
      arm();
    },
    soon: () => {
      for (const [pin] of asked()) turns.set(pin, { due: now(), failures: 0, again: work.isBusy() });
      arm();
    },
    ended: (pin, end) => {
      if (!under) settle(pin, end);
      arm();
    },
    nextIn: (pin) => {
      const turn = asked().find(([one]) => one === pin)?.[1];
      return turn && (turn.failures > 0 || turn.wasStopped) ? Math.max(0, turn.due - now()) : undefined;
    },
    stop: () => {
      stopped = true;
      cancel?.();
    },
  };
}
