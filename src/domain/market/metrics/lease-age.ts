import { isRunning, type Lease } from '../lease.ts'
import type { BlockTime } from '../market.ts'
import { createBlockTimer, DAY_MS, HOUR_MS, spanOf } from './block-span.ts'
import { type Bin, computeBins, computeDistribution, type Distribution } from './distribution.ts'

const DAY = Number(DAY_MS)

/** Edges of the bins of ages, in milliseconds. */
const AGE_EDGES_MS: readonly number[] = [
  0,
  Number(HOUR_MS),
  DAY,
  7 * DAY,
  30 * DAY,
  90 * DAY,
  365 * DAY,
]

/** How old leases are, in blocks; in time only by today's block time, so an estimate. */
export interface LeaseAges {
  readonly blocks: Distribution
  /** Of the estimated milliseconds; undefined while the block time is not known. */
  readonly bins: readonly Bin[] | undefined
  /** Leases whose heights contradict: closed, or read, before they were created; closed at no height. */
  readonly contradictory: number
}

/** Blocks a running lease runs, or an ended one ran; undefined where its heights contradict. */
export function leaseAge(lease: Lease, height: bigint): bigint | undefined {
  const end = isRunning(lease) ? height : lease.closedOn
  return end === undefined || end < lease.createdAt ? undefined : end - lease.createdAt
}

/** Ages of running leases, or durations of ended ones: give one kind. */
export function computeLeaseAges(
  leases: readonly Lease[],
  height: bigint,
  blockTime: BlockTime | undefined,
): LeaseAges {
  const tally = createAgeTally(height)
  for (const lease of leases) tally.add(lease)
  return tally.result(blockTime)
}

/** The same lease by lease. */
export function createAgeTally(height: bigint) {
  const ages: bigint[] = []
  let contradictory = 0
  return {
    add(lease: Lease): void {
      const age = leaseAge(lease, height)
      if (age === undefined) contradictory++
      else ages.push(age)
    },
    result(blockTime: BlockTime | undefined): LeaseAges {
      const span = spanOf(blockTime)
      return {
        blocks: computeDistribution(ages),
        bins:
          span === undefined
            ? undefined
            : computeBins(ages.map(createBlockTimer(span)), AGE_EDGES_MS),
        contradictory,
      }
    },
  }
}
