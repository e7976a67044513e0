/** What a card or an invitation says, asked as soon as there is one to read. */
import { useEffect, useState } from 'react';
import type { CallOutput } from '../../../shared/contract.ts';
import type { Result } from '../../../shared/errors.ts';
import { link } from '../../link/index.ts';

type Reading = 'space.readCard' | 'space.readInvitation';

/** Undefined without a text and until the answer is there. */
export function useReading<N extends Reading>(name: N, text: string | undefined): Result<CallOutput<N>> | undefined {
  const [answer, setAnswer] = useState<{ readonly text: string; readonly result: Result<CallOutput<N>> }>();
  useEffect(() => {
    if (text === undefined) return undefined;
    let overtaken = false;
    void link.call<Reading>(name, { text }).then((result) => {
      if (!overtaken) setAnswer({ text, result: result as Result<CallOutput<N>> });
    });
    return () => {
      overtaken = true;
    };
  }, [name, text]);
  return answer?.text === text ? answer?.result : undefined;
}
