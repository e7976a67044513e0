/** Why a post only reads in a space. The store refuses by it, and the window shows by it. */
import type { OwnStanding, ReadOnly } from '../domain/space.ts';

/** Nothing where it writes: as a keeper or an editor, of what is not frozen. */
export function readOnlyIn({ standing, frozen }: { readonly standing: OwnStanding; readonly frozen: boolean }): ReadOnly | undefined {
  if (frozen) return 'frozen';
  if (standing === 'keeper' || standing === 'editor') return undefined;
  return standing === 'reader' ? 'reader' : 'outside';
}
