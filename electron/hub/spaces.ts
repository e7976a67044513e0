/**
 * Who may do what in a space, from its chain of signed statements. The chain is verified when it arrives and when it is first read;
 * another hub process on the same database is noticed by the hash of the last statement.
 */
import { canonicalJson } from '../../db/documents/canonical.ts';
import { type Membership, mayWrite, readChain, sharedLength, standing } from '../../db/exchange/chain.ts';
import { type Statement, hashOfStatement, statement } from '../../db/exchange/statement.ts';
import type { HubSpace, HubStore } from '../../db/hub/store.ts';
import { Refusal } from './refusal.ts';

export interface KnownSpace {
  readonly space: HubSpace;
  readonly statements: readonly Statement[];
  readonly membership: Membership;
}

export interface Spaces {
  readonly find: (id: string) => Promise<KnownSpace | undefined>;
  /** throws `space.unknown`, or `hub.refused` for a post that is no member (of its membership: that never was) */
  readonly allowed: (id: string, signKey: string, to: 'write' | 'read' | 'membership') => Promise<KnownSpace>;
  /** Takes the statements over where they follow or win (chain.ts); gives the chain that stands. `mayFound` decides on a new space. */
  readonly add: (id: string, signKey: string, statements: readonly Statement[], mayFound: () => void) => Promise<KnownSpace>;
}

/** Statements a space may have: each takes a signature check when the hub starts. */
const mostStatements = 20_000;
const mostCached = 1_000;
const readAtOnce = 500;
/** How often a push of statements starts again because another came first. */
const attempts = 5;

const belongs = ({ members, former }: Membership, signKey: string): boolean => members.has(signKey) || former.has(signKey);

export function createSpaces(store: HubStore): Spaces {
  const cache = new Map<string, { readonly head: string; readonly statements: readonly Statement[]; readonly membership: Membership }>();

  function remember(id: string, statements: readonly Statement[], membership: Membership): void {
    cache.delete(id);
    cache.set(id, { head: membership.head, statements, membership });
    for (const oldest of cache.keys()) {
      if (cache.size <= mostCached) break;
      cache.delete(oldest);
    }
  }

  async function find(id: string): Promise<KnownSpace | undefined> {
    const space = await store.space(id);
    if (!space || space.statements === 0) return undefined;
    const cached = cache.get(id);
    if (cached?.head === space.head) return { space, ...cached };
    const statements: Statement[] = [];
    while (statements.length < space.statements) {
      const page = await store.membership(id, statements.length, readAtOnce);
      if (page.length === 0) break;
      for (const { text } of page) statements.push(statement.parse(JSON.parse(text)));
    }
    const membership = readChain(statements);
    remember(id, statements, membership);
    return { space, statements, membership };
  }

  return {
    find,
    allowed: async (id, signKey, to) => {
      const known = await find(id);
      if (!known) throw new Refusal('space.unknown', 'this hub does not hold the space');
      const { membership } = known;
      const member = membership.members.get(signKey);
      // who was removed may still learn that it was
      const may = to === 'membership' ? belongs(membership, signKey) : to === 'read' ? member !== undefined : mayWrite(member);
      if (!may) throw new Refusal('hub.refused', `this post may not ${to === 'membership' ? 'see who belongs to' : to} this space`);
      return known;
    },
    add: async (id, signKey, given, mayFound) => {
      if (given.some((made) => made.space !== id)) throw new Refusal('input.invalid', 'a statement is of another space');
      const first = given[0]?.number ?? 1;
      for (let attempt = 1; attempt <= attempts; attempt += 1) {
        const known = await find(id);
        const held = known?.statements ?? [];
        // what does not reach what is held cannot be judged: the answer shows what is held
        if (first - 1 > held.length && known) return known;
        const candidate = [...held.slice(0, first - 1), ...given];
        if (known && standing(candidate, held) !== 'mine') return known;
        if (candidate.length > mostStatements) throw new Refusal('input.large', 'the chain of the space is longer than this hub takes');
        const membership = readChain(candidate);
        if (!belongs(membership, signKey) && !(known && belongs(known.membership, signKey))) throw new Refusal('hub.refused', 'this post does not belong to the space');
        if (!known) mayFound();
        const keep = sharedLength(candidate, held);
        const added = candidate.slice(keep).map((made) => ({ hash: hashOfStatement(made), text: canonicalJson(made) }));
        if (await store.setStatements(id, known?.space.head ?? '', keep, added)) {
          remember(id, candidate, membership);
          const now = await find(id);
          if (now) return now;
        }
      }
      throw new Refusal('hub.busy', 'others change the membership of this space at the same time', 1);
    },
  };
}
