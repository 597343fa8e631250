import { useQuery } from '@tanstack/react-query'
import type { Failure } from '../../domain/failure.ts'
import type { Proposal, ProposalRow } from '../../domain/proposal.ts'
import { isClosed } from '../../domain/proposal-life.ts'
import {
  type AccountGround,
  accountDepositsQuery,
  accountStakesQuery,
  accountValidatorQuery,
  accountVotesQuery,
} from '../../queries/account.ts'
import { namedValidatorsQuery } from '../../queries/account-validators.ts'
import { useChain } from '../../queries/chain.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import type { ProposalList } from '../../queries/proposal-list.ts'

/** What one part of the page has: its data, or why it has none. */
export interface PartState<T> {
  readonly data: T | undefined
  readonly failure: Failure | undefined
  readonly retry: () => void
}

/**
 * Every part of an account's page, asked for at once, so that one batch answers them and the page is drawn once. While
 * a newer height is read the parts of the last one stay, each with its own source.
 */
export function useAccountParts(
  address: string,
  operatorAddress: string,
  ground: AccountGround,
  list: ProposalList | undefined,
) {
  const chain = useChain()
  const unclosed = proposalsOf(list?.rows).filter((proposal) => !isClosed(proposal))
  const open = unclosed.filter(({ status }) => status === 'PROPOSAL_STATUS_VOTING_PERIOD')
  const bonded = useQuery({
    ...namedValidatorsQuery(chain, ground.height),
    placeholderData: (previous) => previous,
  })
  const profile = useQuery({
    ...accountValidatorQuery(chain, operatorAddress, ground),
    placeholderData: (previous) => previous,
  })
  const stakes = useQuery({
    ...accountStakesQuery(chain, address, ground),
    placeholderData: (previous) => previous,
  })
  const votes = useQuery({
    ...accountVotesQuery(chain, address, ground, idsOf(open)),
    placeholderData: (previous) => previous,
  })
  const deposits = useQuery({
    ...accountDepositsQuery(chain, address, ground, idsOf(unclosed)),
    placeholderData: (previous) => previous,
  })
  return {
    open,
    unclosed,
    bonded: partOf(bonded),
    profile: partOf(profile),
    stakes: partOf(stakes),
    votes: partOf(votes),
    deposits: partOf(deposits),
    /** Each part is there or has failed. */
    isSettled: [bonded, profile, stakes, votes, deposits].every(({ isPending }) => !isPending),
  }
}

function proposalsOf(rows: readonly ProposalRow[] | undefined): readonly Proposal[] {
  return (rows ?? []).flatMap((row) => (row.kind === 'proposal' ? [row.proposal] : []))
}

function idsOf(proposals: readonly Proposal[]): readonly bigint[] {
  return proposals.map(({ id }) => id)
}

function partOf<T>({
  data,
  error,
  refetch,
}: {
  readonly data: T | undefined
  readonly error: Error | null
  readonly refetch: () => Promise<unknown>
}): PartState<T> {
  return {
    data,
    failure: error === null ? undefined : describeQueryFailure(error),
    retry: () => void refetch(),
  }
}
