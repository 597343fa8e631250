import type { Dec } from '../../decimal.ts'
import { isRunning, type Lease } from '../lease.ts'
import type { BlockTime } from '../market.ts'
import { amountPer, DAY_MS, HOUR_MS, spanOf } from './block-span.ts'
import { compareText } from './compare-text.ts'
import { createRecentEntries } from './recent-entries.ts'

/** What running leases cost together, in one denomination's base units. */
export interface DenomRunRate {
  readonly denom: string
  readonly leases: number
  readonly perBlock: Dec
  /** Of `perBlock`, what leases being reclaimed cost. */
  readonly reclaimingPerBlock: Dec
  /** undefined while the block time is not known. */
  readonly perTime: { readonly hour: Dec; readonly day: Dec; readonly days30: Dec } | undefined
}

/** Prices per block of all running leases, by denomination, most leases first; and what they come to by the block time. */
export function computeRunRate(
  leases: readonly Lease[],
  blockTime: BlockTime | undefined,
): readonly DenomRunRate[] {
  const tally = createRunRateTally()
  for (const lease of leases) tally.add(lease)
  return tally.result(blockTime)
}

/** The same lease by lease. */
export function createRunRateTally() {
  const sums = createRecentEntries((denom: string) => ({
    denom,
    leases: 0,
    perBlock: 0n,
    reclaimingPerBlock: 0n,
  }))
  return {
    add(lease: Lease): void {
      if (!isRunning(lease)) return
      const { denom, amount } = lease.price
      const sum = sums.of(denom)
      sum.leases++
      sum.perBlock += amount
      if (lease.state === 'reclaiming') sum.reclaimingPerBlock += amount
    },
    result(blockTime: BlockTime | undefined): readonly DenomRunRate[] {
      const span = spanOf(blockTime)
      return sums
        .values()
        .map((sum) => ({
          ...sum,
          perTime:
            span === undefined
              ? undefined
              : {
                  hour: amountPer(HOUR_MS, sum.perBlock, span),
                  day: amountPer(DAY_MS, sum.perBlock, span),
                  days30: amountPer(30n * DAY_MS, sum.perBlock, span),
                },
        }))
        .toSorted((a, b) => b.leases - a.leases || compareText(a.denom, b.denom))
    },
  }
}
