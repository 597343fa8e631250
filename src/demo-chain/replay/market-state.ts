import type { QueryAnswer } from '../application/query-answer.ts'
import { invalidArgument, valueAnswer } from '../application/query-answer.ts'
import type { PageRequest } from '../application/sdk-paging.ts'
import { encodePage, readPageRequest } from '../application/sdk-paging.ts'
import type { WireField } from '../application/wire-fields.ts'
import { encodeBytesField, lastMessage } from '../application/wire-fields.ts'
import { compareBytes } from '../server/bytes.ts'
import type { MarketKind, MarketRecord } from './market-record.ts'
import { MARKET_KINDS, readAskedKey, readMarketRecord } from './market-record.ts'
import type { MarketWalk } from './market-walk.ts'
import {
  BY_OWNER,
  BY_STATE,
  encodeNextKey,
  passesFilters,
  resolveMarketWalk,
} from './market-walk.ts'
import type { RecordedLists } from './recorded-lists.ts'

/**
 * Leases, bids, orders and deployments as far as every record of a state was recorded. Paging as in akash node v2.1.0
 * x/market/keeper/grpc_query.go: the total is the number of items on the page, offset needs a state, and the key and not
 * the filter decides how a list goes on.
 */
export class MarketState {
  private readonly lists: RecordedLists
  private readonly records = new Map<string, readonly MarketRecord[] | undefined>()

  constructor(lists: RecordedLists) {
    this.lists = lists
  }

  /** undefined: not a question on the market, or what it needs was not recorded. */
  answer(path: string, request: readonly WireField[], height: bigint): QueryAnswer | undefined {
    const kind = MARKET_KINDS.find((one) => one.listPath === path)
    if (kind !== undefined) return this.answerList(kind, request, height)
    const singleKind = MARKET_KINDS.find((one) => one.singlePath === path)
    return singleKind === undefined ? undefined : this.answerSingle(singleKind, request, height)
  }

  private answerSingle(
    kind: MarketKind,
    request: readonly WireField[],
    height: bigint,
  ): QueryAnswer | undefined {
    const key = readAskedKey(request, kind)
    for (const [name] of kind.states) {
      const found = this.inState(kind, name, height)?.find((r) => compareBytes(r.key, key) === 0)
      if (found === undefined) continue
      return valueAnswer(kind.isWrapped ? found.item : encodeBytesField(1, found.item), height)
    }
    return undefined
  }

  private answerList(
    kind: MarketKind,
    request: readonly WireField[],
    height: bigint,
  ): QueryAnswer | undefined {
    const page = readPageRequest(request, 2)
    const walk = resolveMarketWalk(kind, lastMessage(request, 1), page)
    if (typeof walk === 'string') return invalidArgument(walk, height)
    const records = this.recordsOf(walk, page.reverse, height)
    return records === undefined ? undefined : valueAnswer(pageMarket(walk, records, page), height)
  }

  /** Records in the order of the walk, filters not yet applied; undefined when one of its states is not complete. */
  private recordsOf(
    walk: MarketWalk,
    reverse: boolean,
    height: bigint,
  ): MarketRecord[] | undefined {
    const perState: MarketRecord[][] = []
    for (const [at, state] of walk.states.entries()) {
      const name = walk.kind.states.find(([, number]) => number === state)?.[0]
      const records = name === undefined ? undefined : this.inState(walk.kind, name, height)
      if (records === undefined) return undefined
      const isCurrent = walk.by !== BY_STATE || at === 0
      const kept = isCurrent ? records.filter((r) => isFrom(r, walk.from, reverse)) : [...records]
      perState.push(reverse ? kept.reverse() : kept)
    }
    if (walk.by === BY_STATE) return perState.flat()
    const order = reverse ? -1 : 1
    return perState
      .flat()
      .filter((r) =>
        walk.by === BY_OWNER ? r.id.owner === walk.owner : r.id.provider === walk.provider,
      )
      .sort((a, b) => order * compareBytes(a.key, b.key))
  }

  private inState(
    kind: MarketKind,
    state: string,
    height: bigint,
  ): readonly MarketRecord[] | undefined {
    const name = `${kind.listPath} ${state} ${height}`
    if (!this.records.has(name)) {
      const filters = encodeBytesField(kind.stateField, new TextEncoder().encode(state))
      const items = this.lists.items(kind.listPath, encodeBytesField(1, filters), height)
      this.records.set(
        name,
        items?.map((item) => readMarketRecord(item, kind)),
      )
    }
    return this.records.get(name)
  }
}

function isFrom(record: MarketRecord, from: Uint8Array | undefined, reverse: boolean): boolean {
  if (from === undefined) return true
  const order = compareBytes(record.key, from)
  return reverse ? order <= 0 : order >= 0
}

function pageMarket(
  walk: MarketWalk,
  records: readonly MarketRecord[],
  page: PageRequest,
): Uint8Array {
  const passing = records.filter(({ id }) => passesFilters(walk, id))
  const items = passing.slice(page.offset, page.offset + page.limit)
  const next = passing[page.offset + page.limit]
  return encodePage({
    items: items.map((record) => record.item),
    nextKey: next && encodeNextKey(walk, next.key, next.state),
    total: items.length,
  })
}
