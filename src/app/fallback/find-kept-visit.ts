import { parseLastReading } from '../../archive/last-reading.ts'
import type { Chain } from '../../queries/chain.ts'
import { newestReadingOf } from '../../queries/kept-reading.ts'

/** What an earlier visit left of a chain: how much, and the newest reading it is of. */
export interface KeptVisit {
  readonly chainId: string
  readonly count: number
  readonly height: bigint
  readonly time: Date | undefined
  readonly endpoint: string
}

/** undefined where no proposal of the chain was kept, or the height asked for is another. */
export async function findKeptVisit(
  chain: Chain,
  chainId: string | undefined,
): Promise<KeptVisit | undefined> {
  if (chainId === undefined || chain.explicitHeight !== undefined) return undefined
  const kept = await chain.openArchive(chainId).load()
  const newest = newestReadingOf(kept, chainId)
  if (newest === undefined) return undefined
  const { height, time, endpoint } = newest
  const count = kept.proposals.length + (parseLastReading(kept.lastReading)?.open.length ?? 0)
  return { chainId, count, height, time, endpoint }
}
