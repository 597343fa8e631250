import { memo, useMemo } from 'react'
import { formatCount } from '../../../domain/format-integer.ts'
import type { SeenVotes } from '../../../domain/seen-votes.ts'
import { HeightText } from '../../../ui/text/HeightText.tsx'
import { PastVoteList } from './PastVoteList.tsx'
import { listSeenVotes } from './past-votes.ts'
import { useVotesFilter } from './use-votes-filter.ts'

export interface SeenVotesPartProps {
  /** null: this browser saw nothing. */
  readonly seen: SeenVotes | null
  /** Block that ended a failed expedited round. */
  readonly convertedAt: bigint | undefined
  readonly denom: string
}

/** The votes this browser kept while the vote was open. */
export const SeenVotesPart = memo(function SeenVotesPart(props: SeenVotesPartProps) {
  const { seen, convertedAt, denom } = props
  const control = useVotesFilter()
  const votes = useMemo(
    () =>
      seen === null
        ? []
        : listSeenVotes(seen, { after: convertedAt, upTo: BigInt(seen.lastHeight) }),
    [seen, convertedAt],
  )
  return (
    <>
      <h3 className="mt-5 text-m">What this browser saw</h3>
      {seen === null ? (
        <p className="mt-1 text-s text-ink-2">
          Nothing: this page was not open here while the vote was.
        </p>
      ) : (
        <>
          <p className="mt-1 max-w-[80ch] text-s text-ink-2">
            {formatCount(votes.length, 'vote')}, last looked at at height{' '}
            <HeightText height={BigInt(seen.lastHeight)} />. Votes cast or changed after that are
            not among them. Stake is of that height, all of it, also of delegators who voted
            themselves.
          </p>
          <PastVoteList
            label="Votes this browser saw"
            votes={votes}
            heightHeader="Seen until"
            denom={denom}
            control={control}
          />
        </>
      )}
    </>
  )
})
