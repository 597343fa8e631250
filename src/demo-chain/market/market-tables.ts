import type { MarketId, MarketKind } from '../replay/market-record.ts'
import { MARKET_KINDS } from '../replay/market-record.ts'
import { listBids, type PlannedBid, winnerOf } from './bids.ts'
import type { DeploymentPlan, OrderPlan } from './deployment-plan.ts'
import {
  BID_STATE,
  DEPLOYMENT_STATE,
  encodeBid,
  encodeDeployment,
  encodeLease,
  encodeOrder,
  LEASE_STATE,
  type NamedLife,
  ORDER_STATE,
} from './market-records.ts'
import type { MarketWorld } from './market-world.ts'

/** One record of a list, as of a height. */
export interface MarketRow {
  readonly id: MarketId
  readonly state: number
  /** The message it travels as. @throws {MissingPaymentError} */
  item(): Uint8Array
}

/** One list of the market: what a deployment has of it. */
export interface MarketTable {
  readonly kind: MarketKind
  /** States nothing is in that was over when the chain began. */
  readonly livingStates: readonly number[]
  /** Records of a deployment at a height that are in one of these states, ascending by key. */
  rows(life: NamedLife, height: number, states: readonly number[]): readonly MarketRow[]
}

/** The state of an order of a deployment there is. */
function orderState(order: OrderPlan, plan: DeploymentPlan, height: number): number {
  const closedAt = order.leaseAt > 0 ? order.closedOn : plan.closedAt
  if (height >= closedAt) return ORDER_STATE.closed
  return order.leaseAt > 0 && height >= order.leaseAt ? ORDER_STATE.active : ORDER_STATE.open
}

/** The state of an order's lease; 0: there is none. */
export function leaseState(order: OrderPlan, { dryAt }: DeploymentPlan, height: number): number {
  if (order.leaseAt === 0 || height < order.leaseAt) return 0
  if (height >= order.closedOn) {
    return dryAt > 0 ? LEASE_STATE.insufficientFunds : LEASE_STATE.closed
  }
  const isReclaiming = order.reclaimAt > 0 && height >= order.reclaimAt
  return isReclaiming ? LEASE_STATE.reclaiming : LEASE_STATE.active
}

/** The state of a bid; 0: there is none yet. */
function bidState(
  { createdAt, isWinner }: PlannedBid,
  order: OrderPlan,
  plan: DeploymentPlan,
  height: number,
): number {
  if (height < createdAt) return 0
  const state = orderState(order, plan, height)
  if (state === ORDER_STATE.open) return BID_STATE.open
  if (order.leaseAt > 0 && !isWinner) return BID_STATE.lost
  return state === ORDER_STATE.active ? BID_STATE.active : BID_STATE.closed
}

/** The lists of a market, in the order of `MARKET_KINDS`. */
export function createTables(world: MarketWorld): readonly MarketTable[] {
  const addressOf = (provider: number) => world.people.providers[provider]?.address ?? ''

  function* leases(life: NamedLife, height: number, states: readonly number[]) {
    for (const [group, order] of life.plan.orders.entries()) {
      const state = leaseState(order, life.plan, height)
      if (!states.includes(state)) continue
      const provider = addressOf(winnerOf(world, life, group))
      yield {
        id: { ...orderId(life, group), provider },
        state,
        item: () => encodeLease(world, life, group, provider, state, height),
      }
    }
  }

  function* bids(life: NamedLife, height: number, states: readonly number[]) {
    for (const [group, order] of life.plan.orders.entries()) {
      for (const bid of listBids(world, life, group)) {
        const state = bidState(bid, order, life.plan, height)
        if (!states.includes(state)) continue
        yield {
          id: { ...orderId(life, group), provider: addressOf(bid.provider) },
          state,
          item: () => encodeBid(world, life, group, bid, state),
        }
      }
    }
  }

  function* orders(life: NamedLife, height: number, states: readonly number[]) {
    for (const [group, order] of life.plan.orders.entries()) {
      const state = orderState(order, life.plan, height)
      if (!states.includes(state)) continue
      yield {
        id: orderId(life, group),
        state,
        item: () => encodeOrder(world, life, group, state),
      }
    }
  }

  function* deployments(life: NamedLife, height: number, states: readonly number[]) {
    const isOver = height >= life.plan.closedAt
    const state = isOver ? DEPLOYMENT_STATE.closed : DEPLOYMENT_STATE.active
    if (!states.includes(state)) return
    yield {
      id: { ...orderId(life, 0), gseq: 0n, oseq: 0n },
      state,
      item: () => encodeDeployment(world, life, state, height),
    }
  }

  const all = [
    [leases, [LEASE_STATE.active, LEASE_STATE.reclaiming]],
    [bids, [BID_STATE.open, BID_STATE.active]],
    [orders, [ORDER_STATE.open, ORDER_STATE.active]],
    [deployments, [DEPLOYMENT_STATE.active]],
  ] as const
  return MARKET_KINDS.flatMap((kind, at) => {
    const [list, livingStates] = all[at] ?? []
    if (list === undefined || livingStates === undefined) return []
    return [
      {
        kind,
        livingStates,
        rows: (life, height, states) =>
          life.seed.createdAt > height ? [] : [...list(life, height, states)],
      },
    ]
  })
}

function orderId({ owner, dseq }: NamedLife, group: number): MarketId {
  return {
    owner,
    dseq: BigInt(dseq),
    gseq: BigInt(group + 1),
    oseq: 1n,
    provider: '',
    bseq: 0n,
  }
}
