import type { Account } from '../../chain/proto/generated/akash/escrow/types/v1/account.ts'
import type { Reclamation } from '../../chain/proto/generated/akash/market/v1/reclamation.ts'
import { createRandom } from '../chain/world/random.ts'
import { encodeProto } from '../protobuf/message-writer.ts'
import type { PlannedBid } from './bids.ts'
import type { DeploymentLife } from './deployment-lives.ts'
import { type OrderPlan, reclamationWindow } from './deployment-plan.ts'
import { PURPOSE } from './draws.ts'
import { ERA } from './eras.ts'
import { accountAt, ESCROW, paymentAt } from './escrow.ts'
import { groupSpec, minWindow, resourcesOf, seconds } from './group-spec.ts'
import {
  BID_RESPONSE,
  DEPLOYMENT_RESPONSE,
  LEASE_RESPONSE,
  ORDER,
  type Wire,
} from './market-messages.ts'
import type { MarketWorld } from './market-world.ts'
import { firstDenom, leasePrice, presentDenom, priceOf } from './prices.ts'

/** The node cannot tell of a lease whose payment it does not find (x/market/keeper/grpc_query.go). */
export class MissingPaymentError extends Error {
  override readonly name = 'MissingPaymentError'
}

/** A deployment of the books, with what its records are named by. */
export interface NamedLife extends DeploymentLife {
  readonly owner: string
  readonly dseq: number
}

/** Numbers of `State` in akash.market and akash.deployment. */
export const LEASE_STATE = { active: 1, insufficientFunds: 2, closed: 3, reclaiming: 4 } as const
export const ORDER_STATE = { open: 1, active: 2, closed: 3 } as const
export const BID_STATE = { open: 1, active: 2, lost: 3, closed: 4 } as const
export const DEPLOYMENT_STATE = { active: 1, closed: 2 } as const
const GROUP_STATE = { open: 1, insufficientFunds: 3, closed: 4 } as const

/** `LeaseClosedReason` of akash.market.v1 */
const REASONS = {
  owner: 1,
  funds: 20_000,
  unstable: 10_000,
  decommission: 10_001,
  unspecified: 10_002,
  manifest: 10_003,
  unmatched: 0,
} as const

const SCOPE = { deployment: 1, bid: 2 } as const
/** Every bid is backed by so much of ACT; in earlier times by AKT. */
const BID_DEPOSIT = `500000${'0'.repeat(18)}`
const FROM_BALANCE = 1

/** `QueryLeaseResponse`. @throws {MissingPaymentError} */
export function encodeLease(
  world: MarketWorld,
  life: NamedLife,
  group: number,
  provider: string,
  state: number,
  height: number,
): Uint8Array {
  const { seed, plan, owner, dseq } = life
  const order = plan.orders[group]
  const payment = paymentAt(world, life, group, height)
  if (order === undefined || payment === undefined || world.isPaymentMissing(seed.thing)) {
    throw new MissingPaymentError('payment not found')
  }
  const { denom, rate, balance, unsettled, withdrawn } = payment
  const isOver = state === LEASE_STATE.closed || state === LEASE_STATE.insufficientFunds
  const id = { owner, dseq: BigInt(dseq), gseq: group + 1, oseq: 1, provider, bseq: 0 }
  const window = reclamationWindow(world.draw, seed)
  return encodeProto(LEASE_RESPONSE, {
    lease: {
      id,
      state,
      price: { denom, amount: String(rate) },
      createdAt: BigInt(order.leaseAt),
      closedOn: isOver ? BigInt(order.closedOn) : 0n,
      reason: isOver ? closedReason(world, life, group) : 0,
      reclamation: window === 0 ? undefined : reclamationAt(world, life, order, window, height),
    },
    escrowPayment: {
      id: {
        aid: { scope: SCOPE.deployment, xid: `${owner}/${dseq}` },
        xid: `${group + 1}/1/${provider}`,
      },
      state: {
        owner: provider,
        state: payment.state,
        rate: { denom, amount: String(rate) },
        balance: { denom, amount: String(balance) },
        unsettled: { denom, amount: String(unsettled) },
        withdrawn: { denom, amount: String(withdrawn) },
      },
    },
  })
}

/** The window agreed on is there from the beginning, the rest once notice was given. */
function reclamationAt(
  world: MarketWorld,
  life: NamedLife,
  { reclaimAt }: OrderPlan,
  window: number,
  height: number,
): Wire<Reclamation> {
  const isGiven = reclaimAt > 0 && height >= reclaimAt
  return {
    window: seconds(window),
    startedAt: BigInt(isGiven ? reclaimAt : 0),
    deadline: isGiven ? BigInt(world.timeOf(reclaimAt) + window) : 0n,
    reason: isGiven ? reclaimReason(world, life) : 0,
  }
}

/** Why a lease ended; from before v1.1.0 it is not on record. A second group ends with its deployment. */
function closedReason(world: MarketWorld, life: NamedLife, group: number): number {
  const { ending, orders } = life.plan
  if ((orders[group]?.closedOn ?? 0) < ERA.reasons) return 0
  if (ending === 'reclaim') return reclaimReason(world, life)
  return group > 0 && ending !== 'funds' ? REASONS.owner : REASONS[ending]
}

function reclaimReason({ draw }: MarketWorld, { seed }: NamedLife): number {
  return draw(seed.thing, PURPOSE.reason) < 0.7 ? REASONS.decommission : REASONS.unstable
}

/** `Order` */
export function encodeOrder(
  world: MarketWorld,
  life: NamedLife,
  group: number,
  state: number,
): Uint8Array {
  const { owner, dseq, seed } = life
  return encodeProto(ORDER, {
    id: { owner, dseq: BigInt(dseq), gseq: group + 1, oseq: 1 },
    state,
    spec: groupSpec(world, life, group),
    createdAt: BigInt(seed.createdAt),
    reclamation: minWindow(world, life),
  })
}

/** `QueryBidResponse` */
export function encodeBid(
  world: MarketWorld,
  life: NamedLife,
  group: number,
  bid: PlannedBid,
  state: number,
): Uint8Array {
  const { owner, dseq, seed } = life
  const provider = world.people.providers[bid.provider]?.address ?? ''
  const isLost = state === BID_STATE.lost
  // What lost before v2.0.0 was not rewritten then.
  const denom = isLost ? firstDenom(world, life) : presentDenom(world, life)
  const price = bid.isWinner
    ? leasePrice(world, life, group)
    : priceOf(world, life, group, denom, bid.factor, 1 + bid.provider)
  const isBacked = state === BID_STATE.open || state === BID_STATE.active
  const backing = { denom, amount: isBacked ? BID_DEPOSIT : '0' }
  const createdAt = BigInt(bid.createdAt)
  const window = reclamationWindow(world.draw, seed)
  return encodeProto(BID_RESPONSE, {
    bid: {
      id: { owner, dseq: BigInt(dseq), gseq: group + 1, oseq: 1, provider, bseq: 0 },
      state,
      price: { denom: price.denom, amount: String(price.amount) },
      createdAt,
      resourcesOffer:
        bid.createdAt < ERA.offers
          ? []
          : [{ resources: resourcesOf(world, life, group, true), count: 1, prices: undefined }],
      reclamationWindow: window === 0 ? undefined : seconds(window + 25_200),
    },
    escrowAccount: {
      id: { scope: SCOPE.bid, xid: `${owner}/${dseq}/${group + 1}/1/${provider}` },
      state: {
        owner: provider,
        state: isBacked ? ESCROW.open : ESCROW.closed,
        transferred: [],
        settledAt: createdAt,
        funds: [backing],
        deposits: isBacked
          ? [{ owner: provider, height: createdAt, source: FROM_BALANCE, balance: backing }]
          : [],
      },
    },
  })
}

/** `QueryDeploymentResponse` */
export function encodeDeployment(
  world: MarketWorld,
  life: NamedLife,
  state: number,
  height: number,
): Uint8Array {
  const { owner, dseq, seed, plan } = life
  const createdAt = BigInt(seed.createdAt)
  return encodeProto(DEPLOYMENT_RESPONSE, {
    deployment: {
      id: { owner, dseq: BigInt(dseq) },
      state,
      hash: createRandom(`${world.chainId} ${seed.thing}`).bytes(32),
      createdAt,
      reclamation: minWindow(world, life),
    },
    groups: [...plan.orders.keys()].map((group) => ({
      id: { owner, dseq: BigInt(dseq), gseq: group + 1 },
      state: groupState(life, group, height),
      groupSpec: groupSpec(world, life, group),
      createdAt,
    })),
    escrowAccount: deploymentAccount(world, life, height),
  })
}

/** A provider that closes a lease leaves the group open until the owner closes the deployment. */
function groupState({ plan }: NamedLife, group: number, height: number): number {
  if (plan.orders[group] === undefined || height < plan.closedAt) return GROUP_STATE.open
  return plan.dryAt > 0 ? GROUP_STATE.insufficientFunds : GROUP_STATE.closed
}

function deploymentAccount(world: MarketWorld, life: NamedLife, height: number): Wire<Account> {
  const { owner, dseq, seed } = life
  const { state, denom, settledAt, funds, transferred } = accountAt(world, life, height)
  const held = { denom, amount: String(funds) }
  return {
    id: { scope: SCOPE.deployment, xid: `${owner}/${dseq}` },
    state: {
      owner,
      state,
      transferred: transferred === 0n ? [] : [{ denom, amount: String(transferred) }],
      settledAt: BigInt(settledAt),
      funds: [held],
      deposits:
        state === ESCROW.open
          ? [{ owner, height: BigInt(seed.createdAt), source: FROM_BALANCE, balance: held }]
          : [],
    },
  }
}
