import { formatCount } from '../../domain/format-integer.ts'
import type { BlockTime } from '../../domain/market/market.ts'
import { blocksToMs, spanOf } from '../../domain/market/metrics/block-span.ts'
import { formatDuration } from '../../domain/time.ts'

export interface BlocksTextProps {
  readonly blocks: bigint
  /** undefined: not measured, so blocks stay blocks. */
  readonly blockTime: BlockTime | undefined
}

const MINUTE = 60_000
const DAY = 1440 * MINUTE

/** A number of blocks as the time they take by today's block time, which is an estimate; exact in its title. */
export function BlocksText({ blocks, blockTime }: BlocksTextProps) {
  const exact = formatCount(blocks, 'block')
  const about = formatBlocksAbout(blocks, blockTime)
  return (
    <data
      value={blocks.toString()}
      className="whitespace-nowrap"
      title={about === undefined ? exact : `${exact}, ${about}`}
    >
      {about ?? exact}
    </data>
  )
}

/** `about 12 days`; undefined while the time of a block is not known. */
export function formatBlocksAbout(
  blocks: bigint,
  blockTime: BlockTime | undefined,
): string | undefined {
  const span = spanOf(blockTime)
  if (span === undefined) return undefined
  const ms = blocksToMs(blocks, span)
  // More places would say more than an estimate knows.
  const unit = ms >= 10 * DAY ? DAY : ms >= 10 * MINUTE ? MINUTE : 1
  return `about ${formatDuration(ms - (ms % unit))}`
}
