/** A carrier in memory that keeps what it was given, as a hub does; and one that fails as networks do. */
import type { Carrier } from '../../db/exchange/carrier.ts';
import { readChain, sharedLength, standing } from '../../db/exchange/chain.ts';
import { envelopeId } from '../../db/exchange/envelope.ts';
import type { Statement } from '../../db/exchange/statement.ts';

export interface MemoryHub {
  readonly chains: Map<string, Statement[]>;
  readonly envelopes: Map<string, { readonly id: string; readonly bytes: Uint8Array }[]>;
  generation: string;
}

export function memoryHub(): MemoryHub {
  return { chains: new Map(), envelopes: new Map(), generation: 'first' };
}

/** Decides at each step whether something goes wrong; absent: nothing does. */
export type Fault = (step: 'push' | 'acknowledge' | 'pull' | 'membership') => 'none' | 'lost' | 'cut' | 'twice' | 'mixed';

export function memoryCarrier(hub: MemoryHub, fault: Fault = () => 'none'): Carrier {
  const kept = (space: string) => {
    const held = hub.envelopes.get(space) ?? [];
    hub.envelopes.set(space, held);
    return held;
  };
  const fail = (): never => {
    throw new Error('the line broke');
  };
  return {
    id: 'memory',
    kind: 'hub',
    state: async () => ({ identity: 'memory', generation: hub.generation }),
    pullMembership: async (space, from) => (fault('membership') === 'lost' ? fail() : (hub.chains.get(space) ?? []).slice(from - 1)),
    pushMembership: async (space, statements) => {
      const held = hub.chains.get(space) ?? [];
      const first = statements[0]?.number ?? held.length + 1;
      const offered = [...held.slice(0, first - 1), ...statements];
      readChain(offered);
      if (held.length === 0 || (standing(held, offered) === 'theirs' && sharedLength(held, offered) >= first - 1)) hub.chains.set(space, offered);
      if (fault('membership') === 'lost') fail();
      return hub.chains.get(space) ?? [];
    },
    push: async (space, envelopes) => {
      const how = fault('push');
      if (how === 'lost') fail();
      const held = kept(space);
      const stored: string[] = [];
      for (const bytes of how === 'cut' ? envelopes.slice(0, Math.ceil(envelopes.length / 2)) : envelopes) {
        const id = envelopeId(bytes);
        if (!held.some((one) => one.id === id)) held.push({ id, bytes: Buffer.from(bytes) });
        stored.push(id);
      }
      if (fault('acknowledge') === 'lost') fail();
      return stored;
    },
    pull: async (space, cursor, limit) => {
      const how = fault('pull');
      if (how === 'lost') fail();
      const held = kept(space);
      const from = Number(cursor ?? 0);
      let to = from;
      for (let bytes = 0; to < held.length && (to === from || bytes + held[to]!.bytes.length <= limit); to += 1) bytes += held[to]!.bytes.length;
      if (how === 'cut' && to > from + 1) to = from + 1;
      let envelopes = held.slice(from, to).map(({ bytes }) => bytes);
      if (how === 'twice') envelopes = [...envelopes, ...envelopes];
      if (how === 'mixed') envelopes = envelopes.toReversed();
      return { envelopes, cursor: String(to), more: to < held.length, highest: String(held.length) };
    },
  };
}
