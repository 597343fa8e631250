import { Link } from '@tanstack/react-router'
import type { Proposal } from '../../domain/proposal.ts'
import { HostileText } from '../../ui/text/HostileText.tsx'

/** A proposal by number and title, leading to its page. */
export function ProposalLink({ proposal }: { readonly proposal: Pick<Proposal, 'id' | 'title'> }) {
  return (
    <Link to="/proposals/$id" params={{ id: proposal.id.toString() }} search={{}}>
      <span className="tabular text-ink-2">{proposal.id.toString()}</span>{' '}
      <HostileText text={proposal.title} limit={120} isCutSilently absence="(no title)" />
    </Link>
  )
}
