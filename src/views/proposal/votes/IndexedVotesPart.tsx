import { memo, useMemo } from 'react'
import type { Failure } from '../../../domain/failure.ts'
import { sanitizeChainText } from '../../../domain/format-chain-text.ts'
import { formatCount } from '../../../domain/format-integer.ts'
import type { VoteHistoryReport } from '../../../queries/vote-history.ts'
import { Skeleton } from '../../../ui/state/Skeleton.tsx'
import { PastVoteList } from './PastVoteList.tsx'
import { listIndexedVotes, type VoterName } from './past-votes.ts'
import { useVotesFilter } from './use-votes-filter.ts'

export interface IndexedVotesPartProps {
  /** undefined while the index is asked. */
  readonly report: VoteHistoryReport | undefined
  readonly failure: Failure | undefined
  /** To name validators by; empty while unknown. */
  readonly names: readonly VoterName[]
  readonly convertedAt: bigint | undefined
  /** The height the page was read at. */
  readonly upTo: bigint
  readonly denom: string
}

/** The votes the node's transaction index still tells. */
export const IndexedVotesPart = memo(function IndexedVotesPart(props: IndexedVotesPartProps) {
  const { report, failure, names, convertedAt, upTo, denom } = props
  const control = useVotesFilter()
  const byVoter = report?.kind === 'read' ? report.byVoter : undefined
  const votes = useMemo(
    () =>
      byVoter === undefined ? [] : listIndexedVotes(byVoter, names, { after: convertedAt, upTo }),
    [byVoter, names, convertedAt, upTo],
  )
  return (
    <>
      <h3 className="mt-5 text-m">What the node’s transactions tell</h3>
      <div className="mt-1 max-w-[80ch] text-s text-ink-2">
        {failure !== undefined ? (
          <p>Not known: {sanitizeChainText(failure.sentence)}</p>
        ) : report === undefined ? (
          <Skeleton lines={2} label="votes from the index of transactions" />
        ) : report.kind === 'no-index' ? (
          <p>
            Nothing: this node keeps no index of transactions. Choose another node to see who voted.
          </p>
        ) : (
          <p>
            {votes.length === 0
              ? 'Its index names no vote, which does not mean there was none: it may begin after the vote.'
              : `${formatCount(votes.length, 'vote')}, from this node's index, may be incomplete: it may begin after the vote did, and transactions say nothing of stake. Validators are named as of now.`}
          </p>
        )}
      </div>
      {votes.length > 0 && (
        <PastVoteList
          label="Votes from the index of transactions"
          votes={votes}
          heightHeader="Cast at"
          denom={denom}
          control={control}
        />
      )}
    </>
  )
})
