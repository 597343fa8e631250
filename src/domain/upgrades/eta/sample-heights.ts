/** Headers read for one estimate at most; ten fit a request. */
const MOST_SAMPLES = 60
/** Least and most blocks looked back, where the nodes reach that far. */
const SHORTEST_SPAN = 100
const LONGEST_SPAN = 100_000
/** Blocks looked back for each block still to come. */
const SPAN_PER_BLOCK = 16

export interface SamplePlan {
  /** Newest block read. */
  readonly head: bigint
  readonly planHeight: bigint
  /** Lowest block the nodes keep. */
  readonly earliest: bigint
}

/**
 * Heights whose headers an estimate is made from, ascending, without the head itself. They stand on a grid of round
 * heights, so that the next reading finds most of them read already; the grid is as wide as the distance left asks for.
 */
export function listSampleHeights({ head, planHeight, earliest }: SamplePlan): readonly bigint[] {
  const reach = head - (earliest < 1n ? 1n : earliest)
  const remaining = planHeight - head
  if (reach < 1n || remaining < 1n) return []
  const wanted = wantedSpan(remaining)
  const span = wanted < reach ? wanted : reach
  const step = roundStep(span)
  const lowest = head - span
  const heights: bigint[] = []
  for (let height = (head / step) * step; height >= lowest; height -= step) {
    if (height < head) heights.push(height)
  }
  return heights.reverse()
}

/** The lowest block an estimate would look at, whatever nodes keep; undefined where there is nothing to estimate. */
export function findLowestWanted({
  head,
  planHeight,
}: Omit<SamplePlan, 'earliest'>): bigint | undefined {
  const remaining = planHeight - head
  if (head < 2n || remaining < 1n) return undefined
  const lowest = head - wantedSpan(remaining)
  return lowest < 1n ? 1n : lowest
}

function wantedSpan(remaining: bigint): bigint {
  return clamp(remaining * BigInt(SPAN_PER_BLOCK), SHORTEST_SPAN, LONGEST_SPAN)
}

function clamp(value: bigint, least: number, most: number): bigint {
  if (value < BigInt(least)) return BigInt(least)
  return value > BigInt(most) ? BigInt(most) : value
}

/** The smallest of 1, 2, 5, 10, 20, 50 … that divides a span into few enough parts. */
function roundStep(span: bigint): bigint {
  const parts = BigInt(MOST_SAMPLES)
  for (let unit = 1n; ; unit *= 10n) {
    for (const factor of [1n, 2n, 5n]) {
      if (unit * factor * parts >= span) return unit * factor
    }
  }
}
