import { BinaryWriter } from '@bufbuild/protobuf/wire'
import { abciRefusal, abciValue } from '../../../../test/fake-transport.ts'
import type { RpcRequest } from '../../../rpc/transport.ts'
import { Lease } from '../../proto/generated/akash/market/v1/lease.ts'
import {
  type QueryLeaseResponse,
  QueryLeasesRequest,
  QueryLeasesResponse,
} from '../../proto/generated/akash/market/v1beta5/query.ts'

/** Fields 2 and 6 of a `Lease`, as varints. */
const STATE_TAG = 16
const REASON_TAG = 48

/** Leases of one state behind the real paging: keys that go on at a place, and pages that one record breaks. */
export interface FakeMarket {
  readonly leases: readonly QueryLeaseResponse[]
  /** Places of records that fail any page they are on. */
  readonly broken?: readonly number[]
  readonly refusesKeys?: boolean
  /** Answers of the pages that begin at this place. */
  readonly instead?: (place: number) => ReturnType<typeof abciRefusal> | undefined
}

/** What such a node answers `Leases`. */
export function answerLeases({ leases, broken = [], refusesKeys, instead }: FakeMarket) {
  return (request: RpcRequest) => {
    const { key, offset, limit } = pageOf(request)
    if (refusesKeys === true && key.length > 0) return abciRefusal(18, 'pagination: invalid key')
    const start = key.length > 0 ? Buffer.from(key).readUInt32BE(0) : Number(offset)
    const other = instead?.(start)
    if (other !== undefined) return other
    const end = Math.min(start + Number(limit), leases.length)
    if (broken.some((place) => place >= start && place < end)) {
      return abciRefusal(6, 'rpc error: code = Internal desc = payment not found')
    }
    return leasePage(leases.slice(start, end), end < leases.length ? keyOf(end) : undefined)
  }
}

export function leasePage(leases: readonly QueryLeaseResponse[], nextKey: Uint8Array | undefined) {
  const pagination = { nextKey: nextKey ?? new Uint8Array(), total: BigInt(leases.length) }
  return abciValue(QueryLeasesResponse.encode({ leases: [...leases], pagination }).finish())
}

/** The page a request asks for. */
export function pageOf({ params }: RpcRequest) {
  const data = typeof params?.data === 'string' ? params.data : ''
  const { filters, pagination } = QueryLeasesRequest.decode(Buffer.from(data, 'hex'))
  const { key = new Uint8Array(), offset = 0n, limit = 0n } = pagination ?? {}
  return { filters, key, offset, limit }
}

/** Place 7 as `owner7`, framed as a node frames its keys: checksum, states, prefix, primary key. */
export function keyOf(place: number): Uint8Array {
  const primary = Buffer.concat([
    Buffer.from(`owner${place}\0`),
    Buffer.from([0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 1, 0, 0, 0, 1]),
    Buffer.from('provider\0'),
    Buffer.from([0, 0, 0, 0]),
  ])
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(place)
  return new Uint8Array(
    Buffer.concat([checksum, Buffer.from([1, 1, 1, 1, primary.length]), primary]),
  )
}

/** Active leases of `owner0`, `owner1`… */
export function manyLeases(count: number): QueryLeaseResponse[] {
  return Array.from({ length: count }, (_, place) => wireLease(`owner${place}`))
}

interface WireChanges {
  readonly provider?: string
  readonly state?: number
  readonly amount?: string
  readonly denom?: string
  readonly reason?: number
}

/** A lease as the node sends it, its enums in their numbers, also in those that have no name. */
export function wireLease(owner: string, changes: WireChanges = {}): QueryLeaseResponse {
  const { provider = 'provider', state = 1, denom = 'uact', reason = 0 } = changes
  const numbers = new BinaryWriter().uint32(STATE_TAG).int32(state).uint32(REASON_TAG).int32(reason)
  return {
    lease: {
      ...Lease.decode(numbers.finish()),
      id: { owner, dseq: 9n, gseq: 1, oseq: 1, provider, bseq: 0 },
      price: { denom, amount: changes.amount ?? '5000000000000000000' },
      createdAt: 5n,
    },
    escrowPayment: undefined,
  }
}
