/** The shortest way from one sequence to another (E. W. Myers, An O(ND) Difference Algorithm, 1986). */

export interface Step<T> {
  readonly kind: 'same' | 'added' | 'removed';
  readonly item: T;
}

/** Texts that differ in more places than this are told as one replaced by the other: nobody reads so many changes. */
const mostEdits = 1500;

export function sequence<T>(from: readonly T[], to: readonly T[]): Step<T>[] {
  let head = 0;
  while (head < from.length && head < to.length && from[head] === to[head]) head += 1;
  let tail = 0;
  while (tail < from.length - head && tail < to.length - head && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail += 1;
  const inner = { from: from.slice(head, from.length - tail), to: to.slice(head, to.length - tail) };
  return [...steps('same', from.slice(0, head)), ...shortest(inner.from, inner.to), ...steps('same', from.slice(from.length - tail))];
}

const steps = <T>(kind: Step<T>['kind'], items: readonly T[]): Step<T>[] => items.map((item) => ({ kind, item }));

function shortest<T>(from: readonly T[], to: readonly T[]): Step<T>[] {
  const most = Math.min(from.length + to.length, mostEdits);
  // furthest[k + most]: how far in `from` one comes on diagonal k; `trail` keeps it as it was before each edit
  const furthest = new Int32Array(2 * most + 2);
  const trail: Int32Array[] = [];
  const at = (row: Int32Array, diagonal: number): number => row[diagonal + most] ?? 0;
  const comesFromAbove = (row: Int32Array, diagonal: number, edits: number): boolean => diagonal === -edits || (diagonal !== edits && at(row, diagonal - 1) < at(row, diagonal + 1));
  for (let edits = 0; edits <= most; edits += 1) {
    trail.push(furthest.slice());
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = comesFromAbove(furthest, diagonal, edits) ? at(furthest, diagonal + 1) : at(furthest, diagonal - 1) + 1;
      while (x < from.length && x - diagonal < to.length && from[x] === to[x - diagonal]) x += 1;
      furthest[diagonal + most] = x;
      if (x >= from.length && x - diagonal >= to.length) return wayBack(edits);
    }
  }
  return [...steps('removed', from), ...steps('added', to)];

  function wayBack(edits: number): Step<T>[] {
    const found: Step<T>[] = [];
    let [x, y] = [from.length, to.length];
    const step = (kind: Step<T>['kind'], item: T | undefined): void => {
      if (item !== undefined) found.push({ kind, item });
    };
    for (let left = edits; left >= 0; left -= 1) {
      const row = trail[left];
      if (!row) break;
      const diagonal = x - y;
      const above = comesFromAbove(row, diagonal, left);
      const startX = left === 0 ? 0 : above ? at(row, diagonal + 1) : at(row, diagonal - 1) + 1;
      while (x > startX) {
        x -= 1;
        y -= 1;
        step('same', from[x]);
      }
      if (left === 0) break;
      if (above) {
        y -= 1;
        step('added', to[y]);
      } else {
        x -= 1;
        step('removed', from[x]);
      }
    }
    return found.toReversed();
  }
}
