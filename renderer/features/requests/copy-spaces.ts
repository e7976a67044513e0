/** Where the copy of a request may lie. */
import type { SpaceSummary } from '../../../shared/domain/space.ts';

/** Spaces in which this post may write, that of the request first. What was made in an exercise stays in exercises. */
export function copySpaces(spaces: readonly SpaceSummary[], from: string | undefined): readonly SpaceSummary[] {
  const own = spaces.find(({ id }) => id === from);
  return spaces
    .filter(({ standing, frozen, kind }) => (standing === 'keeper' || standing === 'editor') && !frozen && (own?.kind !== 'exercise' || kind === 'exercise'))
    .toSorted((one, other) => Number(other.id === from) - Number(one.id === from));
}
