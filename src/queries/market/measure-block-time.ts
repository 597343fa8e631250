import type { Answered } from '../../chain/gov.ts'
import { fetchHeaderTime, type NodeTransport } from '../../chain/node.ts'
import type { Failure } from '../../domain/failure.ts'
import { FailureError } from '../../domain/failure-error.ts'
import type { BlockTime } from '../../domain/market/market.ts'

/** Blocks over which the time of one is measured. */
const BLOCK_SPAN = 100n

const FIRST_BLOCK: Failure = {
  kind: 'not-found',
  sentence: 'No node keeps a block before this height, so the time of a block cannot be measured.',
}

/** What is known before a block's time is measured. */
export interface BlockTimeGround {
  readonly height: bigint
  /** Oldest block the node keeps, as it says itself; 0: it does not say. @default 0 */
  readonly oldest?: bigint
  /** Time of the block at the height, where it is being asked for already. */
  readonly header?: ReturnType<typeof fetchHeaderTime>
}

/**
 * The mean time of a block over the hundred before a height, or over those there are.
 * @throws {FailureError} where there is none before it, and what asking for a header throws
 */
export async function measureBlockTime(
  transport: NodeTransport,
  { height, oldest = 0n, header }: BlockTimeGround,
  options: { readonly signal?: AbortSignal },
): Promise<Answered<BlockTime>> {
  const wanted = height > BLOCK_SPAN ? height - BLOCK_SPAN : 1n
  const fromHeight = wanted > oldest || oldest >= height ? wanted : oldest
  if (height <= fromHeight) throw new FailureError(FIRST_BLOCK.sentence, FIRST_BLOCK)
  const [to, from] = await Promise.all([
    header ?? fetchHeaderTime(transport, height, options),
    fetchHeaderTime(transport, fromHeight, options),
  ])
  const meanMs = (to.value.getTime() - from.value.getTime()) / Number(height - fromHeight)
  return { value: { meanMs, fromHeight, toHeight: height }, endpoint: to.endpoint, height }
}
