/** What a copy says of where it comes from, beside its own reference. */
import type { DocumentOrigin } from '../../../shared/domain/origin.ts';
import type { Say } from '../../ui/index.ts';

export function originWords({ reference, space }: DocumentOrigin, say: Say): string {
  return space === undefined ? say('copies.origin', { reference }) : say('copies.originSpace', { reference, space });
}
