import type { ArchivedProposal, KeptProposals, ProposalArchive } from './proposal-archive.ts'

/** For chains that must leave nothing behind: forgotten with the page. */
export function createMemoryProposalArchive(): ProposalArchive {
  const proposals = new Map<string, ArchivedProposal>()
  let rest: Omit<KeptProposals, 'proposals'> = { completeBelow: undefined }
  return {
    load: () => Promise.resolve({ ...rest, proposals: [...proposals.values()] }),
    save(more, completeBelow, lastReading = rest.lastReading) {
      for (const proposal of more) proposals.set(proposal.id, proposal)
      rest = { completeBelow, lastReading }
      return Promise.resolve(true)
    },
    clear() {
      proposals.clear()
      rest = { completeBelow: undefined }
      return Promise.resolve()
    },
  }
}
