import type { EndpointFailureKind } from './failure.ts'
import type { EndpointHealth } from './health.ts'

/** An endpoint's condition in one word. All but the last two can be used. */
export type EndpointState =
  /** Nothing was heard of it yet. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ok' }
  /** Others of the same chain are ahead. */
  | { readonly kind: 'lagging'; readonly blocks: bigint }
  /** Its newest block is old, but nobody is ahead: the chain stands still, or the clock is off. */
  | { readonly kind: 'stale'; readonly ageMs: number }
  | { readonly kind: 'catching-up' }
  | { readonly kind: 'wrong-chain'; readonly expected: string; readonly actual: string }
  | { readonly kind: 'failing'; readonly failure: EndpointFailureKind; readonly sentence: string }

export interface StateOptions {
  /** Chain the endpoint should be of; unknown when undefined. */
  readonly expectedChainId?: string | undefined
  /** More blocks behind than this is lagging. @default 5 */
  readonly laggingBlocks?: bigint
  /** A newest block older than this is stale. @default 60_000 */
  readonly staleMs?: number
}

/** Heights told within this time of each other count as told together; blocks come seconds apart. */
const SIMULTANEOUS_MS = 5_000

/**
 * Blocks an endpoint was behind the best peer of its chain when it last told its height; undefined when not known.
 * A peer that told its height much later proves nothing: the endpoint may have come as far since.
 */
export function computeLag(
  health: EndpointHealth,
  peers: readonly EndpointHealth[],
): bigint | undefined {
  const { chainId, latestHeight } = health.facts
  if (latestHeight === undefined || health.heightSeenAtMs === undefined) return undefined
  let best = latestHeight
  for (const peer of peers) {
    const height = peer.facts.latestHeight
    if (height === undefined || peer.facts.chainId !== chainId) continue
    if ((peer.heightSeenAtMs ?? Infinity) > health.heightSeenAtMs + SIMULTANEOUS_MS) continue
    if (height > best) best = height
  }
  return best - latestHeight
}

/** Sorts an endpoint by what was learned of it and of its peers (which may include itself). */
export function classifyEndpointState(
  health: EndpointHealth,
  peers: readonly EndpointHealth[],
  options: StateOptions = {},
): EndpointState {
  const { expectedChainId, laggingBlocks = 5n, staleMs = 60_000 } = options
  const { facts, lastFailure } = health
  if (health.failuresInARow > 0 && lastFailure !== undefined) {
    return { kind: 'failing', failure: lastFailure.kind, sentence: lastFailure.sentence }
  }
  if (
    expectedChainId !== undefined &&
    facts.chainId !== undefined &&
    facts.chainId !== expectedChainId
  ) {
    return { kind: 'wrong-chain', expected: expectedChainId, actual: facts.chainId }
  }
  if (facts.isCatchingUp === true) return { kind: 'catching-up' }
  const blocks = computeLag(health, peers)
  if (blocks !== undefined && blocks > laggingBlocks) return { kind: 'lagging', blocks }
  const ageMs = health.blockAgeMs
  if (ageMs !== undefined && ageMs > staleMs) return { kind: 'stale', ageMs }
  return health.lastSuccessAtMs === undefined ? { kind: 'unknown' } : { kind: 'ok' }
}

/** One sentence on an endpoint's condition. */
export function describeEndpointState(state: EndpointState): string {
  switch (state.kind) {
    case 'unknown':
      return 'Not asked yet.'
    case 'ok':
      return 'Answers and keeps up.'
    case 'lagging':
      return `Answers, but is ${state.blocks} blocks behind the others.`
    case 'stale':
      return `Answers; its newest block was ${durationText(state.ageMs)} old, and no other node is ahead.`
    case 'catching-up':
      return 'Answers, but is still catching up with the chain.'
    case 'wrong-chain':
      return `Is a node of ${state.actual}, not of ${state.expected}.`
    case 'failing':
      return state.sentence
  }
}

function durationText(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  if (minutes < 120) return `${minutes} min`
  const hours = Math.round(minutes / 60)
  return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} days`
}
