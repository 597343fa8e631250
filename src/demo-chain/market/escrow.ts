import { LEGACY_ONE } from '../chain/legacy-dec.ts'
import type { DeploymentLife } from './deployment-lives.ts'
import { type OrderPlan, settlePeriod } from './deployment-plan.ts'
import { PURPOSE } from './draws.ts'
import type { MarketWorld } from './market-world.ts'
import { leasePrice, presentDenom } from './prices.ts'

/** `State` of akash.escrow.types.v1 */
export const ESCROW = { open: 1, closed: 2, overdrawn: 3 } as const

/** A lease's payment. Amounts scaled by 10^18, but `withdrawn`. */
export interface PaymentAt {
  readonly state: number
  readonly denom: string
  readonly rate: bigint
  readonly balance: bigint
  readonly unsettled: bigint
  readonly withdrawn: bigint
  /** Settled in all. */
  readonly settled: bigint
}

/** A deployment's escrow account; amounts scaled by 10^18. */
export interface AccountAt {
  readonly state: number
  readonly denom: string
  readonly settledAt: number
  readonly funds: bigint
  readonly transferred: bigint
}

/** Blocks of a day by the demo chain's clock. */
const DAY = 14_400n
/** What an order that pays nobody has on its account. */
const IDLE_DEPOSIT = 5_000_000n

/** When a deployment's payments were settled and withdrawn last. Settling is lazy: nobody does it for its own sake. */
function settlementAt(
  { draw }: MarketWorld,
  { seed, plan }: DeploymentLife,
  height: number,
): { readonly settledAt: number; readonly withdrawnAt: number } {
  const leased = plan.orders.filter(({ leaseAt }) => leaseAt > 0 && leaseAt <= height)
  const [first] = leased
  if (first === undefined) return { settledAt: seed.createdAt, withdrawnAt: seed.createdAt }
  const start = plan.orders[0]?.leaseAt ?? first.leaseAt
  const end = Math.max(...leased.map(({ closedOn }) => closedOn))
  const until = Math.min(height, end)
  const period = settlePeriod(draw, seed.thing, Math.max(120, seed.life), plan.ending)
  const turns = Math.max(0, Math.floor((until - start) / period))
  let settledAt = Math.max(start + turns * period, seed.createdAt)
  if (settledAt > until) settledAt = seed.createdAt
  for (const { leaseAt, closedOn } of leased) {
    settledAt = Math.max(settledAt, leaseAt)
    if (closedOn <= until) settledAt = Math.max(settledAt, closedOn)
  }
  const withdrawnAt = start + (turns - (turns % 2)) * period
  return { settledAt, withdrawnAt: Math.min(withdrawnAt, settledAt) }
}

/** The payment of a lease there is. */
export function paymentAt(
  world: MarketWorld,
  life: DeploymentLife,
  group: number,
  height: number,
): PaymentAt | undefined {
  const order = life.plan.orders[group]
  if (order === undefined || order.leaseAt === 0 || height < order.leaseAt) return undefined
  const { denom, amount: rate } = leasePrice(world, life, group)
  const { dryAt } = life.plan
  if (height >= order.closedOn) return endedPayment(order, dryAt, denom, rate)
  const { settledAt, withdrawnAt } = settlementAt(world, life, height)
  const settled = rate * blocksSince(order, settledAt)
  const withdrawn = (rate * blocksSince(order, withdrawnAt)) / LEGACY_ONE
  const balance = settled - withdrawn * LEGACY_ONE
  return { state: ESCROW.open, denom, rate, balance, unsettled: 0n, withdrawn, settled }
}

function endedPayment(
  { leaseAt, closedOn }: OrderPlan,
  dryAt: number,
  denom: string,
  rate: bigint,
): PaymentAt {
  const isDry = dryAt > 0
  const paid = rate * BigInt((isDry ? dryAt : closedOn) - leaseAt)
  const withdrawn = paid / LEGACY_ONE
  return {
    state: isDry ? ESCROW.overdrawn : ESCROW.closed,
    denom,
    rate,
    balance: 0n,
    unsettled: isDry ? rate * BigInt(closedOn - dryAt) : 0n,
    withdrawn,
    // What is less than a base unit is not paid.
    settled: withdrawn * LEGACY_ONE,
  }
}

function blocksSince({ leaseAt }: OrderPlan, height: number): bigint {
  return BigInt(Math.max(0, height - leaseAt))
}

/** The account of a deployment there is. What was paid in covers what is owed until it runs dry, if it does. */
export function accountAt(world: MarketWorld, life: DeploymentLife, height: number): AccountAt {
  const { plan } = life
  let transferred = 0n
  for (const group of plan.orders.keys()) {
    transferred += paymentAt(world, life, group, height)?.settled ?? 0n
  }
  const base = { denom: presentDenom(world, life), transferred }
  if (height >= plan.closedAt) {
    const state = plan.dryAt > 0 ? ESCROW.overdrawn : ESCROW.closed
    return { ...base, state, settledAt: plan.closedAt, funds: 0n }
  }
  const funds = depositedAt(world, life, height) * LEGACY_ONE - transferred
  const { settledAt } = settlementAt(world, life, height)
  return { ...base, state: ESCROW.open, settledAt, funds }
}

/** Everything paid in so far, in base units. */
function depositedAt(world: MarketWorld, life: DeploymentLife, height: number): bigint {
  const { seed, plan } = life
  const start = plan.orders[0]?.leaseAt ?? 0
  if (start === 0) return IDLE_DEPOSIT
  let rates = 0n
  let untilDry = 0n
  for (const [group, { leaseAt }] of plan.orders.entries()) {
    const { amount } = leasePrice(world, life, group)
    rates += amount
    untilDry += amount * BigInt(Math.max(0, plan.dryAt - leaseAt))
  }
  if (plan.dryAt > 0) return roundUp(untilDry)
  const period = settlePeriod(world.draw, seed.thing, seed.life, plan.ending)
  const drawn = world.draw(seed.thing, PURPOSE.topUp)
  const blocks = DAY + (BigInt(Math.floor(30_000 * drawn * drawn)) * DAY) / 1_000n
  const topUps = BigInt(Math.max(0, height - start)) / blocks
  return roundUp(rates * (blocks + 2n * BigInt(period))) + topUps * roundUp(rates * blocks)
}

function roundUp(amount: bigint): bigint {
  return (amount + LEGACY_ONE - 1n) / LEGACY_ONE
}
