/** Who made a revision, in words. */
import { mergeAuthor } from '../../shared/domain/choices.ts';
import type { Say } from '../ui/say.ts';
import { functionWord } from './function-word.ts';

export function authorWords(author: { readonly post: string; readonly function: string }, say: Say): string {
  return author.function === mergeAuthor.function ? say('history.byMerge') : say('history.by', { post: author.post, function: functionWord(author.function, say) });
}
