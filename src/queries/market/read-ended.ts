import { bidsOf, deploymentsOf, leasesOf } from '../../chain/market/market-lists.ts'
import type { Source } from '../../domain/source.ts'
import type { Chain } from '../chain.ts'
import { changesOf } from './changes-of.ts'
import { type EndedMarket, type EndedScope, NOTHING_ENDED } from './ended-market.ts'
import { readPart } from './read-part.ts'

/**
 * What has ended, as it arrives, at the height of the picture it belongs to. A list that cannot be had says why.
 * @throws what aborted it
 */
export async function* readEnded(
  { transport }: Chain,
  { source, owner = '', provider = '', ...scope }: EndedScope,
  signal: AbortSignal,
): AsyncGenerator<EndedMarket> {
  const { height } = source
  const sourceOf = (query: string, endpoint: string): Source => ({ ...source, endpoint, query })
  const of = { owner, provider }
  const options = { signal }
  let ended = NOTHING_ENDED
  const run = async (tell: () => void): Promise<void> => {
    const set = (next: Partial<EndedMarket>) => {
      ended = { ...ended, ...next }
      tell()
    }
    const lapsed = readPart(
      transport,
      leasesOf('insufficient_funds', height, of),
      options,
      sourceOf,
      (insufficientFunds) => set({ insufficientFunds }),
    )
    const closed = readPart(
      transport,
      leasesOf('closed', height, of),
      options,
      sourceOf,
      (closed) => set({ closed }),
    )
    const lost =
      scope.withLostBids === true &&
      readPart(transport, bidsOf('lost', height, of), options, sourceOf, (lostBids) =>
        set({ lostBids }),
      )
    const deployments =
      scope.withDeployments === true &&
      readPart(transport, deploymentsOf('closed', height, { owner }), options, sourceOf, (part) =>
        set({ closedDeployments: part }),
      )
    await Promise.all([lapsed, closed, lost, deployments])
  }
  for await (const _ of changesOf(run)) yield ended
}
