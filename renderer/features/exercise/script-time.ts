const two = (part: number): string => String(part).padStart(2, '0');

/** 75 as T+01:15; before the start T-00:05. */
export function scriptTimeText(minutes: number): string {
  const size = Math.abs(minutes);
  return `T${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
