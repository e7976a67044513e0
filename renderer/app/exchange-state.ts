/** How exchange stands, for all who show it: the top bar, the menu and its room. Asked when the post opens and whenever something happened to it. */
import { create } from 'zustand';
import type { CallOutput, EventPayload } from '../../shared/contract.ts';
import type { DifferenceSummary } from '../../shared/domain/difference.ts';
import type { CallError } from '../../shared/errors.ts';
import type { OwnHub } from '../../shared/domain/own-hub.ts';
import { link } from '../link/index.ts';

export type ExchangeStatus = CallOutput<'exchange.status'>;

interface ExchangeState {
  readonly status: ExchangeStatus | undefined;
  readonly differences: readonly DifferenceSummary[];
  /** the hub that this post itself is */
  readonly ownHub: OwnHub | undefined;
  /** why the last question was not answered; what was known before stays in view */
  readonly error: CallError | undefined;
  /** of the exchange that goes on */
  readonly progress: EventPayload<'exchange.progress'> | undefined;
  /** what the last exchange with each hub found, by its fingerprint; since the post was opened */
  readonly ended: Readonly<Record<string, EventPayload<'exchange.ended'>>>;
}

const nothingKnown: ExchangeState = { status: undefined, differences: [], ownHub: undefined, error: undefined, progress: undefined, ended: {} };
export const useExchange = create<ExchangeState>(() => nothingKnown);

/** What happens in a row (typing, a page of arrivals) makes one question, milliseconds. */
const settleMs = 400;
let waiting: ReturnType<typeof setTimeout> | undefined;

export async function refreshExchange(): Promise<void> {
  const [status, differences] = await Promise.all([link.call('exchange.status', {}), link.call('difference.list', {})]);
  const failed = [status, differences].find((result) => !result.ok);
  useExchange.setState({
    ...(status.ok ? { status: status.value } : {}),
    ...(differences.ok ? { differences: differences.value } : {}),
    error: failed && !failed.ok ? failed.error : undefined,
  });
}

const over: ReadonlySet<string> = new Set(['done', 'cancelled', 'failed']);

function refreshSoon(): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => void refreshExchange(), settleMs);
}

async function askOwnHub(): Promise<void> {
  const answer = await link.call('hub.status', {});
  if (answer.ok) useExchange.setState({ ownHub: answer.value });
}

/** As long as the post is open. The answer stops it and forgets. */
export function followExchange(): () => void {
  void refreshExchange();
  void askOwnHub();
  const stops = [
    link.on('document.changed', refreshSoon),
    link.on('space.viewChanged', refreshSoon),
    link.on('exchange.changed', () => void refreshExchange()),
    link.on('exchange.progress', (progress) => useExchange.setState({ progress: over.has(progress.phase) ? undefined : progress })),
    link.on('exchange.ended', (ended) => {
      useExchange.setState((state) => ({ progress: undefined, ended: { ...state.ended, [ended.pin]: ended } }));
      refreshSoon();
    }),
    link.on('hub.state', (ownHub) => useExchange.setState({ ownHub })),
  ];
  return () => {
    clearTimeout(waiting);
    for (const stop of stops) stop();
    useExchange.setState(nothingKnown);
  };
}

/** What a person may want to look at: differences to decide, and what arrived and waits for something. */
export const attentionOf = ({ status, differences }: Pick<ExchangeState, 'status' | 'differences'>): number => differences.length + (status?.spaces.reduce((sum, { waiting: count }) => sum + count, 0) ?? 0);
