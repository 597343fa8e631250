import type { ChainLedger } from '../chain/ledger.ts'
import type { NodeHeights } from '../server/refusals.ts'
import type { DemoNodeOptions } from './node-options.ts'

/** What a node has at one moment. */
export interface NodeView extends NodeHeights {
  readonly earliestState: bigint
  readonly initialHeight: bigint
  /** It stands at `latestBlock`, which it has stored and cannot execute. */
  readonly isHalted: boolean
  /** It has executed the block the chain stands still at, and waits for the others to come back. */
  readonly isWaiting: boolean
}

/** Where a node of these options stands now. Reading it brings the ledger up to its clock. */
export function readNodeView(ledger: ChainLedger, options: DemoNodeOptions): NodeView {
  const { initialHeight } = ledger
  const tip = ledger.tip()
  const seen = atLeast(initialHeight, tip - (options.lagBlocks ?? 0n) + (options.aheadBlocks ?? 0n))
  const isWaiting = seen >= tip && isUpgraded(ledger, tip, options)
  const stop = isWaiting ? undefined : haltHeight(ledger, tip, options)
  const isHalted = stop !== undefined && seen >= stop
  const latestBlock = isHalted ? stop : seen
  const latestState = isHalted ? stop - 1n : latestBlock
  return {
    latestBlock,
    latestState,
    earliestBlock: earliest(initialHeight, latestBlock, options.keepBlocks),
    earliestState: earliest(initialHeight, latestState, options.keepStates),
    initialHeight,
    isHalted,
    isWaiting,
  }
}

/**
 * The block at which the node cannot go on: the one it stopped at for good, or the chain's newest when a plan is reached
 * there. It stops at once, not when the next block is overdue.
 */
function haltHeight(
  ledger: ChainLedger,
  tip: bigint,
  { haltedAt }: DemoNodeOptions,
): bigint | undefined {
  if (haltedAt !== undefined) return haltedAt
  return ledger.haltsAt(tip) ? tip : undefined
}

/** How long the chain has stood still at its newest block, milliseconds; undefined while blocks come. */
export function readHaltAge(ledger: ChainLedger): number | undefined {
  const ageMs = ledger.now().getTime() - ledger.timeOf(ledger.tip() + 1n).getTime()
  return ageMs >= 0 ? ageMs : undefined
}

/** A node that stopped for good does not come back with the others. */
function isUpgraded(
  ledger: ChainLedger,
  tip: bigint,
  { haltedAt, upgradesAfterMs }: DemoNodeOptions,
): boolean {
  if (upgradesAfterMs === undefined || (haltedAt !== undefined && haltedAt <= tip)) return false
  const ageMs = readHaltAge(ledger)
  return ageMs !== undefined && ageMs >= upgradesAfterMs
}

function earliest(initialHeight: bigint, latest: bigint, kept: bigint | undefined): bigint {
  return kept === undefined ? initialHeight : atLeast(initialHeight, latest - kept + 1n)
}

function atLeast(least: bigint, value: bigint): bigint {
  return value > least ? value : least
}
