/** How exchange stands, in one word for the top bar: what a person must know first wins. */
import type { CallOutput } from '../../shared/contract.ts';
import type { HubStanding } from '../../shared/domain/exchange.ts';
import type { ErrorCode } from '../../shared/errors.ts';

type Status = Pick<CallOutput<'exchange.status'>, 'hubs' | 'spaces' | 'running'>;

export interface ExchangeStanding {
  readonly state: 'none' | 'running' | 'asks' | 'away' | 'never' | 'done';
  /** written here for others and with none of them yet */
  readonly unsent: number;
  /** of the last exchange that ended well */
  readonly at?: string;
}

/** What mends itself when the network, the hub or what lies between comes back. */
const passing: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['hub.unreachable', 'hub.portal', 'hub.busy', 'hub.failed']);

export const asksPerson = ({ state, error }: Pick<HubStanding, 'state' | 'error'>): boolean => state === 'failed' && error !== undefined && !passing.has(error);

export function standingOf({ hubs, spaces, running }: Status): ExchangeStanding {
  const unsent = spaces.reduce((sum, space) => sum + (space.others > 0 ? space.unsent : 0), 0);
  const at = hubs.flatMap(({ doneAt }) => (doneAt === undefined ? [] : [doneAt])).toSorted().at(-1);
  return { state: stateOf(hubs, running !== undefined), unsent, ...(at === undefined ? {} : { at }) };
}

function stateOf(hubs: readonly HubStanding[], isRunning: boolean): ExchangeStanding['state'] {
  if (hubs.length === 0) return 'none';
  if (hubs.some(asksPerson)) return 'asks';
  if (hubs.some(({ state }) => state === 'done')) return 'done';
  if (hubs.some(({ state }) => state === 'failed')) return 'away';
  if (isRunning) return 'running';
  return hubs.some(({ doneAt }) => doneAt !== undefined) ? 'done' : 'never';
}
