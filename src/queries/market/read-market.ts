import { LOADING } from '../../domain/figure.ts'
import type { Market } from '../../domain/market/market.ts'
import type { Chain } from '../chain.ts'
import { fetchPinned, type Pinned } from '../pinned.ts'
import { changesOf } from './changes-of.ts'
import { createMarketReading } from './market-reading.ts'

/** How much of the market a reader wants. */
export interface MarketScope {
  /** What has ended too: on mainnet hundreds of thousands of leases. */
  readonly isWhole: boolean
  /** With what has ended, lost bids and closed orders: of bids several for every lease. @default true */
  readonly withAuctions?: boolean
}

/**
 * The marketplace at one height, as it arrives: every list page by page, every figure as soon as it is told. What could
 * not be read is a figure that says why; only a chain that cannot be pinned at all is an error. Where the nodes turn out
 * not to have the height, all of it is read once more at a height they name then.
 * @throws what choosing the height throws
 */
export async function* readMarket(
  chain: Chain,
  scope: MarketScope,
  signal?: AbortSignal,
): AsyncGenerator<Market> {
  const isLost = yield* readAtOneHeight(chain, await fetchPinned(chain, signal), scope, signal)
  if (!isLost || chain.explicitHeight !== undefined) return
  const again = await fetchPinned(chain, signal)
  // What is on screen stays until there is something new to show.
  yield* readAtOneHeight(chain, again, scope, signal, (market) => market.running !== LOADING)
}

/** @returns whether something could not be had for want of the height */
async function* readAtOneHeight(
  chain: Chain,
  pinned: Pinned,
  scope: MarketScope,
  signal: AbortSignal | undefined,
  isShown: (market: Market) => boolean = () => true,
): AsyncGenerator<Market, boolean> {
  const reading = createMarketReading(chain, pinned, signal)
  const before = reading.picture()
  if (isShown(before)) yield before
  for await (const _ of changesOf((tell) => reading.run(scope, tell))) {
    const picture = reading.picture()
    if (isShown(picture)) yield picture
  }
  return reading.isStateLost()
}
