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
import { QueryDeploymentsRequest } from '../proto/generated/akash/deployment/v1beta4/query.ts'
import {
  QueryBidsRequest,
  QueryLeasesRequest,
  QueryOrdersRequest,
} from '../proto/generated/akash/market/v1beta5/query.ts'
import { decodeBid } from './decode-bid.ts'
import { decodeDeployment } from './decode-deployment.ts'
import { decodeLease } from './decode-lease.ts'
import { decodeOrder } from './decode-order.ts'
import { MARKET_PATH } from './market-paths.ts'
import type { MarketQuery } from './read-market-list.ts'
import { MarketRecordError } from './record-parts.ts'
import { splitPage } from './split-page.ts'

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
): MarketQuery<Uint8Array, Lease> {
  const filters = { owner, dseq, gseq: 0, oseq: 0, provider, state, bseq: 0 }
  return {
    list: 'leases',
    path: MARKET_PATH.leases,
    height,
    encode: (pagination) => QueryLeasesRequest.encode({ filters, pagination }).finish(),
    decode: splitPage,
    toItem: (record) => {
      const lease = decodeLease(record)
      return asAsked(lease, lease.id, filters)
    },
    idOf: ({ id }) => id,
    nameOf: ({ id }) => leaseKey(id),
  }
}

/** Bids of one state, with what they offered. */
export function bidsOf(
  state: Named<BidState>,
  height: bigint,
  { owner = '', provider = '', dseq = 0n }: MarketFilter = {},
): MarketQuery<Uint8Array, Bid> {
  const filters = { owner, dseq, gseq: 0, oseq: 0, provider, state, bseq: 0 }
  return {
    list: 'bids',
    path: MARKET_PATH.bids,
    height,
    encode: (pagination) => QueryBidsRequest.encode({ filters, pagination }).finish(),
    decode: splitPage,
    toItem: (record) => {
      const bid = decodeBid(record)
      return asAsked(bid, bid.id, filters)
    },
    idOf: ({ id }) => id,
    nameOf: ({ id }) => leaseKey(id),
  }
}

/** Orders of one state, with what was asked for. */
export function ordersOf(
  state: Named<OrderState>,
  height: bigint,
  { owner = '', dseq = 0n }: Omit<MarketFilter, 'provider'> = {},
): MarketQuery<Uint8Array, Order> {
  const filters = { owner, dseq, gseq: 0, oseq: 0, state }
  return {
    list: 'orders',
    path: MARKET_PATH.orders,
    height,
    encode: (pagination) => QueryOrdersRequest.encode({ filters, pagination }).finish(),
    decode: splitPage,
    toItem: (record) => {
      const order = decodeOrder(record)
      return asAsked(order, order.id, filters)
    },
    idOf: ({ id }) => id,
    nameOf: ({ id }) => orderKey(id),
  }
}

/** Deployments of one state, with their escrow accounts. */
export function deploymentsOf(
  state: 'active' | 'closed' | '',
  height: bigint,
  { owner = '', dseq = 0n }: Omit<MarketFilter, 'provider'> = {},
): MarketQuery<Uint8Array, Deployment> {
  const filters = { owner, dseq, state }
  return {
    list: 'deployments',
    path: MARKET_PATH.deployments,
    height,
    encode: (pagination) => QueryDeploymentsRequest.encode({ filters, pagination }).finish(),
    decode: splitPage,
    toItem: (record) => {
      const deployment = decodeDeployment(record)
      return asAsked(deployment, deployment, filters)
    },
    idOf: (deployment) => deployment,
    nameOf: ({ owner: of, dseq: number }) => `${of}/${number}`,
  }
}

/** What a record is filtered by, besides its state. */
interface Whose {
  readonly owner: string
  readonly dseq: bigint
  readonly provider?: string
}

/**
 * The item, where it is what was asked for: of a node that ignores the filters every record would be counted in each
 * state. A state without a name is kept as it is.
 * @throws {MarketRecordError}
 */
function asAsked<Item extends { readonly state: string }>(
  item: Item,
  id: Whose,
  asked: Whose & { readonly state: string },
): Item {
  const { state } = item
  const isState = asked.state === '' || asked.state === state || state.startsWith('unknown ')
  const isWhose =
    (asked.owner === '' || asked.owner === id.owner) &&
    (asked.dseq === 0n || asked.dseq === id.dseq) &&
    ((asked.provider ?? '') === '' || asked.provider === id.provider)
  if (isState && isWhose) return item
  throw new MarketRecordError('The record is not what was asked for.')
}
