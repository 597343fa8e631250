import type { QueryAnswer } from '../application/query-answer.ts'
import { invalidArgument, valueAnswer } from '../application/query-answer.ts'
import type { PageRequest } from '../application/sdk-paging.ts'
import { encodePage, readPageRequest } from '../application/sdk-paging.ts'
import type { WireField } from '../application/wire-fields.ts'
import { encodeBytesField, lastInteger, lastMessage, lastText } from '../application/wire-fields.ts'
import { compareBytes } from '../server/bytes.ts'
import type { MarketKey } from './market-key.ts'
import { decodeMarketKey, encodeMarketKey, MarketKeyError } from './market-key.ts'
import type { MarketId, MarketKind, MarketRecord } from './market-record.ts'
import { MARKET_KINDS, readAskedKey, readMarketId, readMarketRecord } from './market-record.ts'
import type { RecordedLists } from './recorded-lists.ts'

const BY_STATE = 0
const BY_PROVIDER = 1
const BY_OWNER = 2

/** How one list is to be walked. */
interface Walk {
  readonly kind: MarketKind
  readonly by: number
  readonly states: readonly number[]
  readonly owner: string
  readonly provider: string
  /** Where to go on; undefined at the beginning. */
  readonly from: Uint8Array | undefined
  readonly filters: MarketId
  readonly bseq: bigint
}

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
    const filters = lastMessage(request, 1)
    const stateName = lastText(filters, kind.stateField)
    const page = readPageRequest(request, 2)
    if (page.offset > 0 && stateName === '') {
      const rule = 'if offset is set, filter.state must be provided'
      return invalidArgument(`invalid request parameters. ${rule}`, height)
    }
    const walk = this.resolveWalk(kind, filters, stateName, page)
    if (walk === undefined) return undefined
    if (typeof walk === 'string') return invalidArgument(walk, height)
    const records = this.recordsOf(walk, page.reverse, height)
    return records === undefined ? undefined : valueAnswer(pageMarket(walk, records, page), height)
  }

  /** The walk a request asks for; a text where the node refuses it; undefined where its refusal is not known. */
  private resolveWalk(
    kind: MarketKind,
    filterFields: readonly WireField[],
    stateName: string,
    page: PageRequest,
  ): Walk | string | undefined {
    const filters = readMarketId(filterFields, kind)
    const bseq = kind.idParts === 'bid' ? lastInteger(filterFields, 7) : 0n
    const base = { kind, filters, bseq }
    if (page.key !== undefined) {
      const key = readKey(page.key)
      if (key instanceof MarketKeyError) return key.message
      if (kind.marksWalk && key.walk === undefined) return 'invalid pagination key'
      const by = kind.marksWalk ? (key.walk ?? BY_STATE) : key.walk === 1 ? BY_OWNER : BY_STATE
      const id = idOfKey(key.primaryKey)
      return { ...base, by, states: key.states, from: key.primaryKey, ...id }
    }
    const named = kind.states.filter(([name]) => stateName === '' || name === stateName)
    if (named.length === 0) return 'invalid state value'
    const { owner, provider } = filters
    const by = owner !== '' ? BY_OWNER : provider !== '' ? BY_PROVIDER : BY_STATE
    const states = named.map(([, state]) => state)
    if (by === BY_STATE && page.reverse) states.reverse()
    return { ...base, by, states, from: undefined, owner, provider }
  }

  /** Records in the order of the walk, filters not yet applied; undefined when one of its states is not complete. */
  private recordsOf(walk: Walk, reverse: boolean, height: bigint): MarketRecord[] | undefined {
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

function readKey(bytes: Uint8Array): MarketKey | MarketKeyError {
  try {
    return decodeMarketKey(bytes)
  } catch (cause) {
    if (cause instanceof MarketKeyError) return cause
    throw cause
  }
}

/** Owner and provider of a primary key. */
function idOfKey(key: Uint8Array): { owner: string; provider: string } {
  const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
  const ownerEnd = key.indexOf(0)
  const providerFrom = ownerEnd + 1 + 8 + 4 + 4
  const providerEnd = key.length - 5
  const provider = providerEnd > providerFrom ? text(key.subarray(providerFrom, providerEnd)) : ''
  return { owner: text(key.subarray(0, ownerEnd)), provider }
}

function accepts(walk: Walk, { id }: MarketRecord): boolean {
  const { owner, dseq, gseq, oseq, provider } = walk.filters
  return (
    (owner === '' || id.owner === owner) &&
    (dseq === 0n || id.dseq === dseq) &&
    (gseq === 0n || id.gseq === gseq) &&
    (oseq === 0n || id.oseq === oseq) &&
    (provider === '' || id.provider === provider) &&
    (walk.bseq === 0n || id.bseq === walk.bseq)
  )
}

function pageMarket(walk: Walk, records: readonly MarketRecord[], page: PageRequest): Uint8Array {
  const passing = records.filter((record) => accepts(walk, record))
  const items = passing.slice(page.offset, page.offset + page.limit)
  const next = passing[page.offset + page.limit]
  return encodePage({
    items: items.map((record) => record.item),
    nextKey: next === undefined ? undefined : encodeMarketKey(keyAt(walk, next)),
    total: items.length,
  })
}

function keyAt(walk: Walk, next: MarketRecord): MarketKey {
  const { marksWalk } = walk.kind
  if (walk.by !== BY_STATE) {
    return { states: walk.states, primaryKey: next.key, walk: marksWalk ? walk.by : 1 }
  }
  const states = walk.states.slice(walk.states.indexOf(next.state))
  return { states, primaryKey: next.key, walk: marksWalk ? BY_STATE : undefined }
}
