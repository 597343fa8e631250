import type { DecAmount, Lease, LeaseId, OrderId, ResourcedLease } from '../../lease.ts'
import type { Concentration } from '../concentration.ts'
import type { MarketGround, MarketMetrics } from '../market-metrics.ts'
import type { UnpricedPart, UsdPart, UsdPrices, UsdValue } from '../usd-value.ts'
import { distributeSlowly } from './slow-distribution.ts'
import { distinct, sum, unfold } from './slow-loops.ts'

const ONE = 10n ** 18n
const MICRO = 10n ** 6n

export function usdSlowly(amounts: readonly DecAmount[], prices: UsdPrices): UsdValue {
  const parts: UsdPart[] = []
  const unpriced: UnpricedPart[] = []
  for (const { denom, amount } of amounts) {
    const { oracle, axlUsdc } = prices
    if (denom === 'uact') {
      parts.push({ denom, amount, usd: amount / MICRO, basis: { kind: 'protocol' } })
    } else if (denom === 'uakt') {
      if (oracle?.isHealthy === false) unpriced.push({ denom, amount, why: 'oracle-unhealthy' })
      else if (oracle === undefined || oracle.twap === 0n) {
        unpriced.push({ denom, amount, why: 'no-oracle-price' })
      } else {
        const basis = { kind: 'oracle', price: oracle.twap, time: oracle.time } as const
        parts.push({ denom, amount, usd: (amount * oracle.twap) / ONE / MICRO, basis })
      }
    } else if (denom.startsWith('ibc/170C')) {
      if (axlUsdc === undefined) unpriced.push({ denom, amount, why: 'not-assumed' })
      else {
        const basis = { kind: 'assumption', price: axlUsdc } as const
        parts.push({ denom, amount, usd: (amount * axlUsdc) / ONE / MICRO, basis })
      }
    } else unpriced.push({ denom, amount, why: 'unknown-denomination' })
  }
  return { parts, unpriced, sum: parts.length === 0 ? undefined : sum(parts.map(({ usd }) => usd)) }
}

/** Gini by the mean difference of every pair, HHI by shares in percent. */
function concentrateSlowly(
  holdings: readonly { readonly name: string; readonly weight: bigint }[],
): Concentration {
  const own = holdings.filter(({ weight }) => weight !== 0n)
  const total = sum(own.map(({ weight }) => weight))
  if (total === 0n) return { kind: 'none' }
  let hhi = 0
  let differences = 0
  for (const { weight } of own) {
    hhi += ((Number(weight) / Number(total)) * 100) ** 2
    for (const other of own) {
      differences += Math.abs(Number(weight) - Number(other.weight)) / Number(total)
    }
  }
  const ranked = own
    .map(({ name, weight }) => ({ name, weight, share: Number(weight) / Number(total) }))
    .sort((a, b) => (a.weight > b.weight || (a.weight === b.weight && a.name < b.name) ? -1 : 1))
  return { kind: 'known', total, ranked, hhi, gini: differences / (2 * own.length) }
}

export function sideSlowly(
  running: readonly ResourcedLease[],
  side: 'provider' | 'owner',
  prices: UsdPrices,
): MarketMetrics['providers'] {
  const denoms = distinct(running.map(({ price }) => price.denom)).toSorted()
  const holders = distinct(running.map(({ id }) => id[side])).map((name) => {
    const own = running.filter(({ id }) => id[side] === name)
    const units = own.flatMap(unfold)
    return {
      name,
      leases: own.length,
      reclaiming: own.filter(({ state }) => state === 'reclaiming').length,
      notKnown: own.filter(({ resources }) => resources.from === 'not-known').length,
      gpus: sum(units.map(({ gpus }) => gpus)),
      cpuMillis: sum(units.map(({ cpuMillis }) => cpuMillis)),
      memoryBytes: sum(units.map(({ memoryBytes }) => memoryBytes)),
      runRate: denoms
        .map((denom) => own.filter(({ price }) => price.denom === denom))
        .flatMap((leases) => {
          const [first] = leases
          const amount = sum(leases.map(({ price }) => price.amount))
          return first === undefined ? [] : [{ denom: first.price.denom, amount }]
        }),
    }
  })
  const rateOf = (name: string, denom: string) =>
    sum(
      running
        .filter(({ id, price }) => id[side] === name && price.denom === denom)
        .map(({ price }) => price.amount),
    )
  const priced = denoms.filter((denom) => usdSlowly([{ denom, amount: 0n }], prices).sum === 0n)
  return {
    holders: holders.toSorted((a, b) => b.leases - a.leases || (a.name < b.name ? -1 : 1)),
    concentration: {
      leases: concentrateSlowly(
        holders.map(({ name, leases }) => ({ name, weight: BigInt(leases) })),
      ),
      gpus: concentrateSlowly(holders.map(({ name, gpus }) => ({ name, weight: gpus }))),
      runRate: denoms.map((denom) => ({
        denom,
        concentration: concentrateSlowly(
          holders.map(({ name }) => ({ name, weight: rateOf(name, denom) })),
        ),
      })),
      runRateUsd: {
        concentration: concentrateSlowly(
          holders.map(({ name }) => ({
            name,
            weight: sum(
              priced.map(
                (denom) => usdSlowly([{ denom, amount: rateOf(name, denom) }], prices).sum ?? 0n,
              ),
            ),
          })),
        ),
        counted: priced,
        leftOut: denoms.filter((denom) => !priced.includes(denom)),
      },
    },
  }
}

function isSameOrder(a: OrderId, b: OrderId): boolean {
  return a.owner === b.owner && a.dseq === b.dseq && a.gseq === b.gseq && a.oseq === b.oseq
}

function isSameBid(a: LeaseId, b: LeaseId): boolean {
  return isSameOrder(a, b) && a.provider === b.provider && a.bseq === b.bseq
}

export function auctionsSlowly(
  { openOrders, openBids, lostBids, ended }: MarketGround,
  all: readonly Lease[],
): Pick<MarketMetrics, 'openAuctions' | 'bidSpread'> {
  const counts = openOrders?.map(
    (order) => openBids?.filter((bid) => isSameOrder(bid.id, order.id)).length ?? 0,
  )
  const openAuctions =
    counts === undefined || openBids === undefined
      ? undefined
      : {
          orders: counts.length,
          bids: counts.reduce((total, count) => total + count, 0),
          ordersWithoutBid: counts.filter((count) => count === 0).length,
          bidsPerOrder: distributeSlowly(counts.map((count) => BigInt(count) * ONE)),
          strayBids: openBids.filter(
            (bid) => !openOrders?.some((order) => isSameOrder(bid.id, order.id)),
          ).length,
        }
  if (lostBids === undefined || ended === undefined) return { openAuctions, bidSpread: undefined }

  const left = { noWinner: 0, otherDenom: 0, winnerFree: 0 }
  const compared: { winner: Lease; spread: bigint }[] = []
  for (const bid of lostBids) {
    const winner = all.find((lease) => isSameOrder(lease.id, bid.id))
    if (winner === undefined || isSameBid(winner.id, bid.id)) left.noWinner++
    else if (winner.price.denom !== bid.price.denom) left.otherDenom++
    else if (winner.price.amount === 0n) left.winnerFree++
    else {
      const [lost, won] = [bid.price.amount, winner.price.amount]
      compared.push({ winner, spread: roundSlowly((lost - won) * ONE, won) })
    }
  }
  const winners = distinct(compared.map(({ winner }) => winner))
  return {
    openAuctions,
    bidSpread: {
      spread: distributeSlowly(compared.map(({ spread }) => spread)),
      orders: winners.length,
      cheapestWon: winners.filter((winner) =>
        compared.every((each) => each.winner !== winner || each.spread >= 0n),
      ).length,
      left,
    },
  }
}

/** The integer nearest to a quotient; of two equally near, the even one. */
function roundSlowly(value: bigint, by: bigint): bigint {
  const size = value < 0n ? -value : value
  const low = size / by
  const twice = (size - low * by) * 2n
  const rounded = twice > by || (twice === by && low % 2n === 1n) ? low + 1n : low
  return value < 0n ? -rounded : rounded
}
