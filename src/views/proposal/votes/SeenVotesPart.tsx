import { memo, useMemo } from 'react'
import { formatCount } from '../../../domain/format-integer.ts'
import type { SeenVotes } from '../../../domain/seen-votes.ts'
import type { SeenReport } from '../../../queries/seen-votes.ts'
import { HeightText } from '../../../ui/text/HeightText.tsx'
import { PastVoteList } from './PastVoteList.tsx'
import { listSeenVotes } from './past-votes.ts'
import { SeenVotesExport } from './SeenVotesExport.tsx'
import { useVotesFilter } from './use-votes-filter.ts'

export interface SeenVotesPartProps {
  readonly report: SeenReport
  readonly chainId: string
  /** Block that ended a failed expedited round. */
  readonly convertedAt: bigint | undefined
  readonly denom: string
}

/** The votes this browser kept while the vote was open, and files of them. */
export const SeenVotesPart = memo(function SeenVotesPart(props: SeenVotesPartProps) {
  const { report, chainId, convertedAt, denom } = props
  return (
    <>
      <h3 className="mt-5 text-m">What this browser saw</h3>
      {report.kind === 'seen' ? (
        <SeenList seen={report.seen} convertedAt={convertedAt} denom={denom} />
      ) : (
        <p className="mt-1 text-s text-ink-2">
          {report.kind === 'nothing'
            ? 'Nothing: this page was not open here while the vote was.'
            : 'Not known: this browser lets this page keep nothing, as in a private window or with storage blocked.'}
        </p>
      )}
      {report.kind !== 'not-kept' && (
        <SeenVotesExport
          seen={report.kind === 'seen' ? report.seen : undefined}
          chainId={chainId}
        />
      )}
    </>
  )
})

interface SeenListProps {
  readonly seen: SeenVotes
  readonly convertedAt: bigint | undefined
  readonly denom: string
}

function SeenList({ seen, convertedAt, denom }: SeenListProps) {
  const control = useVotesFilter()
  const votes = useMemo(
    () => listSeenVotes(seen, { after: convertedAt, upTo: BigInt(seen.lastHeight) }),
    [seen, convertedAt],
  )
  return (
    <>
      <p className="mt-1 max-w-[80ch] text-s text-ink-2">
        {formatCount(votes.length, 'vote')}, last looked at at height{' '}
        <HeightText height={BigInt(seen.lastHeight)} />. Votes cast or changed after that are not
        among them. Stake is of that height, all of it, also of delegators who voted themselves.
      </p>
      <PastVoteList
        label="Votes this browser saw"
        votes={votes}
        heightHeader="Seen until"
        denom={denom}
        control={control}
      />
    </>
  )
}
