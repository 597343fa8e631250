/**
 * The smallest whole amount from 0 to `limit` for which `holds` is true; undefined when there is none. `holds` must stay
 * true once it is: then halving finds the amount, whatever the rounding of the shares it compares.
 */
export function findSmallestAmount(
  limit: bigint,
  holds: (amount: bigint) => boolean,
): bigint | undefined {
  if (limit < 0n || !holds(limit)) return undefined
  let low = 0n
  let high = limit
  while (low < high) {
    const middle = (low + high) / 2n
    if (holds(middle)) high = middle
    else low = middle + 1n
  }
  return low
}
