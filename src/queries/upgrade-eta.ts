import { queryOptions, useQuery } from '@tanstack/react-query'
import { fetchBlockSamples, findLowestKept } from '../chain/block-samples.ts'
import {
  CURRENT_PLAN_PATH,
  fetchAppliedUpgrades,
  fetchCurrentPlan,
} from '../chain/upgrade-history.ts'
import { formatCount } from '../domain/format-integer.ts'
import type { Plan } from '../domain/message.ts'
import type { Source } from '../domain/source.ts'
import type { BlockSample } from '../domain/upgrades/eta/block-sample.ts'
import { estimateUpgradeEta } from '../domain/upgrades/eta/estimate-eta.ts'
import type { AppliedAt } from '../domain/upgrades/eta/running-time.ts'
import {
  findLowestWanted,
  listSampleHeights,
  type SamplePlan,
} from '../domain/upgrades/eta/sample-heights.ts'
import type { UpgradeEta } from '../domain/upgrades/eta/upgrade-eta.ts'
import type { Chain } from './chain.ts'
import { type FollowingState, useFollowing } from './following.ts'
import { fetchPinned } from './pinned.ts'

/** When a height will come, and what else was read for it at the same height. */
export interface EtaReport {
  readonly eta: UpgradeEta
  /** Of the newest header; the query names how many others were read. */
  readonly source: Source
  /** undefined: the node would not tell. */
  readonly current:
    | { readonly plan: Plan | undefined; readonly eta: UpgradeEta | undefined }
    | undefined
  /** undefined: the node would not tell. */
  readonly applied: readonly AppliedAt[] | undefined
  /** Headers that were read, by height as text; the next reading asks only for others. */
  readonly headers: ReadonlyMap<string, BlockSample>
  /** Lowest block any node was found to have. */
  readonly earliest: bigint
}

const READ_EVERY_MS = 5_000

function upgradeEtaQuery(chain: Chain, planHeight: bigint) {
  const queryKey = [chain.key, 'upgrade-eta', planHeight.toString()] as const
  return queryOptions({
    queryKey,
    queryFn: ({ client, signal }) =>
      readUpgradeEta(chain, planHeight, client.getQueryData<EtaReport>(queryKey), signal),
    staleTime: chain.explicitHeight === undefined ? READ_EVERY_MS : Number.POSITIVE_INFINITY,
  })
}

/** The estimate, made anew as blocks come. */
export function useUpgradeEta(
  chain: Chain,
  planHeight: bigint,
): {
  readonly report: EtaReport | undefined
  readonly error: Error | null
  readonly following: FollowingState
  readonly retry: () => void
} {
  const query = upgradeEtaQuery(chain, planHeight)
  const { data, error, refetch } = useQuery(query)
  const following = useFollowing(query.queryKey, READ_EVERY_MS, data?.eta.kind !== 'reached')
  return { report: data, error, following, retry: () => void refetch() }
}

/**
 * Two round trips, eight requests at most: where the chain stands, then headers spread over its past, ten a request.
 * Read again, only headers not read yet are asked for. Where the node that answered has pruned what is looked back to
 * and there are others, one more asks how far they reach.
 * @throws what `describeQueryFailure` knows, where no header at all can be had
 */
export async function readUpgradeEta(
  chain: Chain,
  planHeight: bigint,
  before?: EtaReport,
  signal?: AbortSignal,
): Promise<EtaReport> {
  const { transport } = chain
  const options = signal ? { signal } : {}
  const [pinned, told] = await Promise.allSettled([
    fetchPinned(chain, signal),
    fetchAppliedUpgrades(transport, options),
  ])
  if (pinned.status === 'rejected') throw pinned.reason
  const { facts, pin } = pinned.value
  const applied = told.status === 'fulfilled' ? told.value.value : undefined
  const head = pin.height
  const sameBefore = isSameChain(before, facts.chainId, head) ? before : undefined
  const earliest = await findEarliest(
    chain,
    { head, planHeight, earliest: facts.earliestHeight },
    sameBefore,
    options,
  )
  const spread = listSampleHeights({ head, planHeight, earliest })
  const heights = [...spread, ...listHaltHeights(applied, spread[0] ?? head, head), head]
  const known = sameBefore?.headers ?? NO_HEADERS
  const missing = [...new Set(heights)].filter((height) => !known.has(height.toString()))
  const [read, plan] = await Promise.all([
    fetchBlockSamples(transport, missing, options),
    fetchCurrentPlan(transport, head, options).catch(() => undefined),
  ])
  signal?.throwIfAborted()
  const headers = new Map(known)
  for (const sample of read.samples) headers.set(sample.height.toString(), sample)
  const samples = heights.flatMap((height) => headers.get(height.toString()) ?? [])
  const hasPassed = chain.explicitHeight === undefined && facts.latestHeight >= planHeight
  if (samples.length === 0 && !hasPassed) throw read.failure
  const estimate = (height: bigint) =>
    estimateUpgradeEta({ planHeight: height, samples, applied: applied ?? [] })
  const newest = samples.at(-1)
  const current = plan?.value.plan
  return {
    // On a halted chain the height itself is there, and state is read a block before.
    eta: hasPassed
      ? { kind: 'reached', blocksAgo: facts.latestHeight - planHeight }
      : estimate(planHeight),
    source: {
      chainId: facts.chainId,
      height: newest?.height ?? head,
      time: newest === undefined ? undefined : new Date(newest.timeMs),
      endpoint: read.endpoint ?? facts.endpoint,
      query: `header of ${formatCount(samples.length, 'block')}, ${CURRENT_PLAN_PATH}`,
    },
    current:
      plan === undefined
        ? undefined
        : { plan: current, eta: current === undefined ? undefined : estimate(current.height) },
    applied,
    headers,
    earliest,
  }
}

/** The first node of a list may keep the least of all; the others are asked once for the lowest block wanted. */
async function findEarliest(
  { transport }: Pick<Chain, 'transport'>,
  plan: SamplePlan,
  before: EtaReport | undefined,
  options: { readonly signal?: AbortSignal },
): Promise<bigint> {
  const { earliest } = plan
  if (before !== undefined) return before.earliest < earliest ? before.earliest : earliest
  const wanted = findLowestWanted(plan)
  return wanted === undefined || wanted >= earliest || transport.endpoints.length < 2
    ? earliest
    : findLowestKept(transport, { wanted, earliest }, options)
}

const NO_HEADERS: ReadonlyMap<string, BlockSample> = new Map()

/** Upgrades whose halts are measured to the block; more of them in so short a past are unheard of. */
const MOST_HALTS = 2

/** The two blocks between which an upgrade's halt shows. */
function listHaltHeights(
  applied: readonly AppliedAt[] | undefined,
  lowest: bigint,
  head: bigint,
): readonly bigint[] {
  return (applied ?? [])
    .filter(({ height }) => height >= lowest && height + 2n < head)
    .slice(-MOST_HALTS)
    .flatMap(({ height }) => [height + 1n, height + 2n])
}

/** A chain that begins anew under its old name, as demo chains do, is lower than it was. */
function isSameChain(
  before: EtaReport | undefined,
  chainId: string,
  head: bigint,
): before is EtaReport {
  return before?.source.chainId === chainId && before.source.height <= head
}
