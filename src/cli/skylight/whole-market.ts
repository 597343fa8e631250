import type { Failure } from '../../domain/failure.ts'
import type { Figure } from '../../domain/figure.ts'
import type { Market, MarketList } from '../../domain/market/market.ts'
import type { Chain } from '../../queries/chain.ts'
import { readMarket } from '../../queries/market/read-market.ts'
import { FailedFigureError } from './failed-figure-error.ts'
import { describeSkipped } from './leases.ts'

/** Reads to the end. @throws {FailedFigureError} where the leases that run could not be had, or not all of them */
export async function readMarketToTheEnd(chain: Chain, isWhole: boolean): Promise<Market> {
  let market: Market | undefined
  for await (const picture of readMarket(chain, { isWhole })) market = picture
  if (market === undefined) throw new Error('reading the market gave nothing')
  const failure = failureOf(market.running)
  if (failure !== undefined) {
    throw new FailedFigureError('The leases that run could not be read to their end.', failure)
  }
  return market
}

/** All records of a list; undefined where it was not read to its end. */
export function allOf<Item>(list: Figure<MarketList<Item>>): readonly Item[] | undefined {
  return list.kind === 'known' && list.value.isComplete ? list.value.items : undefined
}

/**
 * Why the resources of some running leases are not known; undefined where every bid and order that tells of them was read.
 * Sums over what is known are less than there is then, and none of it is shown as a sum.
 */
export function lackOfResources({ running, bids, orders }: Market): Failure | undefined {
  const leases = knownOf(running)?.items ?? []
  if (leases.every(({ resources }) => resources.from !== 'not-known')) return undefined
  return failureOf(bids.active) ?? failureOf(orders.active)
}

export function knownOf<T>(figure: Figure<T>): T | undefined {
  return figure.kind === 'known' ? figure.value : undefined
}

function failureOf(list: Figure<MarketList<unknown>>): Failure | undefined {
  return list.kind === 'failed' ? list.failure : knownOf(list)?.failure
}

/** What could not be had, and what was left out, a sentence each. */
export function notesOfMarket(market: Market): readonly string[] {
  const { leases, bids, orders, deployments } = market
  const lists: readonly (readonly [string, Figure<MarketList<unknown>>])[] = [
    ...Object.entries(leases).map(([state, list]) => [`leases (${state})`, list] as const),
    ...Object.entries(bids).map(([state, list]) => [`bids (${state})`, list] as const),
    ...Object.entries(orders).map(([state, list]) => [`orders (${state})`, list] as const),
    ...Object.entries(deployments).map(
      ([state, list]) => [`deployments (${state})`, list] as const,
    ),
  ]
  const figures: readonly (readonly [string, Figure<unknown>])[] = [
    ['providers', market.providers],
    ['the price of AKT', market.oracle],
    ['the state of ACT', market.bme],
    ['the supply of ACT', market.actSupply],
    ['the time of a block', market.blockTime],
  ]
  return [
    ...lists.flatMap(([name, list]) => {
      const failure = failureOf(list)
      return failure === undefined ? [] : [`Not read: ${name}. ${failure.sentence}`]
    }),
    ...figures.flatMap(([name, figure]) =>
      figure.kind === 'failed' ? [`Not read: ${name}. ${figure.failure.sentence}`] : [],
    ),
    ...lists.flatMap(([, list]) => (knownOf(list)?.skipped ?? []).map(describeSkipped)),
  ]
}
