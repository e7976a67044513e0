/** Locks the post after a time without a key or pointer. Measured on the clock of the machine, so that sleep counts as idleness. */
import { useEffect, useEffectEvent } from 'react';

const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
const lookEveryMs = 5000;

/** `minutes` 0 never locks. `onIdle` may be called again every few seconds as long as nobody touches the machine. */
export function useIdle(minutes: number, onIdle: () => void): void {
  const idle = useEffectEvent(onIdle);
  useEffect(() => {
    if (minutes <= 0) return undefined;
    let last = Date.now();
    const touch = (): void => {
      last = Date.now();
    };
    for (const sign of signs) window.addEventListener(sign, touch, { capture: true, passive: true });
    const timer = setInterval(() => {
      if (Date.now() - last >= minutes * 60_000) idle();
    }, lookEveryMs);
    return () => {
      clearInterval(timer);
      for (const sign of signs) window.removeEventListener(sign, touch, { capture: true });
    };
  }, [minutes]);
}
