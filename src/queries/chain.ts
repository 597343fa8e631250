import { createContext, useContext } from 'react'
import type { ProposalArchive } from '../archive/proposal-archive.ts'
import type { UpgradeTimesArchive } from '../archive/upgrade-times.ts'
import type { VoteArchive } from '../archive/vote-archive.ts'
import type { NodeFacts, NodeTransport } from '../chain/node.ts'
import type { Following } from './following.ts'
import type { ChainNodes } from './nodes.ts'

/** A chain as the queries see it: who to ask, what was kept, what time it is. */
export interface Chain {
  /** Keeps the answers of two networks, endpoint choices or heights apart in the query cache. */
  readonly key: string
  readonly transport: NodeTransport
  readonly nodes: ChainNodes
  /** The height the reader asked for (`?height=`, `--height`). */
  readonly explicitHeight: bigint | undefined
  /** The chain the reader expects to find; undefined for an endpoint they typed. */
  readonly expectedChainId: string | undefined
  /** All its nodes are on this machine: nobody else has to share them, so they may be asked thousands of questions. */
  readonly isOwnNode: boolean
  /** Only a chain of the product's own invention is shown as this one. */
  readonly isDemo?: boolean
  /**
   * Set when no node can be read: what earlier visits kept of the chain of this id is all there is, and `transport`
   * rejects everything with NotKeptError.
   */
  readonly onlyKept?: { readonly chainId: string }
  readonly openArchive: (chainId: string) => ProposalArchive
  readonly openVoteArchive: (chainId: string) => Promise<VoteArchive>
  readonly openUpgradeTimes: (chainId: string) => Promise<UpgradeTimesArchive>
  readonly now: () => Date
  readonly following: Following
  /** Told of every node that was asked where the chain stands. */
  readonly onFacts: (facts: NodeFacts) => void
  /** Resolves when the page has time for what is not on screen yet; at once where there is no page. */
  readonly whenIdle: () => Promise<void>
}

const ChainContext = createContext<Chain | undefined>(undefined)

export const ChainProvider = ChainContext.Provider

/** The chain of the page. @throws {Error} outside of ChainProvider, which is a mistake in the code */
export function useChain(): Chain {
  const chain = useContext(ChainContext)
  if (chain === undefined) throw new Error('no chain is chosen above this component')
  return chain
}
