import type { RequestOptions, Transport } from '../rpc/transport.ts'
import { fetchAbci } from './abci.ts'
import { type Answered, decodeAnswer } from './gov.ts'
import { PageOrderError } from './page-order.ts'
import type { PageRequest } from './proto/generated/cosmos/base/query/v1beta1/pagination.ts'
import { readBelievable } from './unbelievable.ts'

export interface PagedQuery<Item> {
  readonly path: string
  readonly height: bigint
  /** Items a page; the first page is left to the node's own size (a hundred) with `isFirstPlain`. */
  readonly pageSize: bigint
  /** A node with more to say after this many pages is not to be believed. */
  readonly mostPages: number
  /** Asks for the first page without naming a page, as clients commonly do. @default false */
  readonly isFirstPlain?: boolean
  /** Asks how many there are on the first page; nodes say so on no other. @default false */
  readonly isCounted?: boolean
  /** Names an item among all others of the list. */
  readonly keyOf: (item: Item) => string
  readonly encode: (pagination: PageRequest | undefined) => Uint8Array
  /** May throw on what it cannot read. */
  readonly decode: (bytes: Uint8Array) => {
    readonly items: readonly Item[]
    readonly nextKey: Uint8Array | undefined
  }
}

/**
 * Everything a paged query has at one height. A page that leads back to where another began, or an item that comes
 * twice, ends the reading with an error where no other endpoint does better: a list that lacks items without a word, or
 * counts some twice, is worse than none.
 * @throws {AbciQueryError|EndpointError|UndecodableError|PageOrderError}
 */
export async function fetchAllPages<Item>(
  transport: Transport,
  query: PagedQuery<Item>,
  options: RequestOptions,
): Promise<Answered<readonly Item[]>> {
  return readBelievable(transport, options, (each) => followPages(transport, query, each))
}

async function followPages<Item>(
  transport: Transport,
  query: PagedQuery<Item>,
  options: RequestOptions,
): Promise<Answered<readonly Item[]>> {
  const { path, height, pageSize, mostPages, isFirstPlain = false, isCounted = false } = query
  const all: Item[] = []
  const keys = new Set<string>()
  const names = new Set<string>()
  let key: Uint8Array = new Uint8Array()
  for (let page = 0; page < mostPages; page++) {
    const data = query.encode(
      page === 0 && isFirstPlain
        ? undefined
        : {
            key,
            offset: 0n,
            limit: pageSize,
            countTotal: isCounted && page === 0,
            reverse: false,
          },
    )
    const answer = await fetchAbci(transport, { path, data, height }, options)
    const { endpoint } = answer
    const { items, nextKey } = decodeAnswer(path, endpoint, () => query.decode(answer.value))
    // Not by spreading: a page can hold more items than a call takes arguments.
    for (const item of items) {
      const name = query.keyOf(item)
      if (names.has(name)) throw new PageOrderError(path, endpoint)
      names.add(name)
      all.push(item)
    }
    if (nextKey === undefined || nextKey.length === 0) {
      return { value: all, endpoint, height: answer.height }
    }
    if (keys.has(nextKey.join())) throw new PageOrderError(path, endpoint)
    keys.add(nextKey.join())
    key = nextKey
  }
  throw new PageOrderError(path, transport.endpoints[0] ?? '')
}
