/** What is typed, once the typing pauses: a list of a hundred rows is drawn anew when there is time for it, not under every letter. */
import { useEffect, useState } from 'react';

/** milliseconds without another letter */
const pause = 150;

export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
