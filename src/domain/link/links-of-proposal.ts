import type { AepLink, LinkTable } from './link.ts'

/** Links to a proposal, or to the plan it asks for, by AEP. */
export function linksOfProposal(
  { links }: Pick<LinkTable, 'links'>,
  id: bigint,
): readonly AepLink[] {
  return links.filter(({ target }) => target.kind !== 'launch' && target.proposalId === id)
}
