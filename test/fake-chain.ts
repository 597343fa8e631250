import { createEmptyArchive } from '../src/archive/proposal-archive.ts'
import { createMemoryUpgradeTimesArchive } from '../src/archive/upgrade-times.ts'
import { createEmptyVoteArchive } from '../src/archive/vote-archive.ts'
import type { Chain } from '../src/queries/chain.ts'
import { NOT_FOLLOWING } from '../src/queries/following.ts'
import { NO_NODES } from '../src/queries/nodes.ts'

/** A chain that keeps nothing, expects nothing and is never busy. The clock stands at the recordings' time. */
export function createFakeChain(
  transport: Chain['transport'],
  overrides: Partial<Chain> = {},
): Chain {
  return {
    key: transport.endpoints.join(' '),
    transport,
    explicitHeight: undefined,
    expectedChainId: undefined,
    isOwnNode: true,
    nodes: NO_NODES,
    openArchive: createEmptyArchive,
    openVoteArchive: async () => createEmptyVoteArchive(),
    openUpgradeTimes: async () => createMemoryUpgradeTimesArchive(),
    now: () => new Date('2026-11-21T03:05:26Z'),
    onFacts: () => undefined,
    following: NOT_FOLLOWING,
    whenIdle: () => Promise.resolve(),
    ...overrides,
  }
}
