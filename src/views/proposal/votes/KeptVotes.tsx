import { useQuery } from '@tanstack/react-query'
import { useChain } from '../../../queries/chain.ts'
import type { ProposalDetail } from '../../../queries/proposal-detail.ts'
import { seenVotesQuery } from '../../../queries/seen-votes.ts'
import { Section } from '../../../ui/page/Heading.tsx'
import { SeenVotesPart } from './SeenVotesPart.tsx'

export interface KeptVotesProps {
  readonly detail: Extract<ProposalDetail, { kind: 'found' }>
  readonly denom: string
}

/** A vote that was open when a node was read last: what this browser saw of it by then. */
export function KeptVotes({ detail, denom }: KeptVotesProps) {
  const { proposal, source } = detail
  const seen = useQuery(seenVotesQuery(useChain(), source.chainId, proposal.id))
  return (
    <Section title="Votes" id="votes" aside="not read now">
      <p className="max-w-[80ch]">
        No endpoint can be read, so who has voted by now, and whether the vote is still open, is not
        known.
      </p>
      {seen.data !== undefined && (
        <SeenVotesPart
          report={seen.data}
          chainId={source.chainId}
          convertedAt={undefined}
          denom={denom}
        />
      )}
    </Section>
  )
}
