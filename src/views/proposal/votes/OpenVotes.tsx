import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { classifyConversion } from '../../../domain/proposal-life.ts'
import { useChain } from '../../../queries/chain.ts'
import type { ConversionReport } from '../../../queries/conversion.ts'
import { describeQueryFailure } from '../../../queries/failures.ts'
import type { ProposalDetail } from '../../../queries/proposal-detail.ts'
import { voteHistoryQuery } from '../../../queries/vote-history.ts'
import { type VoteView, votesQuery } from '../../../queries/votes.ts'
import { SourceNote } from '../../../ui/page/SourceNote.tsx'
import { FailureMessage } from '../../../ui/state/FailureMessage.tsx'
import { DelegatorSection } from './DelegatorSection.tsx'
import { FindingList } from './FindingList.tsx'
import { FirstRound } from './FirstRound.tsx'
import { HistoryNote } from './HistoryNote.tsx'
import { keepLastView, type LastView } from './last-view.ts'
import { MissingSection } from './MissingSection.tsx'
import { useExactVote } from './use-exact-vote.ts'
import { VoteLists } from './VoteLists.tsx'
import { VotesSkeleton } from './VotesSkeleton.tsx'

export interface OpenVotesProps {
  readonly detail: Extract<ProposalDetail, { kind: 'found' }>
  readonly conversion: ConversionReport | undefined
  readonly denom: string
  readonly now: Date
}

/** Everything about a vote that is still open. */
export function OpenVotes(props: OpenVotesProps) {
  const { detail, conversion, denom, now } = props
  const { proposal, params } = detail
  const chain = useChain()
  const id = proposal.id.toString()
  const [held, setHeld] = useState(detail)
  const { data, error, refetch, isFetching } = useQuery(votesQuery(chain, held))
  // A reading under way is let finish: where blocks come faster than a node answers, none would ever be done.
  if (held !== detail && (!isFetching || held.proposal.id !== proposal.id)) setHeld(detail)
  // A new height is a new picture; until it is read, or when it cannot be, the last one stands with its own height.
  const [kept, setKept] = useState<LastView>()
  const last = keepLastView(kept, data, { chainKey: chain.key, id: proposal.id })
  if (last !== kept) setKept(last)
  const view = last?.view
  const isConverted = (conversion?.conversion ?? classifyConversion(proposal)) === 'converted'
  return (
    <>
      {isConverted && (
        <FirstRound
          proposal={proposal}
          params={params.kind === 'known' ? params.value : undefined}
          report={conversion}
          view={view}
          denom={denom}
          now={now}
        />
      )}
      {error !== null && (
        <div className="mt-8">
          <FailureMessage
            failure={describeQueryFailure(error)}
            title={
              view === undefined
                ? 'The votes could not be read'
                : 'The votes are shown as they were read before; reading them again failed'
            }
            onRetry={() => void refetch()}
          />
        </div>
      )}
      {view !== undefined ? (
        <ReadVotes
          key={id}
          newest={view}
          convertedAt={conversion?.height}
          denom={denom}
          now={now}
        />
      ) : (
        error === null && <VotesSkeleton />
      )}
    </>
  )
}

interface ReadVotesProps {
  readonly newest: VoteView
  readonly convertedAt: bigint | undefined
  readonly denom: string
  readonly now: Date
}

function ReadVotes({ newest, convertedAt, denom, now }: ReadVotesProps) {
  const counting = useExactVote(newest)
  const history = useQuery(voteHistoryQuery(useChain(), newest.proposal.id, newest.votes))
  const view = counting.counted?.view ?? newest
  const exact = counting.counted?.vote
  return (
    <>
      <FindingList
        findings={exact?.exact.findings ?? view.validatorTally.findings}
        labels={view.labels}
        denom={denom}
      />
      <MissingSection view={view} exact={exact} denom={denom} />
      <DelegatorSection view={newest} counting={counting} denom={denom} now={now} />
      <VoteLists
        view={view}
        exact={exact}
        denom={denom}
        history={history.data}
        convertedAt={convertedAt}
      />
      <HistoryNote
        report={history.data}
        failure={history.error === null ? undefined : describeQueryFailure(history.error)}
      />
      <SourceNote
        source={view.validatorsSource}
        now={now}
        definition="Power is the stake with bonded validators at this height. A validator is told by its address: names are free text, and those that are blank, hidden or alike carry the address."
      />
    </>
  )
}
