/** The function of an author in words; what another version of the application may have written stays as it is. */
import { postFunction } from '../../../shared/domain/post.ts';
import type { Say } from '../../ui/index.ts';

export function functionWord(authorFunction: string, say: Say): string {
  const known = postFunction.options.find((one) => one === authorFunction);
  return known === undefined ? authorFunction : say(`frame.function.${known}`);
}
