import { Link } from '@tanstack/react-router'
import type { Source } from '../../domain/source.ts'
import { Kicker, Lede, PageTitle } from '../../ui/page/Heading.tsx'
import { SourceNote } from '../../ui/page/SourceNote.tsx'

export interface AbsentProposalProps {
  readonly id: bigint
  readonly newestId: bigint | undefined
  readonly source: Source
  readonly now: Date
}

/** A number the chain has no proposal for, explained as far as it can be. */
export function AbsentProposal({ id, newestId, source, now }: AbsentProposalProps) {
  const isAhead = newestId !== undefined && id > newestId
  return (
    <>
      <Kicker>Proposal {id.toString()}</Kicker>
      <PageTitle>
        {isAhead ? 'There is no such proposal yet' : 'The chain has no proposal of this number'}
      </PageTitle>
      <Lede>
        {isAhead ? (
          <>
            The newest one is{' '}
            <Link to="/proposals/$id" params={{ id: newestId.toString() }} search={{}}>
              {newestId.toString()}
            </Link>
            . One with a higher number may also have been submitted and deleted again.
          </>
        ) : (
          'It was cancelled by its proposer, or its deposit was never met: the chain deletes both, and keeps nothing but the number.'
        )}
      </Lede>
      <Link to="/proposals" search={{}}>
        All proposals
      </Link>
      <SourceNote source={source} now={now} />
    </>
  )
}
