import { queryOptions } from '@tanstack/react-query'
import type { KeptUpgradeTimes } from '../archive/upgrade-times.ts'
import { fetchRestartRound, fetchUpgradeTimes } from '../chain/upgrade-history.ts'
import type { Figure } from '../domain/figure.ts'
import type { Source } from '../domain/source.ts'
import type { UpgradeTimes } from '../domain/upgrades/ledger/upgrade-times.ts'
import type { Chain } from './chain.ts'
import { figureOf } from './figures.ts'

/** Header times alone; the round is a larger question, asked later. */
export type HeaderTimes = Omit<UpgradeTimes, 'round'>

/** By height as decimal text. */
export type TimesByHeight = ReadonlyMap<string, Figure<HeaderTimes>>
export type RoundsByHeight = ReadonlyMap<string, Figure<number>>

/** Heights of one chain whose times are asked for; `chainId` names the archive they are kept in. */
export interface TimesRequest {
  readonly chainId: string
  readonly heights: readonly bigint[]
  /** Newest height the picture knows: of a height just before it, not all times are there yet. */
  readonly reached: bigint
}

/** Blocks after the height that tell its times. */
const BLOCKS_AFTER = 2n

export function upgradeTimesQuery(chain: Chain, request: TimesRequest | undefined) {
  return queryOptions({
    queryKey: [chain.key, 'upgrade-times', ...keyOf(request)] as const,
    queryFn: ({ signal }) => {
      if (request === undefined) throw new Error('no height is known yet')
      return readUpgradeTimes(chain, request, signal)
    },
    enabled: request !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function restartRoundsQuery(chain: Chain, request: TimesRequest | undefined) {
  return queryOptions({
    queryKey: [chain.key, 'restart-rounds', ...keyOf(request)] as const,
    queryFn: async ({ signal }) => {
      if (request === undefined) throw new Error('no height is known yet')
      await chain.whenIdle()
      return readRestartRounds(chain, request, signal)
    },
    enabled: request !== undefined && request.heights.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** The same while nothing that is asked for can have changed, though the chain goes on. */
function keyOf(request: TimesRequest | undefined): readonly string[] {
  if (request === undefined) return []
  const { heights, reached } = request
  return heights.map((height) => `${height}${reached < height + BLOCKS_AFTER ? '…' : ''}`)
}

/**
 * Header times of all heights: one call each, in batches. What was kept is not asked for again. Never rejects for one
 * height: its figure says why.
 */
export async function readUpgradeTimes(
  chain: Chain,
  { chainId, heights }: TimesRequest,
  signal?: AbortSignal,
): Promise<TimesByHeight> {
  const archive = await chain.openUpgradeTimes(chainId)
  const kept = new Map((await archive.load()).map((each) => [each.height, each]))
  const options = signal ? { signal } : {}
  const missing = heights.filter((height) => !isWhole(kept.get(height.toString())))
  const told = await Promise.allSettled(
    missing.map((height) => fetchUpgradeTimes(chain.transport, height, options)),
  )
  signal?.throwIfAborted()
  const times = new Map<string, Figure<HeaderTimes>>()
  const fresh: KeptUpgradeTimes[] = []
  for (const height of heights) {
    const row = kept.get(height.toString())
    if (row !== undefined) times.set(row.height, figureOfKept(row, chainId))
  }
  for (const [index, height] of missing.entries()) {
    const settled = told[index]
    const before = kept.get(height.toString())
    if (settled === undefined || (settled.status === 'rejected' && before !== undefined)) continue
    const figure = figureOf(
      settled,
      ({ value }) => withKept(value, before),
      ({ value, endpoint }) => sourceOf(chainId, height, value.at, endpoint),
    )
    times.set(height.toString(), figure)
    if (figure.kind !== 'known') continue
    const { at, next, afterNext } = figure.value
    fresh.push({
      height: height.toString(),
      atMs: at?.getTime(),
      nextMs: next?.getTime(),
      afterNextMs: afterNext?.getTime(),
      round: before?.round,
      endpoint: figure.source.endpoint,
    })
  }
  if (fresh.length > 0) await archive.save(fresh)
  return times
}

function isWhole(kept: KeptUpgradeTimes | undefined): boolean {
  return [kept?.atMs, kept?.nextMs, kept?.afterNextMs].every((ms) => ms !== undefined)
}

/** What this node has pruned, another had told before. */
function withKept(told: HeaderTimes, kept: KeptUpgradeTimes | undefined): HeaderTimes {
  return {
    at: told.at ?? dateOf(kept?.atMs),
    next: told.next ?? dateOf(kept?.nextMs),
    afterNext: told.afterNext ?? dateOf(kept?.afterNextMs),
  }
}

function figureOfKept(kept: KeptUpgradeTimes, chainId: string): Figure<HeaderTimes> {
  const at = dateOf(kept.atMs)
  const value = { at, next: dateOf(kept.nextMs), afterNext: dateOf(kept.afterNextMs) }
  const source = sourceOf(chainId, BigInt(kept.height), at, kept.endpoint)
  return { kind: 'known', value, source }
}

function dateOf(ms: number | undefined): Date | undefined {
  return ms === undefined ? undefined : new Date(ms)
}

function sourceOf(
  chainId: string,
  height: bigint,
  time: Date | undefined,
  endpoint: string,
): Source {
  const query = `blockchain minHeight=${height} maxHeight=${height + BLOCKS_AFTER}`
  return { chainId, height, time, endpoint, query }
}

/** Rounds are asked only of nodes that have told the times of the block. */
export function restartsOf(request: TimesRequest, times: TimesByHeight): TimesRequest {
  const heights = request.heights.filter((height) => {
    const figure = times.get(height.toString())
    return figure?.kind === 'known' && figure.value.next !== undefined
  })
  return { ...request, heights }
}

/** The round of each first block of new software; asked only where the node has the block. */
export async function readRestartRounds(
  chain: Chain,
  { chainId, heights }: TimesRequest,
  signal?: AbortSignal,
): Promise<RoundsByHeight> {
  const archive = await chain.openUpgradeTimes(chainId)
  const kept = new Map((await archive.load()).map((each) => [each.height, each]))
  const rounds = new Map<string, Figure<number>>()
  const missing: bigint[] = []
  const roundSource = (height: bigint, endpoint: string): Source => ({
    chainId,
    height: height + 1n,
    time: undefined,
    endpoint,
    query: `commit height=${height + 1n}`,
  })
  for (const height of heights) {
    const row = kept.get(height.toString())
    if (row?.round === undefined) missing.push(height)
    else {
      const source = roundSource(height, row.endpoint)
      rounds.set(row.height, { kind: 'known', value: row.round, source })
    }
  }
  const told = await Promise.allSettled(
    missing.map((height) => fetchRestartRound(chain.transport, height, signal ? { signal } : {})),
  )
  signal?.throwIfAborted()
  const fresh: KeptUpgradeTimes[] = []
  for (const [index, height] of missing.entries()) {
    const settled = told[index]
    if (settled === undefined) continue
    const figure = figureOf(
      settled,
      ({ value }) => value,
      ({ endpoint }) => roundSource(height, endpoint),
    )
    rounds.set(height.toString(), figure)
    const row = kept.get(height.toString())
    if (figure.kind === 'known' && row !== undefined) fresh.push({ ...row, round: figure.value })
  }
  if (fresh.length > 0) await archive.save(fresh)
  return rounds
}
