/** Asking again when a document changed. */
import { useEffect, useRef } from 'react';
import { useEvent } from '../link/index.ts';

/** Several changes in a row (typing, a store that comes back) make one question, milliseconds. */
const settleMs = 200;

/** Any document: what was made elsewhere may belong to what is on screen now. */
export function useFollowing(...refreshes: readonly (() => void)[]): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEvent('document.changed', () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      for (const refresh of refreshes) refresh();
    }, settleMs);
  });
}
