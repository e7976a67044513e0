/** Where the copy of a document may lie. */
import type { SpaceSummary } from '../../../shared/domain/space.ts';
import { readOnlyIn } from '../../../shared/rules/read-only.ts';

/** Spaces in which this post may write, that of the document first. What was made in an exercise stays in exercises. */
export function copySpaces(spaces: readonly SpaceSummary[], from: string | undefined): readonly SpaceSummary[] {
  const own = spaces.find(({ id }) => id === from);
  return spaces
    .filter((space) => readOnlyIn(space) === undefined && (own?.kind !== 'exercise' || space.kind === 'exercise'))
    .toSorted((one, other) => Number(other.id === from) - Number(one.id === from));
}
