import type { QueryAnswer } from '../application/query-answer.ts'
import {
  internalFailure,
  invalidArgument,
  notFound,
  valueAnswer,
} from '../application/query-answer.ts'
import type { PageRequest } from '../application/sdk-paging.ts'
import { encodePage, readPageRequest } from '../application/sdk-paging.ts'
import type { WireField } from '../application/wire-fields.ts'
import { encodeBytesField, lastMessage } from '../application/wire-fields.ts'
import { primaryKey, readAskedKey } from '../replay/market-record.ts'
import type { MarketWalk } from '../replay/market-walk.ts'
import {
  BY_OWNER,
  BY_STATE,
  encodeNextKey,
  passesFilters,
  resolveMarketWalk,
} from '../replay/market-walk.ts'
import { compareBytes, decodeUtf8 } from '../server/bytes.ts'
import type { MarketBooks } from './market-books.ts'
import { MissingPaymentError, type NamedLife } from './market-records.ts'
import type { MarketRow, MarketTable } from './market-tables.ts'
import type { MarketWorld } from './market-world.ts'

/** A list of the market, page by page (akash node v2.1.0 x/market/keeper/grpc_query.go). */
export function answerMarketList(
  world: MarketWorld,
  table: MarketTable,
  request: readonly WireField[],
  height: bigint,
): QueryAnswer {
  const page = readPageRequest(request, 2)
  const walk = resolveMarketWalk(table.kind, lastMessage(request, 1), page)
  if (typeof walk === 'string') return invalidArgument(walk, height)
  try {
    return valueAnswer(readPage(world, table, walk, page, Number(height)), height)
  } catch (cause) {
    if (!(cause instanceof MissingPaymentError)) throw cause
    return internalFailure(cause.message, height)
  }
}

/** One record by its id. */
export function answerMarketRecord(
  world: MarketWorld,
  table: MarketTable,
  request: readonly WireField[],
  height: bigint,
): QueryAnswer {
  const { kind } = table
  const asked = readAskedKey(request, kind)
  const books = world.books(Number(height))
  const states = kind.states.map(([, state]) => state)
  const life = lifeAt(world, books, seek(world, books, asked))
  const found =
    life &&
    table
      .rows(life, Number(height), states)
      .find(({ id }) => compareBytes(primaryKey(id, kind), asked) === 0)
  if (found === undefined) {
    const what = kind.singlePath.split('/').at(-1)?.toLowerCase() ?? ''
    return notFound(`${what} not found`, height)
  }
  try {
    const item = found.item()
    return valueAnswer(kind.isWrapped ? item : encodeBytesField(1, item), height)
  } catch (cause) {
    if (!(cause instanceof MissingPaymentError)) throw cause
    return internalFailure(cause.message, height)
  }
}

function readPage(
  world: MarketWorld,
  table: MarketTable,
  walk: MarketWalk,
  page: PageRequest,
  height: number,
): Uint8Array {
  const items: Uint8Array[] = []
  let nextKey: Uint8Array | undefined
  let skipped = 0
  for (const row of walkRows(world, table, walk, page.reverse, height)) {
    if (!passesFilters(walk, row.id)) continue
    if (skipped < page.offset) skipped++
    else if (items.length < page.limit) items.push(row.item())
    else {
      nextKey = encodeNextKey(walk, primaryKey(row.id, table.kind), row.state)
      break
    }
  }
  // The total is that of the page alone.
  return encodePage({ items, nextKey, total: items.length })
}

/** Records in the order of the walk, from its key on. */
function* walkRows(
  world: MarketWorld,
  table: MarketTable,
  walk: MarketWalk,
  reverse: boolean,
  height: number,
): Generator<MarketRow> {
  if (walk.by !== BY_STATE) {
    yield* walkDeployments(world, table, walk, reverse, height, walk.states, walk.from)
    return
  }
  for (const [turn, state] of walk.states.entries()) {
    const from = turn === 0 ? walk.from : undefined
    yield* walkDeployments(world, table, walk, reverse, height, [state], from)
  }
}

function* walkDeployments(
  world: MarketWorld,
  table: MarketTable,
  walk: MarketWalk,
  reverse: boolean,
  height: number,
  states: readonly number[],
  from: Uint8Array | undefined,
): Generator<MarketRow> {
  const books = world.books(height)
  const isLiving = states.every((state) => table.livingStates.includes(state))
  const { living } = books
  const [first, end] = rangeOf(world, books, walk)
  const start = from === undefined ? undefined : seek(world, books, from)
  const low = reverse ? first : Math.max(first, start ?? first)
  const high = reverse && start !== undefined ? Math.min(end, start + 1) : end
  const [begin, stop] = isLiving ? [rankIn(living, low), rankIn(living, high)] : [low, high]
  for (let step = 0; step < stop - begin; step++) {
    const place = reverse ? stop - 1 - step : begin + step
    const at = isLiving ? (living[place] ?? 0) : place
    const life = lifeAt(world, books, at)
    if (life === undefined) continue
    const rows = table.rows(life, height, states)
    for (const row of reverse ? rows.toReversed() : rows) {
      if (from !== undefined && at === start) {
        const order = compareBytes(primaryKey(row.id, table.kind), from)
        if (reverse ? order > 0 : order < 0) continue
      }
      yield row
    }
  }
}

/** Numbers of the deployments a walk goes over: all, or those of one owner. */
function rangeOf(
  { people }: MarketWorld,
  { starts, count }: MarketBooks,
  { by, owner }: MarketWalk,
): readonly [number, number] {
  if (by !== BY_OWNER) return [0, count]
  const tenant = people.tenants.findIndex(({ address }) => address === owner)
  return tenant < 0 ? [0, 0] : [starts[tenant] ?? 0, starts[tenant + 1] ?? 0]
}

/** Number of the first deployment whose records can stand at a key or after it. */
function seek({ people }: MarketWorld, books: MarketBooks, key: Uint8Array): number {
  const ownerEnd = key.indexOf(0)
  const owner = decodeUtf8(key.subarray(0, ownerEnd < 0 ? key.length : ownerEnd))
  const tenant = people.tenants.findIndex(({ address }) => address >= owner)
  if (tenant < 0) return books.count
  const { starts } = books
  let low = starts[tenant] ?? 0
  if (people.tenants[tenant]?.address !== owner) return low
  const rest = key.subarray(ownerEnd + 1, ownerEnd + 9)
  let dseq = 0
  for (const byte of rest) dseq = dseq * 256 + byte
  let high = starts[tenant + 1] ?? 0
  while (low < high) {
    const middle = (low + high) >>> 1
    if (books.dseq(middle) < dseq) low = middle + 1
    else high = middle
  }
  return low
}

/** How many of these ascending numbers are below a number. */
function rankIn(ascending: Uint32Array, number: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ascending[middle] ?? 0) < number) low = middle + 1
    else high = middle
  }
  return low
}

function lifeAt({ people }: MarketWorld, books: MarketBooks, at: number): NamedLife | undefined {
  if (at >= books.count) return undefined
  const { seed, plan, tenant } = books.life(at)
  return { seed, plan, tenant, owner: people.tenants[tenant]?.address ?? '', dseq: books.dseq(at) }
}
