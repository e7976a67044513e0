/** What the search of the post finds where no capability holds all the words: with a typing error forgiven, or with some of the words. */
import { useEffect, useState } from 'react';
import type { SearchHit } from '../../../shared/domain/search.ts';
import { link } from '../../link/index.ts';

/** the most that the store gives */
const limit = 50;
const nothing: readonly SearchHit[] = [];

/** Hits on capabilities, best first; none while `words` is ''. A search that fails finds nothing: the list then says so as it does otherwise. */
export function useInstead(words: string): readonly SearchHit[] {
  const [found, setFound] = useState({ words: '', hits: nothing });
  useEffect(() => {
    if (words === '') return undefined;
    let overtaken = false;
    void link.call('search.find', { text: words, kinds: ['capability'], limit }).then((result) => {
      if (!overtaken && result.ok) setFound({ words, hits: result.value.hits });
    });
    return () => {
      overtaken = true;
    };
  }, [words]);
  return found.words === words ? found.hits : nothing;
}
