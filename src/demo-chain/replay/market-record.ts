import type { WireField } from '../application/wire-fields.ts'
import { lastBytes, lastInteger, lastText, readFields } from '../application/wire-fields.ts'
import { bigEndian32 } from '../server/big-endian-32.ts'
import { bigEndian64, concatBytes, encodeUtf8 } from '../server/bytes.ts'

/** Parts of the id of an order, bid, lease or deployment; also what filters name. Zero or empty: not given. */
export interface MarketId {
  readonly owner: string
  readonly dseq: bigint
  readonly gseq: bigint
  readonly oseq: bigint
  readonly provider: string
  readonly bseq: bigint
}

/** One record of a market list. */
export interface MarketRecord {
  readonly id: MarketId
  readonly state: number
  /** Its key in the primary map. */
  readonly key: Uint8Array
  /** The message it travels as. */
  readonly item: Uint8Array
}

/** One list of the market: `path` of the query and how its messages are laid out. */
export interface MarketKind {
  readonly listPath: string
  readonly singlePath: string
  /** Field of `filters` that holds the state. */
  readonly stateField: number
  /** Names of states by number, in the order an unfiltered list walks them. */
  readonly states: readonly (readonly [name: string, state: number])[]
  /** `next_key` says how the list is walked. Orders and deployments say so for owners only, with 1. */
  readonly marksWalk: boolean
  /** The list carries the single response, with the record in its field 1; orders come bare. */
  readonly isWrapped: boolean
  readonly idParts: 'deployment' | 'order' | 'bid'
}

/** Layouts: protocol.md D2; states and walks: akash node x/market/keeper/grpc_query.go. */
export const MARKET_KINDS: readonly MarketKind[] = [
  {
    listPath: '/akash.market.v1beta5.Query/Leases',
    singlePath: '/akash.market.v1beta5.Query/Lease',
    stateField: 6,
    states: [
      ['active', 1],
      ['insufficient_funds', 2],
      ['closed', 3],
      ['reclaiming', 4],
    ],
    marksWalk: true,
    isWrapped: true,
    idParts: 'bid',
  },
  {
    listPath: '/akash.market.v1beta5.Query/Bids',
    singlePath: '/akash.market.v1beta5.Query/Bid',
    stateField: 6,
    states: [
      ['open', 1],
      ['active', 2],
      ['lost', 3],
      ['closed', 4],
    ],
    marksWalk: true,
    isWrapped: true,
    idParts: 'bid',
  },
  {
    listPath: '/akash.market.v1beta5.Query/Orders',
    singlePath: '/akash.market.v1beta5.Query/Order',
    stateField: 5,
    states: [
      ['open', 1],
      ['active', 2],
      ['closed', 3],
    ],
    marksWalk: false,
    isWrapped: false,
    idParts: 'order',
  },
  {
    listPath: '/akash.deployment.v1beta4.Query/Deployments',
    singlePath: '/akash.deployment.v1beta4.Query/Deployment',
    stateField: 3,
    states: [
      ['active', 1],
      ['closed', 2],
    ],
    marksWalk: false,
    isWrapped: true,
    idParts: 'deployment',
  },
]

/** Reads the parts of an id, or of filters, which number them alike. */
export function readMarketId(fields: readonly WireField[], kind: MarketKind): MarketId {
  const isFilterless = kind.idParts === 'deployment'
  return {
    owner: lastText(fields, 1),
    dseq: lastInteger(fields, 2),
    gseq: isFilterless ? 0n : lastInteger(fields, 3),
    oseq: isFilterless ? 0n : lastInteger(fields, 4),
    provider: kind.idParts === 'bid' ? lastText(fields, 5) : '',
    bseq: 0n,
  }
}

/** Reads the id of a bid or lease, whose `bseq` is field 6; filters keep it in field 7. */
function readRecordId(fields: readonly WireField[], kind: MarketKind): MarketId {
  const id = readMarketId(fields, kind)
  return kind.idParts === 'bid' ? { ...id, bseq: lastInteger(fields, 6) } : id
}

export function readMarketRecord(item: Uint8Array, kind: MarketKind): MarketRecord {
  const outer = readFields(item)
  const record = kind.isWrapped ? readFields(lastBytes(outer, 1) ?? new Uint8Array()) : outer
  const id = readRecordId(readFields(lastBytes(record, 1) ?? new Uint8Array()), kind)
  return { id, item, state: Number(lastInteger(record, 2)), key: primaryKey(id, kind) }
}

/** Reads the id a single record is asked for by: field 1 of the request. */
export function readAskedKey(request: readonly WireField[], kind: MarketKind): Uint8Array {
  const id = readRecordId(readFields(lastBytes(request, 1) ?? new Uint8Array()), kind)
  return primaryKey(id, kind)
}

/** `owner 00 dseq [gseq oseq [provider 00 bseq]]`, numbers big endian (protocol.md F). */
export function primaryKey(id: MarketId, kind: MarketKind): Uint8Array {
  const parts = [encodeUtf8(id.owner), Uint8Array.of(0), bigEndian64(id.dseq)]
  if (kind.idParts !== 'deployment') {
    parts.push(bigEndian32(Number(id.gseq)), bigEndian32(Number(id.oseq)))
  }
  if (kind.idParts === 'bid') {
    parts.push(encodeUtf8(id.provider), Uint8Array.of(0), bigEndian32(Number(id.bseq)))
  }
  return concatBytes(...parts)
}
