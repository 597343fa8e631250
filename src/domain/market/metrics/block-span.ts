import type { Dec } from '../../decimal.ts'
import type { BlockTime } from '../market.ts'

export const HOUR_MS = 3_600_000n
export const DAY_MS = 24n * HOUR_MS

/** A measured stretch of the chain as whole numbers: so many blocks took so many milliseconds. */
export interface BlockSpan {
  readonly blocks: bigint
  readonly ms: bigint
}

/** undefined where nothing was measured, or no time passed: then blocks cannot be told in hours. */
export function spanOf(blockTime: BlockTime | undefined): BlockSpan | undefined {
  if (blockTime === undefined) return undefined
  const { meanMs, fromHeight, toHeight } = blockTime
  const blocks = toHeight - fromHeight
  const ms = Math.round(meanMs * Number(blocks))
  return blocks > 0n && Number.isSafeInteger(ms) && ms > 0 ? { blocks, ms: BigInt(ms) } : undefined
}

/** What so much per block comes to in so much time, truncated at the 18th digit. */
export function amountPer(durationMs: bigint, perBlock: Dec, { blocks, ms }: BlockSpan): Dec {
  return (perBlock * durationMs * blocks) / ms
}

/** `blocksToMs` for many counts. */
export function createBlockTimer({ blocks, ms }: BlockSpan): (count: bigint) => number {
  const [of, time] = [Number(blocks), Number(ms)]
  return (count) => Math.floor((Number(count) * time) / of)
}

/** About how long so many blocks take, in milliseconds. */
export function blocksToMs(count: bigint, span: BlockSpan): number {
  return createBlockTimer(span)(count)
}
