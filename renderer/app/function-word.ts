/** The function of an author in words; what another version of the application may have written stays as it is. */
import { postFunctions } from '../../shared/domain/choices.ts';
import type { Say } from '../ui/say.ts';

export function functionWord(authorFunction: string, say: Say): string {
  const known = postFunctions.find((one) => one === authorFunction);
  return known === undefined ? authorFunction : say(`frame.function.${known}`);
}
