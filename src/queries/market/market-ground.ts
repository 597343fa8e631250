import { DEC_ONE } from '../../domain/decimal.ts'
import type { Figure } from '../../domain/figure.ts'
import type { Market, MarketList } from '../../domain/market/market.ts'
import type { MarketGround } from '../../domain/market/metrics/market-metrics.ts'
import type { UsdPrices } from '../../domain/market/metrics/usd-value.ts'

/** USD per axlUSDC, which the chain does not tell: screens that count with it say that it is assumed. */
const ASSUMED_AXL_USDC = DEC_ONE

/**
 * What metrics are computed from, of a picture of the market. Running leases are taken as far as they were read; of
 * other lists one that is not whole is none. undefined while no running lease is known.
 */
export function marketGround(market: Market): MarketGround | undefined {
  if (market.running.kind !== 'known') return undefined
  const { leases, orders, bids, deployments } = market
  const lapsed = wholeOf(leases.insufficient_funds)
  const closed = wholeOf(leases.closed)
  return {
    height: market.source.height,
    running: market.running.value.items,
    ended: lapsed === undefined || closed === undefined ? undefined : [...lapsed, ...closed],
    openOrders: wholeOf(orders.open),
    openBids: wholeOf(bids.open),
    lostBids: wholeOf(bids.lost),
    deployments: wholeOf(deployments.active),
    providers: knownOf(market.providers),
    blockTime: knownOf(market.blockTime),
    prices: usdPricesOf(market),
  }
}

/** The grounds on which amounts become dollars. */
export function usdPricesOf({ oracle }: Pick<Market, 'oracle'>): UsdPrices {
  return { oracle: knownOf(oracle), axlUsdc: ASSUMED_AXL_USDC }
}

function knownOf<T>(figure: Figure<T>): T | undefined {
  return figure.kind === 'known' ? figure.value : undefined
}

function wholeOf<Item>(list: Figure<MarketList<Item>>): readonly Item[] | undefined {
  return list.kind === 'known' && list.value.isComplete ? list.value.items : undefined
}
