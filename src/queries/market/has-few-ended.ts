import { hasRecordAt } from '../../chain/market/has-record-at.ts'
import { deploymentsOf, leasesOf } from '../../chain/market/market-lists.ts'
import type { Chain } from '../chain.ts'

/** Five pages of each list: what they come to is read without being asked for. */
const FEW = 5_000n

/**
 * Whether so few leases and deployments of a market have ended at a height that they are read in some five round trips.
 * Costs one, in which a record of each list comes at most.
 * @throws what fetching throws
 */
export async function hasFewEnded(
  { transport }: Chain,
  height: bigint,
  signal?: AbortSignal,
): Promise<boolean> {
  const options = signal ? { signal } : {}
  const isLong = await Promise.all([
    hasRecordAt(transport, leasesOf('closed', height), FEW, options),
    hasRecordAt(transport, leasesOf('insufficient_funds', height), FEW, options),
    hasRecordAt(transport, deploymentsOf('closed', height), FEW, options),
  ])
  return !isLong.includes(true)
}
