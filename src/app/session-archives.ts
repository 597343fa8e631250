import { createMemoryProposalArchive } from '../archive/memory-proposal-archive.ts'
import { createProposalArchive, type ProposalArchive } from '../archive/proposal-archive.ts'
import type { UpgradeTimesArchive } from '../archive/upgrade-times.ts'
import type { VoteArchive } from '../archive/vote-archive.ts'
import { isDemoChainId } from '../domain/demo-chain.ts'
import type { Chain } from '../queries/chain.ts'
import { rememberVisit } from './early/visits.ts'

/** The archives of demo chains, by what others would be kept under: as long as the page, and nowhere else. */
export interface DemoArchives {
  readonly proposals: (scope: string) => ProposalArchive
  readonly votes: (scope: string) => Promise<VoteArchive>
  readonly upgradeTimes: (scope: string) => Promise<UpgradeTimesArchive>
}

export function createDemoArchives(): DemoArchives {
  return {
    proposals: remember(createMemoryProposalArchive),
    votes: remember(async () => {
      const { createMemoryVoteArchive } = await import('../archive/memory-vote-archive.ts')
      return createMemoryVoteArchive()
    }),
    upgradeTimes: remember(async () => {
      const { createMemoryUpgradeTimesArchive } = await import('../archive/upgrade-times.ts')
      return createMemoryUpgradeTimesArchive()
    }),
  }
}

function remember<T>(create: () => T): (scope: string) => T {
  const known = new Map<string, T>()
  return (scope) => {
    const archive = known.get(scope) ?? create()
    known.set(scope, archive)
    return archive
  }
}

export interface SessionArchiveParts {
  readonly demoArchives: DemoArchives
  /** Where to keep what is read under a chain's name. */
  readonly scopeOf: (chainId: string) => string
  /** The endpoint whose visits the early script asks for. */
  readonly firstUrl: string | undefined
}

/**
 * What a session keeps between visits. Of a demo chain nothing is, whoever serves it: invented data must not be found
 * under any name later on.
 */
export function createSessionArchives(
  parts: SessionArchiveParts,
): Pick<Chain, 'openArchive' | 'openVoteArchive' | 'openUpgradeTimes'> {
  const { demoArchives, scopeOf, firstUrl } = parts
  return {
    openArchive(chainId) {
      if (isDemoChainId(chainId)) return demoArchives.proposals(scopeOf(chainId))
      const archive = createProposalArchive(scopeOf(chainId))
      return {
        ...archive,
        // Leaves word for the early script: what was kept need not be asked for ahead of the app.
        async save(...kept) {
          const isKept = await archive.save(...kept)
          if (isKept && firstUrl !== undefined) rememberVisit(firstUrl, chainId)
          return isKept
        },
      }
    },
    async openVoteArchive(chainId) {
      if (isDemoChainId(chainId)) return demoArchives.votes(scopeOf(chainId))
      // Loaded late, for only the page of a proposal needs it.
      const { createVoteArchive } = await import('../archive/vote-archive.ts')
      return createVoteArchive(scopeOf(chainId))
    },
    async openUpgradeTimes(chainId) {
      if (isDemoChainId(chainId)) return demoArchives.upgradeTimes(scopeOf(chainId))
      const { createUpgradeTimesArchive } = await import('../archive/upgrade-times.ts')
      return createUpgradeTimesArchive(scopeOf(chainId))
    },
  }
}
