import { useQuery } from '@tanstack/react-query'
import { classifyConversion } from '../../../domain/proposal-life.ts'
import { useChain } from '../../../queries/chain.ts'
import type { ConversionReport } from '../../../queries/conversion.ts'
import { describeQueryFailure } from '../../../queries/failures.ts'
import type { ProposalDetail } from '../../../queries/proposal-detail.ts'
import { seenVotesQuery } from '../../../queries/seen-votes.ts'
import { bondedValidatorsQuery } from '../../../queries/validator-names.ts'
import { voteHistoryQuery } from '../../../queries/vote-history.ts'
import { Section } from '../../../ui/page/Heading.tsx'
import { FirstRound } from './FirstRound.tsx'
import { IndexedVotesPart } from './IndexedVotesPart.tsx'
import { SeenVotesPart } from './SeenVotesPart.tsx'

export interface ClosedVotesProps {
  readonly detail: Extract<ProposalDetail, { kind: 'found' }>
  readonly conversion: ConversionReport | undefined
  readonly denom: string
  readonly now: Date
}

const NO_NAMES = [] as const

/** A vote that has ended: the chain has deleted the votes, and what is left elsewhere of them. */
export function ClosedVotes({ detail, conversion, denom, now }: ClosedVotesProps) {
  const chain = useChain()
  const { proposal, params, source } = detail
  const seen = useQuery(seenVotesQuery(chain, source.chainId, proposal.id))
  const history = useQuery(voteHistoryQuery(chain, proposal.id))
  const hasHistory = history.data?.kind === 'read' && history.data.byVoter.size > 0
  const names = useQuery({ ...bondedValidatorsQuery(chain, source.height), enabled: hasHistory })
  const areNamesPending = hasHistory && names.data === undefined && names.error === null
  return (
    <>
      {(conversion?.conversion ?? classifyConversion(proposal)) === 'converted' && (
        <FirstRound
          proposal={proposal}
          params={params.kind === 'known' ? params.value : undefined}
          report={conversion}
          view={undefined}
          denom={denom}
          now={now}
        />
      )}
      <Section title="Votes" id="votes" aside="deleted by the chain">
        <p className="max-w-[80ch]">
          The chain deletes the votes when voting ends. Of them it keeps the final tally above and
          nothing else, so who voted what can only be told by those who saw it.
        </p>
        {seen.data !== undefined && (
          <SeenVotesPart
            report={seen.data}
            chainId={source.chainId}
            convertedAt={conversion?.height}
            denom={denom}
          />
        )}
        <IndexedVotesPart
          // With the names, so that rows do not grow when those come.
          report={areNamesPending ? undefined : history.data}
          failure={history.error === null ? undefined : describeQueryFailure(history.error)}
          names={names.data ?? NO_NAMES}
          convertedAt={conversion?.height}
          upTo={source.height}
          denom={denom}
        />
      </Section>
    </>
  )
}
