import { formatInteger } from './format-integer.ts'
import { formatDuration } from './time.ts'

/** What can be said of a node's standing from its own status and that of its peers. */
export type NodeState =
  | { readonly kind: 'ok' }
  /** Behind the best of its peers. */
  | { readonly kind: 'lagging'; readonly blocks: bigint }
  /** At the height of a plan and waiting for the new version, or just through it. */
  | { readonly kind: 'halted'; readonly planHeight: bigint }
  | { readonly kind: 'catching-up' }
  /** No peer is ahead, but its newest block is old: the chain stands still, or nobody here sees further. Usable. */
  | { readonly kind: 'old'; readonly ageMs: number }
  /** Its newest block lies in the future: this device's clock is slow, or the node's is fast. */
  | { readonly kind: 'ahead-of-clock'; readonly byMs: number }

export interface NodeStanding {
  readonly latestHeight: bigint
  readonly latestBlockTime: Date
  readonly isCatchingUp: boolean
  readonly planHeight: bigint | undefined
  readonly lastAppliedHeight: bigint | undefined
}

/** Backends of one balancer differ by a block or two without anything being wrong. */
const LAG_ALLOWED = 5n
/** Ten times Akash's block time. */
const OLD_AFTER_MS = 60_000
/** A header's time is that of the block before; a device a little slow is normal. */
export const SKEW_ALLOWED_MS = 30_000

/**
 * `bestHeight`: highest of all endpoints of the same chain. Staleness is judged against the peers and the plan, never
 * by the clock alone: `catching_up` stays false on a node that waits at a halt.
 */
export function classifyNode(node: NodeStanding, bestHeight: bigint, now: Date): NodeState {
  if (node.isCatchingUp) return { kind: 'catching-up' }
  const blocks = bestHeight - node.latestHeight
  if (blocks > LAG_ALLOWED) return { kind: 'lagging', blocks }
  const atPlan = [node.planHeight, node.lastAppliedHeight].find(
    (height) => height === node.latestHeight,
  )
  if (atPlan !== undefined) return { kind: 'halted', planHeight: atPlan }
  const ageMs = now.getTime() - node.latestBlockTime.getTime()
  if (ageMs > OLD_AFTER_MS) return { kind: 'old', ageMs }
  if (ageMs < -SKEW_ALLOWED_MS) return { kind: 'ahead-of-clock', byMs: -ageMs }
  return { kind: 'ok' }
}

/** The state in a sentence the reader can act on. */
export function describeNodeState(state: NodeState): string {
  switch (state.kind) {
    case 'ok':
      return 'Up to date.'
    case 'lagging':
      return `${formatInteger(state.blocks)} blocks behind the others; what it shows is older than need be.`
    case 'halted':
      return `At the upgrade height ${formatInteger(state.planHeight)}; the chain waits for the new version.`
    case 'catching-up':
      return 'Still catching up with the chain; choose another endpoint.'
    case 'old':
      return `Its newest block is ${formatDuration(state.ageMs)} old and no endpoint here is ahead: the chain stands still, or none of them sees further.`
    case 'ahead-of-clock':
      return `Its newest block is ${formatDuration(state.byMs)} ahead of this device's clock; set the clock right, or remaining times are wrong.`
  }
}

/** What the reader can do about it, where the sentence of the state does not say; undefined where nothing need be done. */
export function adviseOnNodeState(state: NodeState): string | undefined {
  switch (state.kind) {
    case 'lagging':
      return 'Endpoints ahead of it are asked first; if all lag, add one of another operator.'
    case 'halted':
      return 'Figures are read one block before the halt. Wait, or add an endpoint that already runs the new version.'
    case 'old':
      return 'Compare with an endpoint of another operator before you call the chain halted.'
    case 'ok':
    case 'catching-up':
    case 'ahead-of-clock':
      return undefined
  }
}
