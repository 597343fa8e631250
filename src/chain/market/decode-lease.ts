import type { DecAmount, Lease, LeaseId, Payment, Reclamation } from '../../domain/market/lease.ts'
import { toDate } from '../proto-values.ts'
import { readAmount, readDurationMs, readLeaseId, required } from './record-parts.ts'
import { toClosedReason, toEscrowState, toLeaseState } from './wire-enums.ts'
import { WireReader } from './wire-reader.ts'

/** akash.market.v1beta5 `QueryLeaseResponse`: a lease with its payment. @throws {WireError|MarketRecordError} */
export function decodeLease(bytes: Uint8Array): Lease {
  const wire = new WireReader(bytes)
  let lease: Lease | undefined
  let payment: Payment | undefined
  for (let field = wire.next(); field !== 0; field = wire.next()) {
    if (field === 1) lease = wire.message(readLease)
    else if (field === 2) payment = wire.message(readPayment)
    else wire.skip()
  }
  const { id, state, price, createdAt, closedOn, reason, reclamation } = required('a lease', lease)
  return { id, state, price, createdAt, closedOn, reason, reclamation, payment }
}

/** akash.market.v1 `Lease` */
function readLease(wire: WireReader): Lease {
  let id: LeaseId | undefined
  let state = 0
  let price: DecAmount | undefined
  let createdAt = 0n
  let closedOn = 0n
  let reason = 0
  let reclamation: Reclamation | undefined
  for (let field = wire.next(); field !== 0; field = wire.next()) {
    if (field === 1) id = wire.message(readLeaseId)
    else if (field === 2) state = wire.int32()
    else if (field === 3) price = wire.message(readAmount)
    else if (field === 4) createdAt = wire.int64()
    else if (field === 5) closedOn = wire.int64()
    else if (field === 6) reason = wire.int32()
    else if (field === 7) reclamation = wire.message(readReclamation)
    else wire.skip()
  }
  return {
    id: required('an id', id),
    state: toLeaseState(state),
    price: required('a price', price),
    createdAt,
    closedOn: closedOn === 0n ? undefined : closedOn,
    reason: toClosedReason(reason),
    reclamation,
    payment: undefined,
  }
}

/** A lease carries the window agreed on from its beginning; only a start says that notice was given. */
function readReclamation(wire: WireReader): Reclamation | undefined {
  let windowMs = 0
  let startedAt = 0n
  let deadline = 0n
  let reason = 0
  for (let field = wire.next(); field !== 0; field = wire.next()) {
    if (field === 1) windowMs = wire.message(readDurationMs)
    else if (field === 2) startedAt = wire.int64()
    else if (field === 3) deadline = wire.int64()
    else if (field === 4) reason = wire.int32()
    else wire.skip()
  }
  if (startedAt === 0n) return undefined
  return {
    windowMs,
    startedAt,
    deadline: required('a deadline that can be', toDate({ seconds: deadline, nanos: 0 })),
    reason: toClosedReason(reason),
  }
}

/** akash.escrow.types.v1 `Payment`, whose id is the lease's */
function readPayment(wire: WireReader): Payment | undefined {
  let payment: Payment | undefined
  for (let field = wire.next(); field !== 0; field = wire.next()) {
    if (field === 2) payment = wire.message(readPaymentState)
    else wire.skip()
  }
  return payment
}

/** akash.escrow.types.v1 `PaymentState` */
function readPaymentState(wire: WireReader): Payment {
  let state = 0
  let rate: DecAmount | undefined
  let balance: DecAmount | undefined
  let unsettled: DecAmount | undefined
  let withdrawn: DecAmount | undefined
  for (let field = wire.next(); field !== 0; field = wire.next()) {
    if (field === 2) state = wire.int32()
    else if (field === 3) rate = wire.message(readAmount)
    else if (field === 4) balance = wire.message(readAmount)
    else if (field === 5) unsettled = wire.message(readAmount)
    // A `Coin`: of whole base units.
    else if (field === 6) withdrawn = wire.message(readAmount)
    else wire.skip()
  }
  return {
    state: toEscrowState(state),
    rate: required('a rate', rate),
    balance: required('a balance', balance),
    unsettled: required('what is not settled', unsettled),
    withdrawn: required('what was withdrawn', withdrawn),
  }
}
