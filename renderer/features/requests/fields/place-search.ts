/** Municipalities and regions found by any spelling, through the post's own search. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { SearchHit, SearchKind } from '../../../../shared/domain/search.ts';
import { link } from '../../../link/index.ts';

const shown = 12;

export interface PlaceSearch {
  readonly hits: readonly SearchHit[];
  readonly search: (text: string) => void;
}

/** The latest question wins: an answer to an older one that arrives late is dropped. */
export function usePlaceSearch(kinds: readonly SearchKind[]): PlaceSearch {
  const [hits, setHits] = useState<readonly SearchHit[]>([]);
  const asked = useRef(0);
  const kindKey = kinds.join(' ');
  useEffect(() => () => void (asked.current = -1), []);

  const search = useCallback(
    (text: string) => {
      if (text.trim() === '') {
        asked.current += 1;
        setHits([]);
        return;
      }
      asked.current += 1;
      const question = asked.current;
      void link.call('search.find', { text: text.slice(0, 200), kinds: kindKey.split(' ') as SearchKind[], limit: shown }).then((result) => {
        if (question === asked.current) setHits(result.ok ? result.value.hits : []);
      });
    },
    [kindKey],
  );
  return { hits, search };
}
