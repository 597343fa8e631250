import type { DemoNodeOptions } from '../node/node-options.ts'
import type { Fault } from './fault.ts'
import { findFault, hasFault } from './fault.ts'

/** Of the demo's own kind, so that nobody takes it for a real network's. */
const ANOTHER_CHAIN = 'skydemo-elsewhere'

/**
 * Options of a node with those faults that are its own. `tip`: height of the chain at which `halt:now` stops it.
 */
export function withNodeFaults(
  options: DemoNodeOptions,
  faults: readonly Fault[],
  tip: bigint,
): DemoNodeOptions {
  const lag = findFault(faults, 'lag')
  const ahead = findFault(faults, 'ahead')
  const pruned = findFault(faults, 'pruned')
  const skew = findFault(faults, 'clock-skew')
  const halt = findFault(faults, 'halt')
  return {
    ...options,
    ...(lag && { lagBlocks: lag.blocks }),
    ...(ahead && { aheadBlocks: ahead.blocks }),
    ...(pruned && { keepStates: pruned.blocks, keepBlocks: pruned.blocks }),
    ...(skew && { clockSkewMs: skew.ms }),
    ...(halt && { haltedAt: halt.height === 'now' ? tip : halt.height }),
    ...(hasFault(faults, 'no-index') && { hasIndex: false }),
    ...(hasFault(faults, 'wrong-chain') && { chainId: ANOTHER_CHAIN }),
  }
}
