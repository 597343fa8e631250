import { orderThing, orderWorkload, winningFactor } from './bids.ts'
import type { DeploymentLife } from './deployment-lives.ts'
import { PURPOSE } from './draws.ts'
import { ERA, pastAktPrice, UACT, UAKT, USDC } from './eras.ts'
import type { MarketWorld } from './market-world.ts'

/** Per block; `amount` is scaled by 10^18. */
export interface Price {
  readonly denom: string
  readonly amount: bigint
}

/** What an order was first priced in. */
export function firstDenom({ draw }: MarketWorld, { seed }: DeploymentLife): string {
  if (seed.createdAt >= ERA.act) return UACT
  return seed.createdAt >= ERA.stable && draw(seed.thing, PURPOSE.denom) < 0.3 ? USDC : UAKT
}

/** What it is priced in now: what was active at v2.0.0 was rewritten to ACT then (AEP-76). */
export function presentDenom(world: MarketWorld, life: DeploymentLife): string {
  return life.plan.closedAt >= ERA.act ? UACT : firstDenom(world, life)
}

/** The price a lease pays. */
export function leasePrice(world: MarketWorld, life: DeploymentLife, group: number): Price {
  const factor = winningFactor(world, orderThing(life, group))
  return priceOf(world, life, group, presentDenom(world, life), factor, 0)
}

/** The most an order's owner will pay. */
export function highestPrice(world: MarketWorld, life: DeploymentLife, group: number): Price {
  return priceOf(world, life, group, presentDenom(world, life), 3, 999)
}

/** @param digits what the last digits of the price are drawn by */
export function priceOf(
  world: MarketWorld,
  life: DeploymentLife,
  group: number,
  denom: string,
  factor: number,
  digits: number,
): Price {
  const { price } = orderWorkload(world, life, group)
  const perBlock = (price * factor) / (denom === UAKT ? pastAktPrice(life.seed.createdAt) : 1)
  const drawn = world.draw(orderThing(life, group), PURPOSE.priceDigits + digits * 16)
  const amount = BigInt(Math.round(perBlock * 1e6)) * 10n ** 12n + BigInt(Math.floor(drawn * 1e12))
  return { denom, amount }
}
