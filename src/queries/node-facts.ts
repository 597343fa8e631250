import { describeFailure } from '../chain/failure.ts'
import { fetchNodeFacts, type NodeFacts, type NodeTransport } from '../chain/node.ts'
import type { Failure } from '../domain/failure.ts'
import { classifyNode, type NodeState, SKEW_ALLOWED_MS } from '../domain/node-state.ts'

/** One endpoint, asked on its own. */
export type NodeReport =
  | {
      readonly kind: 'answered'
      readonly endpoint: string
      readonly facts: NodeFacts
      readonly latencyMs: number
    }
  | { readonly kind: 'failed'; readonly endpoint: string; readonly failure: Failure }

/** One round trip to one endpoint; a node that fails is a report, not an error. */
export async function readNode(
  transport: NodeTransport,
  clockMs: () => number,
): Promise<NodeReport> {
  const endpoint = transport.endpoints[0] ?? ''
  const startedAtMs = clockMs()
  try {
    const facts = await fetchNodeFacts(transport)
    return { kind: 'answered', endpoint, facts, latencyMs: clockMs() - startedAtMs }
  } catch (error) {
    return { kind: 'failed', endpoint, failure: describeFailure(error) }
  }
}

export type AnsweredReport = Extract<NodeReport, { kind: 'answered' }>

/** How a node that answered stands among all that did: its state, and blocks behind the best of its chain. */
export function standingOf(
  { facts }: AnsweredReport,
  all: readonly NodeReport[],
  now: Date,
): { readonly state: NodeState; readonly lag: bigint } {
  const isAhead = ({ latestBlockTime }: NodeFacts) =>
    latestBlockTime.getTime() - now.getTime() > SKEW_ALLOWED_MS
  const bestHeight = all.reduce(
    (best, other) =>
      other.kind === 'answered' &&
      other.facts.chainId === facts.chainId &&
      // One that tells of blocks from the future does not put those behind that do not.
      (isAhead(facts) || !isAhead(other.facts)) &&
      other.facts.latestHeight > best
        ? other.facts.latestHeight
        : best,
    facts.latestHeight,
  )
  return {
    state: classifyNode({ ...facts, planHeight: facts.plan?.height }, bestHeight, now),
    lag: bestHeight - facts.latestHeight,
  }
}
