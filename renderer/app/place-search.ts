/** Municipalities and regions found by any spelling, through the post's own search. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { SearchHit } from '../../shared/domain/search.ts';
import { link } from '../link/index.ts';

const places = ['municipality', 'region'] as const;
export type PlaceKind = (typeof places)[number];

const shown = 12;

export interface PlaceSearch {
  readonly hits: readonly SearchHit[];
  readonly search: (text: string) => void;
}

/** The latest question wins: an answer to an older one that arrives late is dropped. */
export function usePlaceSearch(kinds: readonly PlaceKind[]): PlaceSearch {
  const [hits, setHits] = useState<readonly SearchHit[]>([]);
  const asked = useRef(0);
  const wanted = kinds.join(' ');
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
      void link.call('search.find', { text: text.slice(0, 200), kinds: places.filter((kind) => wanted.includes(kind)), limit: shown }).then((result) => {
        if (question === asked.current) setHits(result.ok ? result.value.hits : []);
      });
    },
    [wanted],
  );
  return { hits, search };
}
