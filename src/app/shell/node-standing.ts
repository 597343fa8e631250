import type { NodeFacts } from '../../chain/node.ts'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { classifyNode, describeNodeState, type NodeState } from '../../domain/node-state.ts'
import type { EndpointHealth } from '../../rpc/health.ts'
import { bestHeightFor } from '../../rpc/ranking.ts'

/**
 * How the node that was read last stands. Its age is judged at the time it told of its newest block: a page that has
 * asked nobody for a while must not call a node old. undefined until a node was read.
 */
export function nodeStateOf(
  facts: NodeFacts | undefined,
  snapshots: readonly EndpointHealth[],
): NodeState | undefined {
  const own = snapshots.find(({ endpoint }) => endpoint === facts?.endpoint)
  if (facts === undefined || own === undefined) return undefined
  const { latestHeight, latestBlockTimeMs, isCatchingUp = false } = own.facts
  if (latestHeight === undefined || latestBlockTimeMs === undefined) return undefined
  return classifyNode(
    {
      latestHeight,
      latestBlockTime: new Date(latestBlockTimeMs),
      isCatchingUp,
      planHeight: facts.plan?.height,
      lastAppliedHeight: facts.lastAppliedHeight,
    },
    bestHeightFor(own, snapshots) ?? latestHeight,
    new Date(latestBlockTimeMs + (own.blockAgeMs ?? 0)),
  )
}

/** What the reader must know of the node the figures come from; undefined where all is well. */
export function noticeOfNode(
  facts: NodeFacts | undefined,
  snapshots: readonly EndpointHealth[],
): string | undefined {
  const state = nodeStateOf(facts, snapshots)
  if (facts === undefined || state === undefined || state.kind === 'ok') return undefined
  return `${sanitizeChainText(facts.endpoint)}: ${describeNodeState(state)}`
}

/** `warn` where some endpoint fails, or the one that was read is not up to date; `bad` where all fail. */
export function toneOf(
  snapshots: readonly EndpointHealth[],
  state: NodeState | undefined,
): 'good' | 'warn' | 'bad' | 'none' {
  const heard = snapshots.filter(
    ({ lastSuccessAtMs, lastFailure }) => lastSuccessAtMs !== undefined || lastFailure,
  )
  if (heard.length === 0) return 'none'
  const failing = heard.filter(({ failuresInARow }) => failuresInARow > 0)
  if (failing.length === heard.length) return 'bad'
  return failing.length > 0 || (state !== undefined && state.kind !== 'ok') ? 'warn' : 'good'
}
