/** The instant on the post's clock, renewed each half minute: because a start can pass while the person thinks, and tasks count up. */
import { useEffect, useState } from 'react';

const clockStep = 30_000;

export function useNow(): string {
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), clockStep);
    return () => clearInterval(timer);
  }, []);
  return now;
}
