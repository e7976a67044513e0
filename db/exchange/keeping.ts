/**
 * Whether a post kept an exercise when it directed it, read from the chain of the exercise alone: a pure function, so that every post with
 * the same chain counts the same acts. A clock cannot tell whether an act was made before or after a role changed; so an act names the
 * statement by which its maker kept the exercise and the last statement that it knew, both signed with it.
 */
import type { Keeping } from '../../shared/domain/exercise-script.ts';
import { type Statement, hashOfStatement } from './statement.ts';

const makesKeeper = ({ act, role }: Statement): boolean => (act === 'found' || act === 'admit' || act === 'role') && role === 'keeper';
const endsKeeping = ({ act, role }: Statement): boolean => act === 'remove' || act === 'leave' || (act === 'role' && role !== 'keeper');

/** What an act of the post says of itself now; nothing when it does not keep the exercise. */
export function keepingOf(chain: readonly Statement[], signKey: string): Keeping | undefined {
  const from = chain.findLast((made) => made.subject.signKey === signKey && (makesKeeper(made) || endsKeeping(made)));
  const last = chain.at(-1);
  return from && last && makesKeeper(from) ? { by: hashOfStatement(from), number: last.number } : undefined;
}

/**
 * True when the statement stands, made this post a keeper, and the maker did not know yet of one that ended it. What was made before acts
 * said so counts when its post founded the exercise: nobody had given it that role. A keeper who was put back to editor and says that it
 * does not know can not be told from one who does not: removing it, or making it a reader, ends that (receive.ts).
 */
export function keptThen(chain: readonly Statement[], signKey: string, said: Keeping | undefined): boolean {
  const [founding] = chain;
  const { by, number } = said ?? { by: founding ? hashOfStatement(founding) : '', number: 1 };
  const own = chain.filter(({ subject }) => subject.signKey === signKey);
  const from = own.find((made) => makesKeeper(made) && hashOfStatement(made) === by);
  if (!from || number < from.number) return false;
  const end = own.find((made) => made.number > from.number && endsKeeping(made));
  return end === undefined || number < end.number;
}
