/**
 * The longest increasing subsequence of distinct numbers, e.g. `[0, 3, 1, 2]` → `[0, 1, 2]`. The numbers are the old
 * positions of children: the children in the result stay, the others are moved. So `moved` runs in as few components as
 * in the preview.
 */
export function longestRising(numbers: readonly number[]): Set<number> {
  /** Length − 1 → the index of the smallest number that ends an increasing subsequence of that length. */
  const ends: number[] = [];
  /** Index → the index of the previous number in its subsequence. */
  const before: (number | undefined)[] = [];
  for (const [index, number] of numbers.entries()) {
    let low = 0;
    for (let high = ends.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    before[index] = ends[low - 1];
    ends[low] = index;
  }
  const found = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = before[at]) found.add(numbers[at] ?? 0);
  return found;
}
