import type { Failure } from '../../domain/failure.ts'
import { type Figure, LOADING } from '../../domain/figure.ts'
import type { Bid, Lease } from '../../domain/market/lease.ts'
import type { Deployment, MarketList } from '../../domain/market/market.ts'
import type { Source } from '../../domain/source.ts'
import { datedFigure } from './dated-figure.ts'

/** Which of what has ended a screen wants, and of whom; empty texts are everybody's. */
export interface EndedScope {
  /** The picture it belongs to: what has ended is read at the same height. */
  readonly source: Pick<Source, 'chainId' | 'height' | 'time'>
  readonly owner?: string
  readonly provider?: string
  readonly withLostBids?: boolean
  readonly withDeployments?: boolean
}

/** What has ended, as far as it was read. What was not asked for stays loading. */
export interface EndedMarket {
  readonly insufficientFunds: Figure<MarketList<Lease>>
  readonly closed: Figure<MarketList<Lease>>
  readonly lostBids: Figure<MarketList<Bid>>
  readonly closedDeployments: Figure<MarketList<Deployment>>
}

export const NOTHING_ENDED = allOf(LOADING)

/** Where it cannot be read at all, and why. */
export function failedEnded(failure: Failure): EndedMarket {
  return allOf({ kind: 'failed', failure })
}

/** The same, where it began to be read before the time of its block was known. */
export function datedEnded(ended: EndedMarket, time: Date): EndedMarket {
  return {
    insufficientFunds: datedFigure(ended.insufficientFunds, time),
    closed: datedFigure(ended.closed, time),
    lostBids: datedFigure(ended.lostBids, time),
    closedDeployments: datedFigure(ended.closedDeployments, time),
  }
}

function allOf(list: Figure<never>): EndedMarket {
  return { insufficientFunds: list, closed: list, lostBids: list, closedDeployments: list }
}
