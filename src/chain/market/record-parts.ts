import type { DecAmount, LeaseId, OrderId } from '../../domain/market/lease.ts'
import type { WireReader } from './wire-reader.ts'

/** A record of the market lacks what it cannot be without, or holds what no chain writes. */
export class MarketRecordError extends Error {
  override readonly name = 'MarketRecordError'
}

/** @throws {MarketRecordError} */
export function required<T>(what: string, value: T | undefined): T {
  if (value === undefined) throw new MarketRecordError(`The record lacks ${what}.`)
  return value
}

/** akash.market.v1 `LeaseID` and `BidID`, which are alike. @throws {WireError} */
export function readLeaseId(wire: WireReader): LeaseId {
  let owner = ''
  let dseq = 0n
  let gseq = 0
  let oseq = 0
  let provider = ''
  let bseq = 0
  for (let field = wire.next(); field !== 0; field = wire.next()) {
    if (field === 1) owner = wire.text()
    else if (field === 2) dseq = wire.uint64()
    else if (field === 3) gseq = wire.uint32()
    else if (field === 4) oseq = wire.uint32()
    else if (field === 5) provider = wire.text()
    else if (field === 6) bseq = wire.uint32()
    else wire.skip()
  }
  return { owner, dseq, gseq, oseq, provider, bseq }
}

/** akash.market.v1 `OrderID`; of a deployment's id the first two. @throws {WireError} */
export function readOrderId(wire: WireReader): OrderId {
  const { owner, dseq, gseq, oseq } = readLeaseId(wire)
  return { owner, dseq, gseq, oseq }
}

/**
 * cosmos.base.v1beta1 `DecCoin`, whose amount is a LegacyDec: scaled by 10^18, without a point; `Coin` and
 * akash.escrow.types.v1 `Balance` are alike.
 * @throws {WireError|MarketRecordError} when the amount is no number
 */
export function readAmount(wire: WireReader): DecAmount {
  let denom = ''
  let amount: bigint | undefined
  for (let field = wire.next(); field !== 0; field = wire.next()) {
    if (field === 1) denom = wire.text()
    else if (field === 2) amount = wire.decimal()
    else wire.skip()
  }
  return { denom, amount: required('a number for an amount', amount) }
}

/** google.protobuf `Duration`, in milliseconds. @throws {WireError} */
export function readDurationMs(wire: WireReader): number {
  let seconds = 0n
  let nanos = 0
  for (let field = wire.next(); field !== 0; field = wire.next()) {
    if (field === 1) seconds = wire.int64()
    else if (field === 2) nanos = wire.int32()
    else wire.skip()
  }
  return Number(seconds) * 1_000 + Math.trunc(nanos / 1_000_000)
}
