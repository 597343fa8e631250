import { type Query, useQuery } from '@tanstack/react-query'
import { type Figure, LOADING } from '../domain/figure.ts'
import { type Chain, useChain } from './chain.ts'
import { describeQueryFailure } from './failures.ts'
import { type FollowingState, useFollowing } from './following.ts'
import { proposalListQuery } from './proposal-list.ts'
import { buildUpgradeReport, listUnappliedHeights, type UpgradeReport } from './upgrade-report.ts'
import {
  type RoundsByHeight,
  restartRoundsQuery,
  restartsOf,
  type TimesByHeight,
  type TimesRequest,
  upgradeTimesQuery,
} from './upgrade-times.ts'
import { appliedUpgradesQuery, currentPlanQuery, type Told } from './upgrades.ts'

/** Blocks come every few seconds; plans do not. */
const EVERY_MS = 12_000

export interface UpgradesReading {
  readonly report: UpgradeReport
  readonly following: FollowingState
  /** Why the proposals could not be read, or not all of them. */
  readonly listError: Error | null
  readonly retry: () => void
}

const NOTHING: ReadonlyMap<string, never> = new Map<string, never>()

/**
 * Every plan of the chain, as it is being read: the applied ones in the first round trip, the newest proposals and the
 * header times in the second, the plan at the same height as the proposals in the third; older proposals and rounds
 * follow.
 */
export function useUpgrades(): UpgradesReading {
  const chain = useChain()
  const ofThisChain = keepWithin(chain)
  const listQuery = proposalListQuery(chain)
  const appliedQuery = appliedUpgradesQuery(chain)
  const list = useQuery(listQuery)
  const applied = useQuery(appliedQuery)
  const following = useFollowing(listQuery.queryKey, EVERY_MS)
  useFollowing(appliedQuery.queryKey, EVERY_MS)
  const picture = list.data?.source
  const plan = useQuery({
    ...currentPlanQuery(chain, picture),
    placeholderData: (previous, query) => ofThisChain(previous, query),
  })
  const request = requestOf(applied.data)
  const times = useQuery({
    ...upgradeTimesQuery(chain, request),
    placeholderData: (previous, query) => ofThisChain(previous, query),
  })
  const unapplied =
    list.data === undefined || applied.data === undefined || request === undefined
      ? []
      : listUnappliedHeights(list.data, applied.data.value)
  const otherTimes = useQuery({
    ...upgradeTimesQuery(
      chain,
      request === undefined || unapplied.length === 0
        ? undefined
        : { ...request, heights: unapplied },
    ),
    placeholderData: (previous, query) => ofThisChain(previous, query),
  })
  const rounds = useQuery({
    ...restartRoundsQuery(
      chain,
      request === undefined || times.data === undefined
        ? undefined
        : restartsOf(request, times.data),
    ),
    placeholderData: (previous, query) => ofThisChain(previous, query),
  })
  const timesByHeight: TimesByHeight = new Map([
    ...(times.data ?? failuresOf(request?.heights, times.error)),
    ...(otherTimes.data ?? NOTHING),
  ])
  const roundsByHeight: RoundsByHeight = rounds.data ?? NOTHING
  return {
    report: buildUpgradeReport({
      list: list.data,
      isListLost: list.error !== null,
      applied: toFigure(applied),
      plan: toFigure(plan),
      times: timesByHeight,
      rounds: roundsByHeight,
    }),
    following,
    listError: list.error,
    retry: () => {
      for (const query of [list, applied, plan, times, rounds]) {
        if (query.error !== null) void query.refetch()
      }
    },
  }
}

/** Until the next reading is there, the last one of this chain stands; that of another chain never does. */
function keepWithin(chain: Chain) {
  return <T>(previous: T | undefined, query: Pick<Query, 'queryKey'> | undefined): T | undefined =>
    query?.queryKey[0] === chain.key ? previous : undefined
}

function requestOf(
  applied: Told<readonly { readonly height: bigint }[]> | undefined,
): TimesRequest | undefined {
  if (applied === undefined) return undefined
  const { value, source } = applied
  const heights = value.map(({ height }) => height).toReversed()
  return { chainId: source.chainId, heights, reached: source.height }
}

/** A reading that failed as a whole is a failure of every height in it. */
function failuresOf(heights: readonly bigint[] | undefined, error: Error | null): TimesByHeight {
  if (error === null || heights === undefined) return NOTHING
  const failed = { kind: 'failed', failure: describeQueryFailure(error) } as const
  return new Map(heights.map((height) => [height.toString(), failed]))
}

function toFigure<T>({
  data,
  error,
}: {
  readonly data: Told<T> | undefined
  readonly error: Error | null
}): Figure<T> {
  if (data !== undefined) return { kind: 'known', value: data.value, source: data.source }
  return error === null ? LOADING : { kind: 'failed', failure: describeQueryFailure(error) }
}
