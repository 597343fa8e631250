import { parseScaledDec } from '../../../domain/decimal.ts'
import type {
  Bid,
  DecAmount,
  Lease,
  LeaseId,
  Order,
  OrderId,
  Payment,
} from '../../../domain/market/lease.ts'
import type { Deployment, EscrowAccount } from '../../../domain/market/market.ts'
import type { LeasedResources } from '../../../domain/market/resources.ts'
import type { QueryDeploymentResponse } from '../../proto/generated/akash/deployment/v1beta4/query.ts'
import type { AccountState } from '../../proto/generated/akash/escrow/types/v1/account.ts'
import type { PaymentState } from '../../proto/generated/akash/escrow/types/v1/payment.ts'
import type { Lease as LeaseProto } from '../../proto/generated/akash/market/v1/lease.ts'
import type { Order as OrderProto } from '../../proto/generated/akash/market/v1beta5/order.ts'
import type {
  QueryBidResponse,
  QueryLeaseResponse,
} from '../../proto/generated/akash/market/v1beta5/query.ts'
import { toBigInt, toDate, toDurationMs } from '../../proto-values.ts'
import { required } from '../record-parts.ts'
import {
  toBidState,
  toClosedReason,
  toDeploymentState,
  toEscrowState,
  toLeaseState,
  toOrderState,
} from '../wire-enums.ts'
import { toResourceUnit } from './generated-resources.ts'

/**
 * The records of the market by way of the generated decoders, another way than `decodeLease` and its like go: what these
 * are compared with.
 * @throws {MarketRecordError|RangeError}
 */
export function toLease({ lease, escrowPayment }: QueryLeaseResponse): Lease {
  const id = required('an id', lease?.id)
  const { state, price, createdAt, closedOn, reason, reclamation } = required('a lease', lease)
  return {
    id: toLeaseId(id),
    state: toLeaseState(state),
    price: toDecAmount(price),
    createdAt,
    closedOn: closedOn === 0n ? undefined : closedOn,
    reason: toClosedReason(reason),
    reclamation: toReclamation(reclamation),
    payment: escrowPayment?.state === undefined ? undefined : toPayment(escrowPayment.state),
  }
}

/** A lease carries the window agreed on from its beginning; only a start says that notice was given. */
function toReclamation(reclamation: LeaseProto['reclamation']): Lease['reclamation'] {
  if (reclamation === undefined || reclamation.startedAt === 0n) return undefined
  const { window, startedAt, deadline, reason } = reclamation
  return {
    windowMs: toDurationMs(window) ?? 0,
    startedAt,
    deadline: required('a deadline that can be', toDate({ seconds: deadline, nanos: 0 })),
    reason: toClosedReason(reason),
  }
}

/** @throws {MarketRecordError|RangeError} */
export function toBid({ bid }: QueryBidResponse): Bid {
  const { id, state, price, createdAt, resourcesOffer } = required('a bid', bid)
  return {
    id: toLeaseId(required('an id', id)),
    state: toBidState(state),
    price: toDecAmount(price),
    createdAt,
    resources:
      resourcesOffer.length === 0
        ? NOT_KNOWN
        : {
            from: 'bid',
            units: resourcesOffer.map(({ resources, count }) => toResourceUnit(resources, count)),
          },
  }
}

/** @throws {MarketRecordError|RangeError} */
export function toOrder({ id, state, spec, createdAt }: OrderProto): Order {
  const units = spec?.resources ?? []
  return {
    id: toOrderId(required('an id', id)),
    state: toOrderState(state),
    createdAt,
    resources:
      units.length === 0
        ? NOT_KNOWN
        : {
            from: 'order',
            units: units.map(({ resource, count }) => toResourceUnit(resource, count)),
          },
    maxPrice: sumOfPrices(units),
  }
}

/** @throws {MarketRecordError|RangeError} */
export function toDeployment({ deployment, escrowAccount }: QueryDeploymentResponse): Deployment {
  const { id, state, createdAt } = required('a deployment', deployment)
  const { owner, dseq } = required('an id', id)
  return {
    owner,
    dseq,
    state: toDeploymentState(state),
    createdAt,
    escrow: escrowAccount?.state === undefined ? undefined : toEscrow(escrowAccount.state),
  }
}

const NOT_KNOWN: LeasedResources = { from: 'not-known', units: [] }

function toLeaseId({ owner, dseq, gseq, oseq, provider, bseq }: LeaseId): LeaseId {
  return { owner, dseq, gseq, oseq, provider, bseq }
}

function toOrderId({ owner, dseq, gseq, oseq }: OrderId): OrderId {
  return { owner, dseq, gseq, oseq }
}

/** `DecCoin.amount` is a LegacyDec: scaled by 10^18, without a point. */
function toDecAmount(
  coin: { readonly denom: string; readonly amount: string } | undefined,
): DecAmount {
  const { denom, amount } = required('a price', coin)
  return { denom, amount: required('a number for an amount', parseScaledDec(amount)) }
}

function toPayment({ state, rate, balance, unsettled, withdrawn }: PaymentState): Payment {
  const taken = required('what was withdrawn', withdrawn)
  return {
    state: toEscrowState(state),
    rate: toDecAmount(rate),
    balance: toDecAmount(balance),
    unsettled: toDecAmount(unsettled),
    withdrawn: {
      denom: taken.denom,
      amount: required('a number for an amount', toBigInt(taken.amount)),
    },
  }
}

function toEscrow({ state, settledAt, funds, transferred }: AccountState): EscrowAccount {
  return {
    state: toEscrowState(state),
    settledAt,
    funds: funds.map(toDecAmount),
    transferred: transferred.map(toDecAmount),
  }
}

/** What the whole order may cost a block at most; undefined where its units are priced in several denominations. */
function sumOfPrices(
  units: readonly {
    readonly count: number
    readonly price: { readonly denom: string; readonly amount: string } | undefined
  }[],
): DecAmount | undefined {
  const [denom, another] = new Set(units.map(({ price }) => price?.denom))
  if (denom === undefined || another !== undefined) return undefined
  const ones = units.flatMap(({ count, price }) =>
    Array.from({ length: count }, () => toDecAmount(price).amount),
  )
  return { denom, amount: ones.reduce((sum, amount) => sum + amount, 0n) }
}
