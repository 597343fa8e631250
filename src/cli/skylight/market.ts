import { formatDec } from '../../domain/decimal.ts'
import type { Figure } from '../../domain/figure.ts'
import type { Lease } from '../../domain/market/lease.ts'
import type {
  BmeStatus,
  BmeVault,
  Market,
  MarketList,
  OraclePrice,
} from '../../domain/market/market.ts'
import { indexAccounts } from '../../domain/market/metrics/accounts.ts'
import { computeActiveLeases } from '../../domain/market/metrics/active-leases.ts'
import { computeCloseReasons } from '../../domain/market/metrics/lease-states.ts'
import {
  computeLeasedResources,
  type GpuCount,
} from '../../domain/market/metrics/leased-resources.ts'
import { computeProviderCount } from '../../domain/market/metrics/provider-count.ts'
import { measureLeases } from '../../domain/market/metrics/resource-sums.ts'
import { computeRunRate } from '../../domain/market/metrics/run-rate.ts'
import type { Chain } from '../../queries/chain.ts'
import { type Answer, toProvenance } from './answer.ts'
import { coinJson } from './proposals.ts'
import {
  allOf,
  knownOf,
  lackOfResources,
  notesOfMarket,
  readMarketToTheEnd,
} from './whole-market.ts'

/** `skylight market`: the figures of the marketplace. Without the ended leases (`isWhole` false) it reads what runs. */
export async function showMarket(chain: Chain, isWhole: boolean): Promise<Answer> {
  const market = await readMarketToTheEnd(chain, isWhole)
  const data = marketJson(market)
  return {
    provenance: toProvenance({ ...market.source, query: queriesOf(market) }),
    data,
    header: ['figure', 'of', 'value'],
    wide: ['value'],
    rows: Object.entries(data).flatMap(([figure, value]) => toRows(figure, value)),
    notes: notesOfMarket(market),
  }
}

/** The JSON of `market` (`MarketShape`). */
function marketJson(market: Market) {
  const { leases, bids, orders, deployments } = market
  const running = market.running.kind === 'known' ? market.running.value.items : []
  const blockTime = knownOf(market.blockTime)
  const resources = computeLeasedResources(measureLeases(running))
  const isSummed = lackOfResources(market) === undefined
  const escrowed = allOf(deployments.active)
  const accounts =
    escrowed === undefined ? undefined : indexAccounts(running, escrowed, market.source.height)
  const { active, reclaiming, funds } = computeActiveLeases(running, accounts)
  // Of none of them is no count of zero.
  const isFundingKnown = active === 0 || funds === undefined || funds.notKnown < active
  const { registered, withLeases, tenants } = computeProviderCount(
    running,
    knownOf(market.providers),
  )
  const runRate = computeRunRate(running, blockTime)
  const bme = knownOf(market.bme)
  const oracle = knownOf(market.oracle)
  return {
    activeLeases: active,
    reclaimingLeases: reclaiming,
    outOfFundsLeases: isFundingKnown ? (funds?.out ?? null) : null,
    fundsNotKnownLeases: funds === undefined ? null : funds.notKnown,
    leasesByState: byState(leases, (items) => items.length),
    closeReasons: byState(leases, reasonsOf),
    runRatePerBlock: amountsOf(runRate.map(({ denom, perBlock }) => [denom, perBlock])),
    reclaimingRunRatePerBlock: amountsOf(
      runRate.map(({ denom, reclaimingPerBlock }) => [denom, reclaimingPerBlock]),
    ),
    runRatePerDay:
      blockTime === undefined || runRate.some(({ perTime }) => perTime === undefined)
        ? null
        : amountsOf(runRate.map(({ denom, perTime }) => [denom, perTime?.day])),
    gpuLeases: isSummed ? resources.gpuLeases : null,
    gpus: isSummed ? Number(resources.gpus) : null,
    gpusByModel: isSummed ? countsOf(resources.byModel) : null,
    gpusOfAnyOf: isSummed ? countsOf(resources.anyOf) : null,
    cpuMillis: isSummed ? resources.cpuMillis.toString() : null,
    memoryBytes: isSummed ? resources.memoryBytes.toString() : null,
    ephemeralBytes: isSummed ? resources.ephemeralBytes.toString() : null,
    persistentBytes: isSummed ? resources.persistentBytes.toString() : null,
    resourcesFrom: {
      bid: resources.from.bid,
      order: resources.from.order,
      notKnown: resources.from['not-known'],
    },
    providers: registered ?? null,
    providersWithLeases: withLeases,
    tenants,
    orders: byState(orders, (items) => items.length),
    bids: byState(bids, (items) => items.length),
    deployments: byState(deployments, (items) => items.length),
    blockTimeMs: blockTime?.meanMs ?? null,
    oracle: oracle === undefined ? null : oracleJson(oracle),
    bme: bme === undefined ? null : bmeJson(bme),
    actSupply: knownOf(market.actSupply)?.toString() ?? null,
    skipped: skippedOf(market),
  }
}

/** Every query whose answer is in the figures. */
function queriesOf({ leases, bids, orders, deployments, ...rest }: Market): string {
  const { providers, oracle, bme, actSupply, blockTime } = rest
  const lists = [leases, bids, orders, deployments].flatMap((each) => Object.values(each))
  const figures: readonly Figure<unknown>[] = [
    ...lists,
    providers,
    oracle,
    bme,
    actSupply,
    blockTime,
  ]
  const known = figures.flatMap((figure) => (figure.kind === 'known' ? [figure.source.query] : []))
  return [...new Set(known)].join(', ')
}

/** By state; null for a list that was not read to its end. */
function byState<Item, Value>(
  lists: Readonly<Record<string, Figure<MarketList<Item>>>>,
  read: (items: readonly Item[]) => Value,
): Readonly<Record<string, Value | null>> {
  return Object.fromEntries(
    Object.entries(lists).map(([state, list]) => {
      const items = allOf(list)
      return [state, items === undefined ? null : read(items)] as const
    }),
  )
}

/** All of one list; a state this code has no name for is counted where the node listed it. */
function reasonsOf(leases: readonly Lease[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const reasons of computeCloseReasons(leases).values()) {
    for (const [reason, count] of reasons) counts[reason] = (counts[reason] ?? 0) + count
  }
  return counts
}

function countsOf(counts: readonly GpuCount[]) {
  return Object.fromEntries(counts.map(({ value = '', gpus }) => [value, Number(gpus)]))
}

function amountsOf(amounts: readonly (readonly [string, bigint | undefined])[]) {
  return Object.fromEntries(
    amounts.flatMap(([denom, amount]) =>
      amount === undefined ? [] : [[denom, formatDec(amount)] as const],
    ),
  )
}

function oracleJson(oracle: OraclePrice) {
  return {
    twap: formatDec(oracle.twap),
    median: formatDec(oracle.median),
    min: formatDec(oracle.min),
    max: formatDec(oracle.max),
    time: oracle.time?.toISOString() ?? null,
    sources: oracle.sources,
    deviationBps: Number(oracle.deviationBps),
    isHealthy: oracle.isHealthy,
    failureReasons: [...oracle.failureReasons],
  }
}

function bmeJson({ status, vault }: { readonly status: BmeStatus; readonly vault: BmeVault }) {
  return {
    status: status.status,
    collateralRatio: formatDec(status.collateralRatio),
    warnThreshold: formatDec(status.warnThreshold),
    haltThreshold: formatDec(status.haltThreshold),
    mintsAllowed: status.mintsAllowed,
    refundsAllowed: status.refundsAllowed,
    balances: vault.balances.map(coinJson),
    totalBurned: vault.totalBurned.map(coinJson),
    totalMinted: vault.totalMinted.map(coinJson),
    remintCredits: vault.remintCredits.map(coinJson),
  }
}

function skippedOf({ leases, bids, orders, deployments }: Market) {
  return [leases, bids, orders, deployments].flatMap((lists) =>
    Object.values(lists).flatMap((list) => (list.kind === 'known' ? [...list.value.skipped] : [])),
  )
}

/** A figure, or each of its parts, as a row of the table. */
function toRows(figure: string, value: unknown): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [[figure, '', toText(value)]]
  }
  return Object.entries(value).flatMap(([of, part]) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.entries(part).map(([inner, each]) => [figure, `${of}: ${inner}`, toText(each)])
      : [[figure, of, toText(part)]],
  )
}

function toText(value: unknown): string {
  if (value === null) return 'not read'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
