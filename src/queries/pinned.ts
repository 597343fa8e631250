import { AbciQueryError } from '../chain/abci.ts'
import { fetchNodeFacts, type NodeFacts, requireChain, requireDemoChain } from '../chain/node.ts'
import { choosePin, type PinChoice } from '../domain/pin.ts'
import type { Chain } from './chain.ts'

/** The height one picture is read at, and the node facts that chose it. */
export interface Pinned {
  readonly facts: NodeFacts
  readonly pin: PinChoice
}

/** One round trip: asks a node where the chain stands and chooses the height to read at. */
export async function fetchPinned(chain: Chain, signal: AbortSignal | undefined): Promise<Pinned> {
  const facts = await fetchNodeFacts(chain.transport, signal ? { signal } : {})
  requireChain(facts, chain.expectedChainId)
  if (chain.isDemo === true) requireDemoChain(facts)
  chain.onFacts(facts)
  return { facts, pin: pinOf(chain, facts) }
}

function pinOf(chain: Chain, facts: NodeFacts): PinChoice {
  return choosePin({
    explicitHeight: chain.explicitHeight,
    latestHeight: facts.latestHeight,
    planHeight: facts.plan?.height,
    lastAppliedHeight: facts.lastAppliedHeight,
  })
}

/**
 * Reads at the pinned height. Where the node has no state there after all (code 26 or 38), reads once more at its newest
 * height; a height the reader asked for is never replaced.
 */
export async function readAtPin<T>(
  pinned: Pinned,
  read: (pinned: Pinned) => Promise<T>,
): Promise<T> {
  try {
    return await read(pinned)
  } catch (error) {
    if (pinned.pin.reason === 'asked-for' || !isStateMissing(error)) throw error
    if (pinned.pin.height === pinned.facts.latestHeight) throw error
    return read({
      facts: pinned.facts,
      pin: { height: pinned.facts.latestHeight, reason: 'latest' },
    })
  }
}

/** Whether the nodes that answer have no state at the height asked for, or not any more. */
export function isStateMissing(error: unknown): boolean {
  return (
    error instanceof AbciQueryError && (error.refusal === 'pruned' || error.refusal === 'in-future')
  )
}
