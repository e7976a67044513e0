/** How many of the sizes fit in `maxBytes`; always one, or an envelope larger than a page could never be pulled. */
export function fitting(sizes: readonly number[], maxBytes: number): number {
  let sum = 0;
  for (const [index, size] of sizes.entries()) {
    sum += size;
    if (sum > maxBytes) return Math.max(1, index);
  }
  return sizes.length;
}
