/** Municipalities and regions found by any spelling, through the post's own search. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { SearchHit } from '../../shared/domain/search.ts';
import { link } from '../link/index.ts';

const places = ['municipality', 'region'] as const;
export type PlaceKind = (typeof places)[number];

const shown = 12;
const longestText = 200;

/** Best first; nothing when the search fails, for a field that then simply offers nothing. */
export async function findPlaces(text: string, kinds: readonly PlaceKind[]): Promise<readonly SearchHit[]> {
  if (text.trim() === '') return [];
  const result = await link.call('search.find', { text: text.slice(0, longestText), kinds: [...kinds], limit: shown });
  return result.ok ? result.value.hits : [];
}

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
      asked.current += 1;
      const question = asked.current;
      const ofKinds = places.filter((kind) => wanted.includes(kind));
      void findPlaces(text, ofKinds).then((found) => {
        if (question === asked.current) setHits(found);
      });
    },
    [wanted],
  );
  return { hits, search };
}
