import { queryOptions } from '@tanstack/react-query'
import type { NodeHealthSnapshot } from '../chain/node-health.ts'
import { type AnsweredReport, type NodeReport, readNode } from './node-facts.ts'
import type { ChainNodes, NodePeer } from './nodes.ts'

/** Least milliseconds between two questions to one endpoint about itself: most are run by volunteers. */
export const ASKED_EVERY_MS = 10_000
/** Pause after which the screen about nodes asks again by itself. */
const REFRESHED_EVERY_MS = 20_000

/** What an endpoint told when it was last asked about itself. */
export interface PeerReport {
  readonly name: string
  /** `waiting`: it was not asked, because it wants to be left alone until then. */
  readonly newest: NodeReport | { readonly kind: 'waiting'; readonly untilMs: number }
  /** The last answer, which may be older than `newest`. */
  readonly answered: AnsweredReport | undefined
  /** Times of the health's clock, milliseconds since the epoch. */
  readonly askedAtMs: number
}

/**
 * One endpoint asked about itself. Kept under its own name, so that the same endpoint in another choice is not asked
 * anew; not asked while the page is hidden or while it rests.
 */
export function peerReportQuery({ health }: Pick<ChainNodes, 'health'>, peer: NodePeer) {
  const queryKey = ['node', peer.name] as const
  return queryOptions({
    queryKey,
    queryFn: ({ client }) =>
      readPeer(peer, health.snapshot(peer.name), client.getQueryData<PeerReport>(queryKey), () =>
        health.now(),
      ),
    staleTime: ASKED_EVERY_MS,
    // A device without network is told so by the request, with a sentence.
    networkMode: 'always',
    refetchInterval: () =>
      Math.max(REFRESHED_EVERY_MS, (health.snapshot(peer.name).restsUntilMs ?? 0) - health.now()),
  })
}

/** Asks, unless the endpoint named a time before which it does not want to be. */
export async function readPeer(
  peer: Pick<NodePeer, 'name' | 'transport'>,
  { retryNotBeforeMs }: Pick<NodeHealthSnapshot, 'retryNotBeforeMs'>,
  before: PeerReport | undefined,
  nowMs: () => number,
): Promise<PeerReport> {
  const { name } = peer
  if (retryNotBeforeMs !== undefined && retryNotBeforeMs > nowMs()) {
    return {
      name,
      newest: { kind: 'waiting', untilMs: retryNotBeforeMs },
      answered: before?.answered,
      askedAtMs: before?.askedAtMs ?? 0,
    }
  }
  const newest = await readNode(peer.transport, () => performance.now())
  return {
    name,
    newest,
    answered: newest.kind === 'answered' ? newest : before?.answered,
    askedAtMs: nowMs(),
  }
}
