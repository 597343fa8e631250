import { bidsOf, leasesOf, ordersOf } from '../../chain/market/market-lists.ts'
import { MARKET_PATH } from '../../chain/market/market-paths.ts'
import { type MarketQuery, readMarketList } from '../../chain/market/read-market-list.ts'
import { fetchBlockTime, type NodeTransport } from '../../chain/node.ts'
import type { Failure } from '../../domain/failure.ts'
import type { Lease, LeaseState, ResourcedLease, UnknownEnum } from '../../domain/market/lease.ts'
import type { SkippedRecord } from '../../domain/market/market.ts'
import type { Source } from '../../domain/source.ts'
import type { Chain } from '../chain.ts'
import { describeQueryFailure } from '../failures.ts'
import { fetchPinned, readAtPin } from '../pinned.ts'
import { joinResources } from './join-resources.ts'

/** States a lease can be asked for by. */
export type NamedLeaseState = Exclude<LeaseState, UnknownEnum>

/** Which leases; empty texts are everybody's. */
export interface LeaseFilter {
  readonly states: readonly NamedLeaseState[]
  readonly owner: string
  readonly provider: string
}

export interface Leases {
  readonly source: Source
  /** In the order of the states, then the node's. Only running ones have resources. */
  readonly leases: readonly (Lease | ResourcedLease)[]
  readonly skipped: readonly SkippedRecord[]
  /** Why winning bids or orders, which tell resources, could not be read. */
  readonly failures: readonly Failure[]
}

/** Every record of a list. */
export interface WholeList<Item> {
  readonly items: readonly Item[]
  readonly skipped: readonly SkippedRecord[]
  readonly endpoint: string
}

/**
 * Leases of the states asked for, all of them or none: a list that lacks some is an error.
 * @throws what choosing the height or reading a page throws
 */
export async function readLeases(
  chain: Chain,
  { states, owner, provider }: LeaseFilter,
  signal?: AbortSignal,
): Promise<Leases> {
  const { transport } = chain
  const options = signal ? { signal } : {}
  return readAtPin(await fetchPinned(chain, signal), async ({ facts, pin: { height } }) => {
    const time = fetchBlockTime(transport, height, options).catch(() => undefined)
    const whose = { owner, provider }
    const isRunningAsked = states.includes('active') || states.includes('reclaiming')
    const [bids, orders] = isRunningAsked
      ? [
          readWhole(transport, bidsOf('active', height, whose), options),
          readWhole(transport, ordersOf('active', height, { owner }), options),
        ]
      : []
    const told = Promise.allSettled([bids, orders])
    const lists = await Promise.all(
      states.map((state) => readWhole(transport, leasesOf(state, height, whose), options)),
    )
    const [offered, asked] = await told
    signal?.throwIfAborted()
    const failures = [offered, asked].flatMap((settled) =>
      settled.status === 'rejected' ? [describeQueryFailure(settled.reason)] : [],
    )
    const all = lists.flatMap(({ items }) => items)
    const running = joinResources(
      all,
      offered.status === 'fulfilled' ? (offered.value?.items ?? []) : [],
      asked.status === 'fulfilled' ? (asked.value?.items ?? []) : [],
    )
    const resourced = new Map(running.map((lease) => [lease.id, lease]))
    return {
      source: {
        chainId: facts.chainId,
        height,
        time: await time,
        endpoint: lists.at(-1)?.endpoint ?? facts.endpoint,
        query: MARKET_PATH.leases,
      },
      leases: all.map((lease) => resourced.get(lease.id) ?? lease),
      skipped: [
        ...lists.flatMap(({ skipped }) => skipped),
        // What a lease holds may have been in one of these.
        ...[offered, asked].flatMap((settled) =>
          settled.status === 'fulfilled' ? (settled.value?.skipped ?? []) : [],
        ),
      ],
      failures,
    }
  })
}

/** @throws where it cannot be read to its end */
export async function readWhole<Wire, Item>(
  transport: NodeTransport,
  query: MarketQuery<Wire, Item>,
  options: { readonly signal?: AbortSignal },
): Promise<WholeList<Item>> {
  const items: Item[] = []
  const skipped: SkippedRecord[] = []
  let endpoint = ''
  for await (const page of readMarketList(transport, query, options)) {
    for (const item of page.items) items.push(item)
    skipped.push(...page.skipped)
    endpoint = page.endpoint
  }
  return { items, skipped, endpoint }
}
