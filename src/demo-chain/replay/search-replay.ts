import type { RpcCall } from '../server/backend.ts'
import { bytesArgument, flagArgument, textArgument } from '../server/backend.ts'
import { encodeHex } from '../server/bytes.ts'
import type { Json } from '../server/json.ts'
import { jsonAt } from '../server/json.ts'
import { checkPage } from '../server/page-arguments.ts'
import {
  BLOCK_INDEX_DISABLED,
  MAX_QUERY_LENGTH,
  QUERY_TOO_LONG,
  refused,
  refuseOrder,
  TX_INDEX_DISABLED,
} from '../server/refusals.ts'
import type { EndpointFacts } from './endpoint-facts.ts'
import { ARCHIVE } from './endpoint-facts.ts'
import type { RecordedCall } from './recorded-call.ts'
import type { ReplayAnswer } from './replay-answer.ts'
import { replied } from './replay-answer.ts'

/** What is known of one search: how many it finds, and those of them that were recorded, by height and index. */
interface KnownSearch {
  readonly total: number
  readonly found: Map<string, Json>
}

/** Where a searched item says which it is. */
const SEARCHES = {
  tx_search: {
    list: 'txs',
    disabled: TX_INDEX_DISABLED,
    height: ['height'],
  },
  block_search: {
    list: 'blocks',
    disabled: BLOCK_INDEX_DISABLED,
    height: ['block', 'header', 'height'],
  },
} as const

/** Searches and single transactions, from what `archive` found. */
export class SearchReplay {
  private readonly searches = new Map<string, KnownSearch>()
  private readonly transactions = new Map<string, Json>()

  constructor(calls: readonly RecordedCall[]) {
    for (const recorded of calls) {
      if (recorded.endpoint === ARCHIVE && recorded.result !== undefined) {
        this.add(recorded.call, recorded.result)
      }
    }
  }

  private add(call: RpcCall, result: Json): void {
    if (call.method === 'tx') this.keepTransaction(result)
    if (call.method !== 'tx_search' && call.method !== 'block_search') return
    const search = SEARCHES[call.method]
    const items = jsonAt(result, search.list)
    if (!Array.isArray(items)) return
    const key = searchKey(call)
    const known = this.searches.get(key) ?? {
      total: Number(jsonAt(result, 'total_count') ?? 0),
      found: new Map<string, Json>(),
    }
    this.searches.set(key, known)
    for (const item of items) {
      known.found.set(`${jsonAt(item, ...search.height)}/${jsonAt(item, 'index') ?? 0}`, item)
      if (call.method === 'tx_search') this.keepTransaction(item)
    }
  }

  /** Kept with and without its proof, which is the only thing the argument `prove` changes. */
  private keepTransaction(item: Json): void {
    const hash = String(jsonAt(item, 'hash') ?? '').toLowerCase()
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return
    const { proof, ...plain } = item
    this.transactions.set(transactionKey(hash, false), plain)
    if (proof !== undefined) this.transactions.set(transactionKey(hash, true), item)
  }

  /** undefined: another method, or not recorded. */
  answer(call: RpcCall, endpoint: EndpointFacts): ReplayAnswer | undefined {
    if (call.method === 'tx') return this.answerTransaction(call, endpoint)
    if (call.method !== 'tx_search' && call.method !== 'block_search') return undefined
    const search = SEARCHES[call.method]
    if (!endpoint.hasTxIndex) return refused(search.disabled)
    if (textArgument(call.args, 'query').length > MAX_QUERY_LENGTH) {
      return refused(QUERY_TOO_LONG)
    }
    const known = this.searches.get(searchKey(call))
    const order = textArgument(call.args, 'order_by')
    if (known === undefined) return undefined
    const orderRefusal = refuseOrder(order)
    if (orderRefusal !== undefined) return refused(orderRefusal)
    const page = checkPage(call.args, known.total)
    if ('refusal' in page) return refused(page.refusal)
    if (known.found.size < known.total) return undefined
    const items = [...known.found].sort(([a], [b]) => compareFound(a, b)).map(([, item]) => item)
    if (order === 'desc') items.reverse()
    const heightOf = (item: Json): bigint => BigInt(String(jsonAt(item, ...search.height)))
    if (items.some((item) => heightOf(item) > endpoint.latestBlock)) return undefined
    const onPage = items.slice((page.page - 1) * page.perPage, page.page * page.perPage)
    // A block search counts blocks that were dropped, and leaves them out (steady/289-err-pruned-blocksearch).
    const isKept = (item: Json): boolean => heightOf(item) >= endpoint.earliestBlock
    const shown = call.method === 'block_search' ? onPage.filter(isKept) : onPage
    return replied({ [search.list]: shown, total_count: String(known.total) })
  }

  private answerTransaction(call: RpcCall, endpoint: EndpointFacts): ReplayAnswer | undefined {
    if (!endpoint.hasTxIndex) return refused(TX_INDEX_DISABLED)
    const hash = encodeHex(bytesArgument(call.args, 'hash'))
    const found = this.transactions.get(transactionKey(hash, flagArgument(call.args, 'prove')))
    return found === undefined ? undefined : replied(found)
  }
}

function transactionKey(hash: string, prove: boolean): string {
  return `${hash} ${prove}`
}

function searchKey({ method, args }: RpcCall): string {
  return `${method} ${flagArgument(args, 'prove')} ${textArgument(args, 'query')}`
}

/** By height, then by index in the block. */
function compareFound(a: string, b: string): number {
  const [heightA = 0, indexA = 0] = a.split('/').map(Number)
  const [heightB = 0, indexB = 0] = b.split('/').map(Number)
  return heightA - heightB || indexA - indexB
}
