/** The catalogue searching along while the effect is typed. */
import { useEffect, useMemo, useState } from 'react';
import { link } from '../../../link/index.ts';
import type { ReferenceIndex } from '../reference-index.ts';
import { catalogueVocabulary, effectWords } from './effect-words.ts';
import { type RankedCapability, ranked } from './ranking.ts';

export interface ProposalsFound {
  readonly proposals: readonly RankedCapability[];
  /** milliseconds that the searches took in the store, together */
  readonly tookMs: number;
}

const pause = 150;
const mostPerWord = 20;

/** Undefined while there is nothing to search; then the last answer stays until the next one is there. */
export function useProposals(text: string, reference: ReferenceIndex): ProposalsFound | undefined {
  const vocabulary = useMemo(() => catalogueVocabulary(reference.effects, reference.capabilityList), [reference]);
  const [found, setFound] = useState<ProposalsFound>();
  const size = reference.capabilityList.length;
  const isEmpty = text.trim() === '';

  useEffect(() => {
    if (isEmpty) return undefined;
    let overtaken = false;
    const timer = setTimeout(() => {
      const words = effectWords(text, vocabulary);
      void Promise.all(words.map((word) => link.call('search.find', { text: word.search, kinds: ['capability'], limit: mostPerWord }))).then((answers) => {
        // A search that failed found nothing; the others still help.
        if (overtaken) return;
        const hits = answers.map((answer, index) => ({ written: words[index]?.written ?? '', ids: answer.ok ? answer.value.hits.map((hit) => hit.ref) : [], total: answer.ok ? answer.value.total : 0 }));
        const tookMs = answers.reduce((sum, answer) => sum + (answer.ok ? answer.value.tookMs : 0), 0);
        setFound({ proposals: ranked(hits, size), tookMs });
      });
    }, pause);
    return () => {
      overtaken = true;
      clearTimeout(timer);
    };
  }, [text, isEmpty, vocabulary, size]);

  return isEmpty ? undefined : found;
}
