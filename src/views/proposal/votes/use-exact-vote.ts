import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { useChain } from '../../../queries/chain.ts'
import type { ExactProgress, ExactVote } from '../../../queries/exact-tally.ts'
import { exactVoteQuery } from '../../../queries/exact-vote.ts'
import type { VoteView } from '../../../queries/votes.ts'

/** A picture and its exact count, of one height. */
export interface CountedVote {
  readonly view: VoteView
  readonly vote: ExactVote
}

/** The exact count: not asked for, under way, there, or failed. */
export interface ExactCounting {
  readonly state:
    | { readonly kind: 'idle' }
    | { readonly kind: 'counting'; readonly progress: ExactProgress }
    | { readonly kind: 'failed'; readonly error: unknown }
    | { readonly kind: 'counted' }
  /** The last count that came to its end. Shown with its own picture, for heights are never mixed. */
  readonly counted: CountedVote | undefined
  /** Votes have come since `counted`. */
  readonly isBehind: boolean
  readonly start: () => void
  /** Ends a count under way, or goes back from the counted picture to the newest. */
  readonly stop: () => void
}

/**
 * Counts exactly when asked to, and by itself on the reader's own node, which nobody else has to share. A count is of the
 * picture it was begun with; on one's own node the next begins when votes have come since.
 */
export function useExactVote(newest: VoteView): ExactCounting {
  const chain = useChain()
  const client = useQueryClient()
  const [progress, setProgress] = useState<ExactProgress>()
  const [target, setTarget] = useState(chain.isOwnNode ? newest : undefined)
  const [last, setLast] = useState<CountedVote>()
  const query = useMemo(
    () => exactVoteQuery(chain, target ?? newest, setProgress),
    [chain, target, newest],
  )
  const { data, error, refetch } = useQuery({ ...query, enabled: target !== undefined })
  if (target !== undefined && data !== undefined && last?.vote !== data) {
    setLast({ view: target, vote: data })
  }
  const counted = target === undefined ? undefined : last
  const isDone = target !== undefined && data !== undefined
  const isBehind = counted !== undefined && hasChanged(counted.view, newest)
  if (chain.isOwnNode && isDone && hasChanged(target, newest)) setTarget(newest)

  const start = useCallback(() => {
    setProgress(undefined)
    setTarget(newest)
    if (error !== null) void refetch()
  }, [newest, error, refetch])
  const stop = useCallback(() => {
    setTarget(undefined)
    void client.cancelQueries({ queryKey: query.queryKey })
  }, [client, query.queryKey])
  return {
    state:
      target === undefined
        ? { kind: 'idle' }
        : isDone
          ? { kind: 'counted' }
          : error !== null
            ? { kind: 'failed', error }
            : { kind: 'counting', progress: progress ?? { read: 0, total: countVoters(target) } },
    counted,
    isBehind,
    start,
    stop,
  }
}

/** Whether another count would give another result: a vote or the stake behind one has changed. */
function hasChanged(before: VoteView, now: VoteView): boolean {
  if (before.source.height === now.source.height) return false
  const [a, b] = [before.official, now.official]
  return (
    before.votes.length !== now.votes.length ||
    before.bondedTokens !== now.bondedTokens ||
    a.yes !== b.yes ||
    a.no !== b.no ||
    a.noWithVeto !== b.noWithVeto ||
    a.abstain !== b.abstain
  )
}

function countVoters({ votes }: VoteView): number {
  return new Set(votes.map(({ voter }) => voter)).size
}
