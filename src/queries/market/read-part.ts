import { type MarketQuery, readMarketList } from '../../chain/market/read-market-list.ts'
import type { NodeTransport } from '../../chain/node.ts'
import type { Figure } from '../../domain/figure.ts'
import type { MarketList, SkippedRecord } from '../../domain/market/market.ts'
import type { Source } from '../../domain/source.ts'
import { describeQueryFailure } from '../failures.ts'

/** A list of the market as far as it was read. */
export type Part<Item> = Figure<MarketList<Item>>

/** A list is shown again once it has grown by this share: copied for every page, a long one would cost its square. */
const SHOWN_AGAIN_AT = 1.05

/**
 * Reads a list to its end, telling of it as it grows. Where the rest cannot be had, what was read stays and says why it
 * is not all; a list of which nothing was read has failed.
 * @returns the error that ended it before its end, if any
 * @throws what aborted it
 */
export async function readPart<Wire, Item>(
  transport: NodeTransport,
  query: MarketQuery<Wire, Item>,
  options: { readonly signal?: AbortSignal },
  sourceOf: (query: string, endpoint: string) => Source,
  show: (part: Part<Item>) => void,
): Promise<unknown> {
  const items: Item[] = []
  const skipped: SkippedRecord[] = []
  let shown = 0
  let endpoint: string | undefined
  const listOf = (isComplete: boolean): MarketList<Item> => ({
    items: items.slice(),
    isComplete,
    skipped: skipped.slice(),
  })
  try {
    for await (const page of readMarketList(transport, query, options)) {
      // Not by spreading: a page can hold more items than a call takes arguments.
      for (const item of page.items) items.push(item)
      for (const record of page.skipped) skipped.push(record)
      endpoint = page.endpoint
      if (!page.isLast && items.length < shown * SHOWN_AGAIN_AT) continue
      shown = items.length
      show({ kind: 'known', value: listOf(page.isLast), source: sourceOf(query.path, endpoint) })
    }
    return undefined
  } catch (error) {
    options.signal?.throwIfAborted()
    const failure = describeQueryFailure(error)
    show(
      endpoint === undefined
        ? { kind: 'failed', failure }
        : {
            kind: 'known',
            value: { ...listOf(false), failure },
            source: sourceOf(query.path, endpoint),
          },
    )
    return error
  }
}
