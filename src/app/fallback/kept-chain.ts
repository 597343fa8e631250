import type { NodeTransport } from '../../chain/node.ts'
import type { Chain } from '../../queries/chain.ts'
import { NOT_FOLLOWING } from '../../queries/following.ts'
import { NotKeptError } from '../../queries/not-kept.ts'

/**
 * A chain as earlier visits left it: nothing is asked of any node, not even for a second opinion, and its answers have
 * query keys of their own. What is known of its nodes still shows.
 */
export function createKeptChain(chain: Chain, chainId: string): Chain {
  const refuse = () => Promise.reject(new NotKeptError())
  const transport: NodeTransport = {
    endpoints: [],
    request: refuse,
    execute: refuse,
    disconnect: () => undefined,
  }
  return {
    ...chain,
    key: `${chain.key} kept`,
    transport,
    nodes: {
      ...chain.nodes,
      peers: chain.nodes.peers.map((peer) => ({ ...peer, transport, openEvents: refuse })),
    },
    following: NOT_FOLLOWING,
    onlyKept: { chainId },
  }
}
