import type { Arguments, NodeAnswer } from './backend.ts'
import { errorAnswer, integerArgument } from './backend.ts'
import { internalError } from './rpc-error.ts'

/** Which blocks and states a node has. Heights below `earliest…` it has dropped, above `latest…` it has not seen. */
export interface NodeHeights {
  readonly latestBlock: bigint
  readonly earliestBlock: bigint
  /** Block H is stored before it is executed: one less than `latestBlock` on a node halted at H. */
  readonly latestState: bigint
}

export const TX_INDEX_DISABLED = 'transaction indexing is disabled'
export const BLOCK_INDEX_DISABLED = 'block indexing is disabled'
export const QUERY_TOO_LONG = 'maximum query length exceeded'
export const MAX_QUERY_LENGTH = 512

/** These describe the block being made when no height is given. */
const NEXT_HEIGHT_METHODS = ['consensus_params', 'validators']

const BLOCKS_PER_REQUEST = 20n

/** CometBFT's error for everything a method refuses. */
export function refused(reason: string): NodeAnswer {
  return errorAnswer(internalError(reason))
}

/**
 * The height a method on one block is asked for, the latest when none was given.
 * @returns a refusal in the node's words: CometBFT rpc/core/env.go getHeight; texts of steady/249, 282 to 287, 671
 */
export function checkHeight(
  method: string,
  args: Arguments,
  node: NodeHeights,
): bigint | { refusal: string } {
  const isNext = NEXT_HEIGHT_METHODS.includes(method)
  const latest = node.latestBlock + (isNext ? 1n : 0n)
  const height = integerArgument(args, 'height') ?? latest
  if (height <= 0n) return { refusal: `height must be greater than 0, but got ${height}` }
  if (height > latest) {
    const refusal = `height ${height} must be less than or equal to the current blockchain height ${latest}`
    return { refusal }
  }
  const { earliestBlock, latestState } = node
  if (height < earliestBlock) {
    return { refusal: `height ${height} is not available, lowest height is ${earliestBlock}` }
  }
  // Texts of halt/048 and halt/058.
  if (method === 'block_results' && height > latestState) {
    return { refusal: `could not find results for height #${height}` }
  }
  if (method === 'consensus_params' && height > latestState + 1n) {
    const reason = 'value retrieved from db is empty'
    return { refusal: `could not find consensus params for height #${height}: ${reason}` }
  }
  return height
}

/** Heights `blockchain` answers with, at most 20: CometBFT rpc/core/blocks.go filterMinMax; text of steady/288. */
export function checkBlockRange(
  args: Arguments,
  { latestBlock, earliestBlock }: NodeHeights,
): { readonly min: bigint; readonly max: bigint } | { refusal: string } {
  const askedMin = integerArgument(args, 'minHeight') ?? 0n
  const askedMax = integerArgument(args, 'maxHeight') ?? 0n
  if (askedMin < 0n || askedMax < 0n) return { refusal: 'heights must be non-negative' }
  const max = askedMax === 0n || askedMax > latestBlock ? latestBlock : askedMax
  const lowest = askedMin > earliestBlock ? askedMin : earliestBlock
  const min = lowest > max - BLOCKS_PER_REQUEST + 1n ? lowest : max - BLOCKS_PER_REQUEST + 1n
  if (min > max) return { refusal: `min height ${min} can't be greater than max height ${max}` }
  return { min, max }
}

/** undefined when `order_by` is one a search knows; text of steady/206. */
export function refuseOrder(order: string): string | undefined {
  if (['', 'asc', 'desc'].includes(order)) return undefined
  return 'expected order_by to be either `asc` or `desc` or empty'
}
