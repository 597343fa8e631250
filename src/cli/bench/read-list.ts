import { createEmptyArchive, type ProposalArchive } from '../../archive/proposal-archive.ts'
import { createMemoryUpgradeTimesArchive } from '../../archive/upgrade-times.ts'
import { createEmptyVoteArchive } from '../../archive/vote-archive.ts'
import type { Chain } from '../../queries/chain.ts'
import { NOT_FOLLOWING } from '../../queries/following.ts'
import { NO_NODES } from '../../queries/nodes.ts'
import { type ProposalList, readProposalList } from '../../queries/proposal-list.ts'
import { createConnection } from '../../rpc/connection.ts'

/** A chain read by a fresh connection, as a page opened anew has it. */
export function openChain(url: string, archive: ProposalArchive = createEmptyArchive()): Chain {
  return {
    key: url,
    transport: createConnection([{ url }]).transport,
    explicitHeight: undefined,
    expectedChainId: undefined,
    openArchive: () => archive,
    now: () => new Date(),
    isOwnNode: false,
    nodes: NO_NODES,
    following: NOT_FOLLOWING,
    openVoteArchive: () => Promise.resolve(createEmptyVoteArchive()),
    openUpgradeTimes: async () => createMemoryUpgradeTimesArchive(),
    onFacts: () => undefined,
    whenIdle: () => Promise.resolve(),
  }
}

/** Reads the list to its end. `onPicture` hears of every picture on the way. */
export async function readList(
  chain: Chain,
  onPicture: (picture: ProposalList) => void = () => undefined,
): Promise<ProposalList> {
  let last: ProposalList | undefined
  for await (const picture of readProposalList(chain)) {
    onPicture(picture)
    last = picture
  }
  if (last === undefined) throw new Error('reading the list gave nothing')
  return last
}

/** What a browser keeps between visits, kept in memory. */
export function createMemoryArchive(): ProposalArchive {
  let kept: Awaited<ReturnType<ProposalArchive['load']>> = {
    proposals: [],
    completeBelow: undefined,
  }
  return {
    load: () => Promise.resolve(kept),
    save(proposals, completeBelow) {
      const byId = new Map([...kept.proposals, ...proposals].map((one) => [one.id, one]))
      kept = { proposals: [...byId.values()], completeBelow }
      return Promise.resolve(true)
    },
    clear() {
      kept = { proposals: [], completeBelow: undefined }
      return Promise.resolve()
    },
  }
}
