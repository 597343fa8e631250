import {
  QueryDeploymentsRequest,
  QueryDeploymentsResponse,
} from '../../../chain/proto/generated/akash/deployment/v1beta4/query.ts'
import {
  QueryBidsRequest,
  QueryBidsResponse,
  QueryLeasesRequest,
  QueryLeasesResponse,
  QueryOrdersRequest,
  QueryOrdersResponse,
} from '../../../chain/proto/generated/akash/market/v1beta5/query.ts'
import type { PageRequest } from '../../../chain/proto/generated/cosmos/base/query/v1beta1/pagination.ts'
import type { QueryAnswer } from '../../application/query-answer.ts'
import { createFakeLedger } from '../../application/testing/fake-chain.ts'
import { readFields } from '../../application/wire-fields.ts'
import { createMarket } from '../create-market.ts'
import type { MarketOptions } from '../market-world.ts'

export const GENESIS = 29_500_000

const FIRST_SECOND = 1_795_000_000
const EMPTY = { key: new Uint8Array(), offset: 0n, limit: 500n, countTotal: false, reverse: false }

export interface Filters {
  readonly state?: string
  readonly owner?: string
  readonly provider?: string
  readonly dseq?: bigint
}

/** A market without a chain: a block every six seconds. */
export function openMarket(options: MarketOptions = { leases: 4_000 }, chainId = 'skydemo-9') {
  const routes = createMarket(
    {
      chainId,
      initialHeight: BigInt(GENESIS),
      timeOf: (height) => new Date((FIRST_SECOND + (Number(height) - GENESIS) * 6) * 1000),
    },
    options,
  )
  const supply = [{ denom: 'uact', amount: 3_871_204_557_310n }]
  const state = createFakeLedger({ supply }).stateAt(200n)

  function ask(path: string, data: Uint8Array, height: number): QueryAnswer {
    const answer = routes.get(path)?.({ request: readFields(data), state, height: BigInt(height) })
    if (answer === undefined) throw new Error(`there is no route ${path}`)
    return answer
  }

  function list<Item>(
    path: string,
    encode: (filters: Required<Filters>, pagination: PageRequest) => Uint8Array,
    decode: (bytes: Uint8Array) => readonly [readonly Item[], PageInfo | undefined],
  ) {
    return (filters: Filters, height: number, page: Partial<PageRequest> = {}) => {
      const whole = { state: '', owner: '', provider: '', dseq: 0n, ...filters }
      const answer = ask(path, encode(whole, { ...EMPTY, ...page }), height)
      const [items, info] = decode(answer.value ?? new Uint8Array())
      return { answer, items, nextKey: info?.nextKey ?? new Uint8Array(), total: info?.total ?? 0n }
    }
  }

  const rest = { gseq: 0, oseq: 0, bseq: 0 }
  return {
    ask,
    leases: list(
      '/akash.market.v1beta5.Query/Leases',
      (filters, pagination) =>
        QueryLeasesRequest.encode({ filters: { ...rest, ...filters }, pagination }).finish(),
      (bytes) => {
        const { leases, pagination } = QueryLeasesResponse.decode(bytes)
        return [leases, pagination]
      },
    ),
    bids: list(
      '/akash.market.v1beta5.Query/Bids',
      (filters, pagination) =>
        QueryBidsRequest.encode({ filters: { ...rest, ...filters }, pagination }).finish(),
      (bytes) => {
        const { bids, pagination } = QueryBidsResponse.decode(bytes)
        return [bids, pagination]
      },
    ),
    orders: list(
      '/akash.market.v1beta5.Query/Orders',
      ({ state: of, owner, dseq }, pagination) =>
        QueryOrdersRequest.encode({
          filters: { gseq: 0, oseq: 0, state: of, owner, dseq },
          pagination,
        }).finish(),
      (bytes) => {
        const { orders, pagination } = QueryOrdersResponse.decode(bytes)
        return [orders, pagination]
      },
    ),
    deployments: list(
      '/akash.deployment.v1beta4.Query/Deployments',
      ({ state: of, owner, dseq }, pagination) =>
        QueryDeploymentsRequest.encode({
          filters: { state: of, owner, dseq },
          pagination,
        }).finish(),
      (bytes) => {
        const { deployments, pagination } = QueryDeploymentsResponse.decode(bytes)
        return [deployments, pagination]
      },
    ),
  }
}

interface PageInfo {
  readonly nextKey: Uint8Array
  readonly total: bigint
}

/** Every item of a list, page by page. */
export function readAll<Item>(
  list: (
    filters: Filters,
    height: number,
    page?: Partial<PageRequest>,
  ) => { readonly items: readonly Item[]; readonly nextKey: Uint8Array },
  filters: Filters,
  height: number,
  page: Partial<PageRequest> = {},
): readonly Item[] {
  const all: Item[] = []
  let key = new Uint8Array()
  do {
    const { items, nextKey } = list(filters, height, { ...page, key })
    all.push(...items)
    key = new Uint8Array(nextKey)
  } while (key.length > 0)
  return all
}
