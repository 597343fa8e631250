import { useQuery } from '@tanstack/react-query'
import type { Failure } from '../../domain/failure.ts'
import type { AccountGround } from '../../queries/account.ts'
import { useChain } from '../../queries/chain.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import { useFollowing } from '../../queries/following.ts'
import { type ProposalList, proposalListQuery } from '../../queries/proposal-list.ts'
import { searchStandingQuery } from '../../queries/search-standing.ts'

/** What every part of an account's page is read against. */
export type AccountGroundState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly retry: () => void }
  | {
      readonly kind: 'ready'
      /** The list's own height, so that votes and what they are on are of one moment. */
      readonly ground: AccountGround
      /** undefined where only the height could be had. */
      readonly list: ProposalList | undefined
      /** Why the list is missing, or is not whole. */
      readonly listFailure: Failure | undefined
      readonly isListRead: boolean
      readonly retry: () => void
    }

export function useAccountGround(): AccountGroundState {
  const chain = useChain()
  const listQuery = proposalListQuery(chain)
  const list = useQuery(listQuery)
  useFollowing(listQuery.queryKey, 30_000, list.data !== undefined)
  const isListLost = list.data === undefined && list.error !== null
  const standing = useQuery({ ...searchStandingQuery(chain), enabled: isListLost })
  const listFailure = list.error === null ? undefined : describeQueryFailure(list.error)
  const retry = () => {
    void list.refetch()
    if (isListLost) void standing.refetch()
  }
  if (list.data !== undefined) {
    return {
      kind: 'ready',
      ground: groundOf(list.data.source),
      list: list.data,
      listFailure,
      isListRead: list.data.isComplete,
      retry,
    }
  }
  if (standing.data !== undefined) {
    const ground = groundOf(standing.data.source)
    return { kind: 'ready', ground, list: undefined, listFailure, isListRead: false, retry }
  }
  return standing.error !== null && listFailure !== undefined
    ? { kind: 'failed', failure: listFailure, retry }
    : { kind: 'loading' }
}

function groundOf({ chainId, height, time }: AccountGround): AccountGround {
  return { chainId, height, time }
}
