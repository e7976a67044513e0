/** Says what came out when the answers rest, so that who listens hears the outcome and not each step to it. */
import { useEffect } from 'react';
import type { FinderResult } from '../../../shared/domain/finder.ts';
import { announce, useBilingual, useSay } from '../../ui/index.ts';

/** milliseconds without another answer */
const restBeforeAnnouncing = 700;

export function useSpokenOutcome(result: FinderResult): void {
  const say = useSay();
  const bilingual = useBilingual();
  const words =
    result.state === 'found'
      ? say('finder.saidFound', { title: bilingual(result.outcome.title) })
      : result.state === 'contradiction'
        ? say('finder.saidContradiction', { reason: bilingual(result.reason) })
        : say('finder.saidOpen', { count: result.next.length });
  useEffect(() => {
    const timer = setTimeout(() => announce(words), restBeforeAnnouncing);
    return () => clearTimeout(timer);
  }, [words]);
}
