import { formatInteger } from '../../format-integer.ts'
import { formatDuration } from '../../time.ts'

/** What a node told of itself around a plan's height. */
export interface HaltStanding {
  readonly latestHeight: bigint
  readonly latestBlockTime: Date
  /** Last height the application has executed (`abci_info`); undefined when the node would not tell. */
  readonly appHeight: bigint | undefined
  /** Height the node's consensus works on; undefined when the node would not tell. */
  readonly consensusHeight: bigint | undefined
  readonly version: string | undefined
}

/** How an endpoint stands to the upgrade. */
export type HaltNodeState =
  | { readonly kind: 'before'; readonly blocksLeft: bigint }
  /** Has the plan's block and cannot execute it: the old version. `behind`: others have gone on without it. */
  | { readonly kind: 'old'; readonly behind: bigint }
  /** Has executed the plan's block and waits for the first one after it. */
  | { readonly kind: 'upgraded' }
  | { readonly kind: 'past' }
  /** Answers, and has stopped elsewhere than at the plan's height. */
  | { readonly kind: 'stale'; readonly behind: bigint; readonly behindMs: number }
  | { readonly kind: 'dead'; readonly reason: string }

/** What the nodes know together. */
export interface HaltSurroundings {
  readonly planHeight: bigint
  /** Of all endpoints. */
  readonly bestHeight: bigint
  readonly newestBlockTime: Date
}

/** Ten times Akash's block time. */
const STALE_AFTER_MS = 60_000
/** Backends of one balancer differ by a few blocks without anything being wrong. */
const LAG_ALLOWED = 5n

/**
 * By heights and by block times against those of the other nodes: `catching_up` says false on a node that waits at a halt
 * and on one left behind, and this device's clock may be minutes off.
 * @param unchangedMs how long it has been seen at its height
 */
export function classifyHaltNode(
  standing: HaltStanding,
  { planHeight, bestHeight, newestBlockTime }: HaltSurroundings,
  unchangedMs: number,
): HaltNodeState {
  const { latestHeight, latestBlockTime, appHeight, consensusHeight } = standing
  const behind = bestHeight - latestHeight
  const behindMs = Math.max(0, newestBlockTime.getTime() - latestBlockTime.getTime())
  const isUpgraded =
    (consensusHeight !== undefined && consensusHeight > planHeight) ||
    (appHeight !== undefined && appHeight >= planHeight)
  if (latestHeight === planHeight && !isUpgraded) return { kind: 'old', behind }
  // Two blocks around the halt lie minutes apart and nothing is wrong with who has only the first.
  const isLeftBehind = latestHeight < planHeight && behindMs > STALE_AFTER_MS
  const hasStopped = behind > 0n && unchangedMs > STALE_AFTER_MS
  if (behind > LAG_ALLOWED || (behind > 0n && isLeftBehind) || hasStopped) {
    return { kind: 'stale', behind, behindMs }
  }
  if (latestHeight === planHeight) return { kind: 'upgraded' }
  return latestHeight > planHeight
    ? { kind: 'past' }
    : { kind: 'before', blocksLeft: planHeight - latestHeight }
}

/** The state in a sentence. */
export function describeHaltNode(state: HaltNodeState): string {
  switch (state.kind) {
    case 'before':
      return `${formatInteger(state.blocksLeft)} ${state.blocksLeft === 1n ? 'block' : 'blocks'} before the height.`
    case 'old':
      return state.behind === 0n
        ? 'Old version, waiting at the height.'
        : 'Old version, still waiting at the height; the chain has gone on without it.'
    case 'upgraded':
      return 'New version, waiting for the first block.'
    case 'past':
      return 'Past the height.'
    case 'stale':
      return `Stands still, ${formatInteger(state.behind)} ${state.behind === 1n ? 'block' : 'blocks'} and ${formatDuration(state.behindMs)} behind the others.`
    case 'dead':
      return state.reason
  }
}

/** The state in a word or two. */
export function nameHaltNode({ kind }: HaltNodeState): string {
  return NODE_NAMES[kind]
}

const NODE_NAMES: Readonly<Record<HaltNodeState['kind'], string>> = {
  before: 'before the height',
  old: 'old version',
  upgraded: 'upgraded',
  past: 'past',
  stale: 'stands still',
  dead: 'does not answer',
}
