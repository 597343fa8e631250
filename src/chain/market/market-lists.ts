import {
  type Bid,
  type BidState,
  type Lease,
  type LeaseState,
  leaseKey,
  type Order,
  type OrderState,
  orderKey,
  type UnknownEnum,
} from '../../domain/market/lease.ts'
import type { Deployment } from '../../domain/market/market.ts'
import {
  type QueryDeploymentResponse,
  QueryDeploymentsRequest,
  QueryDeploymentsResponse,
} from '../proto/generated/akash/deployment/v1beta4/query.ts'
import type { Order as OrderProto } from '../proto/generated/akash/market/v1beta5/order.ts'
import {
  type QueryBidResponse,
  QueryBidsRequest,
  QueryBidsResponse,
  type QueryLeaseResponse,
  QueryLeasesRequest,
  QueryLeasesResponse,
  QueryOrdersRequest,
  QueryOrdersResponse,
} from '../proto/generated/akash/market/v1beta5/query.ts'
import { MARKET_PATH } from './market-paths.ts'
import { MarketRecordError, toBid, toDeployment, toLease, toOrder } from './market-records.ts'
import type { MarketQuery } from './read-market-list.ts'

/** Whose records; empty texts are everybody's. The filters have to come again with every page. */
export interface MarketFilter {
  readonly owner?: string
  readonly provider?: string
  /** 0: any. */
  readonly dseq?: bigint
}

/** A state by its name; `''` is any. */
type Named<State> = Exclude<State, UnknownEnum> | ''

/** Leases of one state, with their payments. */
export function leasesOf(
  state: Named<LeaseState>,
  height: bigint,
  { owner = '', provider = '', dseq = 0n }: MarketFilter = {},
): MarketQuery<QueryLeaseResponse, Lease> {
  const filters = { owner, dseq, gseq: 0, oseq: 0, provider, state, bseq: 0 }
  return {
    list: 'leases',
    path: MARKET_PATH.leases,
    height,
    encode: (pagination) => QueryLeasesRequest.encode({ filters, pagination }).finish(),
    decode: (bytes) => {
      const { leases, pagination } = QueryLeasesResponse.decode(bytes)
      return { records: leases, nextKey: pagination?.nextKey }
    },
    toItem: (record) => {
      const lease = toLease(record)
      return asAsked(lease, { ...lease.id, state: lease.state }, filters)
    },
    keyOf: ({ id }) => leaseKey(id),
  }
}

/** Bids of one state, with what they offered. */
export function bidsOf(
  state: Named<BidState>,
  height: bigint,
  { owner = '', provider = '', dseq = 0n }: MarketFilter = {},
): MarketQuery<QueryBidResponse, Bid> {
  const filters = { owner, dseq, gseq: 0, oseq: 0, provider, state, bseq: 0 }
  return {
    list: 'bids',
    path: MARKET_PATH.bids,
    height,
    encode: (pagination) => QueryBidsRequest.encode({ filters, pagination }).finish(),
    decode: (bytes) => {
      const { bids, pagination } = QueryBidsResponse.decode(bytes)
      return { records: bids, nextKey: pagination?.nextKey }
    },
    toItem: (record) => {
      const bid = toBid(record)
      return asAsked(bid, { ...bid.id, state: bid.state }, filters)
    },
    keyOf: ({ id }) => leaseKey(id),
  }
}

/** Orders of one state, with what was asked for. */
export function ordersOf(
  state: Named<OrderState>,
  height: bigint,
  { owner = '', dseq = 0n }: Omit<MarketFilter, 'provider'> = {},
): MarketQuery<OrderProto, Order> {
  const filters = { owner, dseq, gseq: 0, oseq: 0, state }
  return {
    list: 'orders',
    path: MARKET_PATH.orders,
    height,
    encode: (pagination) => QueryOrdersRequest.encode({ filters, pagination }).finish(),
    decode: (bytes) => {
      const { orders, pagination } = QueryOrdersResponse.decode(bytes)
      return { records: orders, nextKey: pagination?.nextKey }
    },
    toItem: (record) => {
      const order = toOrder(record)
      return asAsked(order, { ...order.id, state: order.state }, filters)
    },
    keyOf: ({ id }) => orderKey(id),
  }
}

/** Deployments of one state, with their escrow accounts. */
export function deploymentsOf(
  state: 'active' | 'closed' | '',
  height: bigint,
  { owner = '', dseq = 0n }: Omit<MarketFilter, 'provider'> = {},
): MarketQuery<QueryDeploymentResponse, Deployment> {
  const filters = { owner, dseq, state }
  return {
    list: 'deployments',
    path: MARKET_PATH.deployments,
    height,
    encode: (pagination) => QueryDeploymentsRequest.encode({ filters, pagination }).finish(),
    decode: (bytes) => {
      const { deployments, pagination } = QueryDeploymentsResponse.decode(bytes)
      return { records: deployments, nextKey: pagination?.nextKey }
    },
    toItem: (record) => {
      const deployment = toDeployment(record)
      return asAsked(deployment, deployment, filters)
    },
    keyOf: ({ owner: of, dseq: number }) => `${of}/${number}`,
  }
}

/** What a record is filtered by. */
interface Asked {
  readonly state: string
  readonly owner: string
  readonly dseq: bigint
  readonly provider?: string
}

/**
 * The item, where it is what was asked for: of a node that ignores the filters every record would be counted in each
 * state. A state without a name is kept as it is.
 * @throws {MarketRecordError}
 */
function asAsked<Item>(item: Item, found: Asked, asked: Asked): Item {
  const isState =
    asked.state === '' || asked.state === found.state || found.state.startsWith('unknown ')
  const isWhose =
    (asked.owner === '' || asked.owner === found.owner) &&
    (asked.dseq === 0n || asked.dseq === found.dseq) &&
    ((asked.provider ?? '') === '' || asked.provider === found.provider)
  if (isState && isWhose) return item
  throw new MarketRecordError('The record is not what was asked for.')
}
