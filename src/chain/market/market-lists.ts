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
import type { PageRequest } from '../proto/generated/cosmos/base/query/v1beta1/pagination.ts'
import { decodeBid } from './decode-bid.ts'
import { decodeDeployment } from './decode-deployment.ts'
import { decodeLease } from './decode-lease.ts'
import { decodeOrder } from './decode-order.ts'
import type { RecordId } from './id-set.ts'
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
  filter: MarketFilter = {},
): MarketQuery<Uint8Array, Lease> {
  return listOf(LEASES, state, height, filter)
}

/** Bids of one state, with what they offered. */
export function bidsOf(
  state: Named<BidState>,
  height: bigint,
  filter: MarketFilter = {},
): MarketQuery<Uint8Array, Bid> {
  return listOf(BIDS, state, height, filter)
}

/** Orders of one state, with what was asked for. */
export function ordersOf(
  state: Named<OrderState>,
  height: bigint,
  filter: Omit<MarketFilter, 'provider'> = {},
): MarketQuery<Uint8Array, Order> {
  return listOf(ORDERS, state, height, filter)
}

/** Deployments of one state, with their escrow accounts. */
export function deploymentsOf(
  state: 'active' | 'closed' | '',
  height: bigint,
  filter: Omit<MarketFilter, 'provider'> = {},
): MarketQuery<Uint8Array, Deployment> {
  return listOf(DEPLOYMENTS, state, height, filter)
}

interface Asked {
  readonly owner: string
  readonly dseq: bigint
  /** Of orders and deployments nobody's: their queries know no such filter. */
  readonly provider: string
  readonly state: string
}

/** What the lists of one kind of record have in common. */
interface RecordKind<Item> extends Pick<MarketQuery<never, Item>, 'list' | 'path' | 'nameOf'> {
  readonly encode: (request: {
    readonly filters: Asked & {
      readonly gseq: number
      readonly oseq: number
      readonly bseq: number
    }
    readonly pagination: PageRequest
  }) => Uint8Array
  readonly decode: (record: Uint8Array) => Item
  readonly idOf: (item: Item) => RecordId
}

const LEASES: RecordKind<Lease> = {
  list: 'leases',
  path: MARKET_PATH.leases,
  encode: (request) => QueryLeasesRequest.encode(request).finish(),
  decode: decodeLease,
  idOf: ({ id }) => id,
  nameOf: ({ id }) => leaseKey(id),
}

const BIDS: RecordKind<Bid> = {
  list: 'bids',
  path: MARKET_PATH.bids,
  encode: (request) => QueryBidsRequest.encode(request).finish(),
  decode: decodeBid,
  idOf: ({ id }) => id,
  nameOf: ({ id }) => leaseKey(id),
}

const ORDERS: RecordKind<Order> = {
  list: 'orders',
  path: MARKET_PATH.orders,
  encode: (request) => QueryOrdersRequest.encode(request).finish(),
  decode: decodeOrder,
  idOf: ({ id }) => id,
  nameOf: ({ id }) => orderKey(id),
}

const DEPLOYMENTS: RecordKind<Deployment> = {
  list: 'deployments',
  path: MARKET_PATH.deployments,
  encode: (request) => QueryDeploymentsRequest.encode(request).finish(),
  decode: decodeDeployment,
  idOf: (deployment) => deployment,
  nameOf: ({ owner, dseq }) => `${owner}/${dseq}`,
}

function listOf<Item extends { readonly state: string }>(
  { encode, decode, ...kind }: RecordKind<Item>,
  state: string,
  height: bigint,
  { owner = '', provider = '', dseq = 0n }: MarketFilter,
): MarketQuery<Uint8Array, Item> {
  const filters = { owner, dseq, gseq: 0, oseq: 0, provider, state, bseq: 0 }
  return {
    ...kind,
    height,
    encode: (pagination) => encode({ filters, pagination }),
    decode: splitPage,
    toItem: (record) => {
      const item = decode(record)
      return asAsked(item, kind.idOf(item), filters)
    },
  }
}

/**
 * The item, where it is what was asked for: of a node that ignores the filters every record would be counted in each
 * state. A state without a name is kept as it is.
 * @throws {MarketRecordError}
 */
function asAsked<Item extends { readonly state: string }>(
  item: Item,
  id: RecordId,
  asked: Asked,
): Item {
  const { state } = item
  const isState = asked.state === '' || asked.state === state || state.startsWith('unknown ')
  const isWhose =
    (asked.owner === '' || asked.owner === id.owner) &&
    (asked.dseq === 0n || asked.dseq === id.dseq) &&
    (asked.provider === '' || asked.provider === id.provider)
  if (isState && isWhose) return item
  throw new MarketRecordError('The record is not what was asked for.')
}
