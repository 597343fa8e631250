/** So few that sorting them is fastest. */
const FEW = 48

/**
 * Puts the values that sorting would put at the wanted ranks there, smaller ones before and greater ones behind them,
 * and leaves the rest as it comes: a fraction of sorting it all.
 */
export function placeRanks(values: Float64Array, ranks: readonly number[]): void {
  // Where halving does not make them fewer, they are sorted.
  const depth = 2 * Math.ceil(Math.log2(values.length + 1))
  placeWithin(values, { ranks, low: 0, high: values.length - 1, depth })
}

interface Span {
  readonly ranks: readonly number[]
  readonly low: number
  readonly high: number
  readonly depth: number
}

function placeWithin(values: Float64Array, { ranks, low, high, depth }: Span): void {
  const within = ranks.filter((rank) => rank >= low && rank <= high)
  if (within.length === 0) return
  if (high - low < FEW || depth === 0) {
    values.subarray(low, high + 1).sort()
    return
  }
  const { left, right } = partition(values, low, high)
  placeWithin(values, { ranks: within, low, high: left, depth: depth - 1 })
  placeWithin(values, { ranks: within, low: right, high, depth: depth - 1 })
}

/** Smaller ones up to `left`, greater ones from `right`; what lies between is the same value. */
function partition(
  values: Float64Array,
  low: number,
  high: number,
): { readonly left: number; readonly right: number } {
  const pivot = middleOf(values[low] ?? 0, values[(low + high) >>> 1] ?? 0, values[high] ?? 0)
  let right = low
  let left = high
  while (right <= left) {
    while ((values[right] ?? 0) < pivot) right++
    while ((values[left] ?? 0) > pivot) left--
    if (right > left) break
    const swapped = values[right] ?? 0
    values[right] = values[left] ?? 0
    values[left] = swapped
    right++
    left--
  }
  return { left, right }
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
}
