/** Whether two words differ by one keystroke: one letter more, less or other, or two changed about. */
export function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const [middleA, middleB] = [a.slice(start, endA), b.slice(start, endB)];
  const isSwap =
    middleA.length === 2 && middleB.length === 2 && middleA[0] === middleB[1] && middleA[1] === middleB[0];
  return isSwap || (middleA.length <= 1 && middleB.length <= 1);
}
