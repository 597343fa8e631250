import { AbciQueryError } from '../../chain/abci.ts'
import { fetchDeployment } from '../../chain/market/fetch-deployment.ts'
import { bidsOf, leasesOf, ordersOf } from '../../chain/market/market-lists.ts'
import { MARKET_PATH } from '../../chain/market/market-paths.ts'
import { fetchBlockTime } from '../../chain/node.ts'
import type { Figure } from '../../domain/figure.ts'
import type { Bid, Lease, Order } from '../../domain/market/lease.ts'
import type { LeaseName } from '../../domain/market/lease-name.ts'
import type { Deployment, SkippedRecord } from '../../domain/market/market.ts'
import type { LeasedResources } from '../../domain/market/resources.ts'
import type { Source } from '../../domain/source.ts'
import type { Chain } from '../chain.ts'
import { figureOf } from '../figures.ts'
import { fetchPinned, readAtPin } from '../pinned.ts'
import { readWhole, type WholeList } from './read-leases.ts'

/** One lease with all that belongs to it. */
export interface LeaseDetail {
  readonly source: Source
  /** Oldest block the node keeps: no block's time is to be had before it. */
  readonly oldest: bigint
  /** undefined: the chain has none of that id. */
  readonly lease: Lease | undefined
  /** Leases of its deployment, itself among them: they are paid from one account. */
  readonly siblings: readonly Lease[]
  /** Every bid for its order, as the node lists them. */
  readonly bids: Figure<readonly Bid[]>
  /** undefined: the chain has no such order. */
  readonly order: Figure<Order | undefined>
  readonly deployment: Figure<Deployment | undefined>
  /** What it holds or held: of its bid, else of its order. */
  readonly resources: LeasedResources
  readonly skipped: readonly SkippedRecord[]
}

const LEASE_STATES = ['active', 'insufficient_funds', 'closed', 'reclaiming'] as const
const BID_STATES = ['open', 'active', 'lost', 'closed'] as const
const ORDER_STATES = ['open', 'active', 'closed'] as const

const NOT_KNOWN: LeasedResources = { from: 'not-known', units: [] }

/**
 * A lease, its order, bids and deployment at one height: one round trip after the height is chosen.
 * @throws what choosing the height or reading the leases throws
 */
export async function readLease(
  chain: Chain,
  name: LeaseName,
  signal?: AbortSignal,
): Promise<LeaseDetail> {
  const { transport } = chain
  const options = signal ? { signal } : {}
  const { owner, dseq } = name
  const isOfOrder = ({ id }: Bid | Order) => id.gseq === name.gseq && id.oseq === name.oseq
  return readAtPin(await fetchPinned(chain, signal), async ({ facts, pin: { height } }) => {
    const of = { owner, dseq }
    const [leases, bids, orders, deployment, time] = await Promise.allSettled([
      readStates(LEASE_STATES, (state) =>
        readWhole(transport, leasesOf(state, height, of), options),
      ),
      readStates(BID_STATES, (state) => readWhole(transport, bidsOf(state, height, of), options)),
      readStates(ORDER_STATES, (state) =>
        readWhole(transport, ordersOf(state, height, of), options),
      ),
      fetchDeployment(transport, of, height, options),
      fetchBlockTime(transport, height, options),
    ])
    if (leases.status === 'rejected') throw leases.reason
    const sourceOf = (query: string, endpoint: string): Source => ({
      chainId: facts.chainId,
      height,
      time: time.status === 'fulfilled' ? time.value : undefined,
      endpoint,
      query,
    })
    const lease = findLease(leases.value.items, name)
    const figure = <Item, Value>(
      path: string,
      settled: PromiseSettledResult<WholeList<Item>>,
      read: (items: readonly Item[]) => Value,
    ): Figure<Value> =>
      figureOf(
        settled,
        ({ items }) => read(items),
        ({ endpoint }) => sourceOf(path, endpoint),
      )
    const ofOrder = figure(MARKET_PATH.bids, bids, (items) => items.filter(isOfOrder))
    const order = figure(MARKET_PATH.orders, orders, (items) => items.find(isOfOrder))
    return {
      source: sourceOf(MARKET_PATH.leases, leases.value.endpoint),
      oldest: facts.earliestHeight,
      lease,
      siblings: leases.value.items,
      bids: ofOrder,
      order,
      deployment: figureOf(
        deployment,
        ({ value }) => value,
        ({ endpoint }) => sourceOf(MARKET_PATH.deployment, endpoint),
      ),
      resources: resourcesOf(lease, ofOrder, order),
      skipped: [leases, bids, orders].flatMap((settled) =>
        settled.status === 'fulfilled' ? settled.value.skipped : [],
      ),
    }
  })
}

/**
 * A list of every state. Where a record breaks it the states are read one by one: a node goes on behind such a record only
 * within a state (protocol D3).
 */
async function readStates<State extends string, Item>(
  states: readonly State[],
  read: (state: State | '') => Promise<WholeList<Item>>,
): Promise<WholeList<Item>> {
  try {
    return await read('')
  } catch (error) {
    const isOfARecord =
      error instanceof AbciQueryError &&
      (error.refusal === 'other' || error.refusal === 'invalid-argument')
    if (!isOfARecord) throw error
    const lists = await Promise.all(states.map(read))
    return {
      items: lists.flatMap(({ items }) => items),
      skipped: lists.flatMap(({ skipped }) => skipped),
      endpoint: lists.at(-1)?.endpoint ?? error.endpoint,
    }
  }
}

function findLease(leases: readonly Lease[], name: LeaseName): Lease | undefined {
  return leases
    .filter(
      ({ id }) =>
        id.gseq === name.gseq &&
        id.oseq === name.oseq &&
        id.provider === name.provider &&
        (name.bseq === undefined || id.bseq === name.bseq),
    )
    .toSorted((a, b) => b.id.bseq - a.id.bseq)[0]
}

function resourcesOf(
  lease: Lease | undefined,
  bids: Figure<readonly Bid[]>,
  order: Figure<Order | undefined>,
): LeasedResources {
  if (lease === undefined) return NOT_KNOWN
  const { provider, bseq } = lease.id
  const won =
    bids.kind === 'known'
      ? bids.value.find(({ id }) => id.provider === provider && id.bseq === bseq)
      : undefined
  if (won !== undefined && won.resources.units.length > 0) return won.resources
  return (order.kind === 'known' ? order.value?.resources : undefined) ?? NOT_KNOWN
}
