/** The post adds the hub that it is to its own hubs, at an address that others can use too, because invitations name it. */
import type { CallOutput } from '../../shared/contract.ts';
import type { OwnHub } from '../../shared/domain/own-hub.ts';
import type { StoreLink } from './store-link.ts';

/** A post that is locked hears of it when it is open again; milliseconds between two tries. */
const retryMs = 5_000;

/** The answer is called with every state of the hub. Where a person chose another of its addresses, or took the hub out, that stays. */
export function introduceHub(store: Pick<StoreLink, 'call'>): (state: OwnHub) => void {
  let told = '';
  let timer: NodeJS.Timeout | undefined;

  async function introduce(state: Extract<OwnHub, { state: 'running' }>): Promise<void> {
    const status = await store.call('exchange.status', {});
    // the store answers by the contract
    const known = status.ok ? (status.value as CallOutput<'exchange.status'>).hubs.find(({ pin }) => pin === state.pin) : undefined;
    const [url = ''] = state.addresses;
    const done = status.ok && (known && state.addresses.includes(known.url) ? true : (await store.call('exchange.addHub', { url, pin: state.pin })).ok);
    if (!done) timer = setTimeout(() => void introduce(state), retryMs).unref();
  }

  return (state) => {
    const now = state.state === 'running' ? [state.pin, ...state.addresses].join(' ') : '';
    if (now === told) return;
    told = now;
    clearTimeout(timer);
    if (state.state === 'running') void introduce(state);
  };
}
