import type { Chain } from '../../queries/chain.ts'
import { NOT_FOLLOWING } from '../../queries/following.ts'
import { NotKeptError } from '../../queries/not-kept.ts'

/** A chain as earlier visits left it: nothing is asked of any node, and its answers have query keys of their own. */
export function createKeptChain(chain: Chain, chainId: string): Chain {
  const refuse = () => Promise.reject(new NotKeptError())
  return {
    ...chain,
    key: `${chain.key} kept`,
    transport: { endpoints: [], request: refuse, execute: refuse, disconnect: () => undefined },
    following: NOT_FOLLOWING,
    onlyKept: { chainId },
  }
}
