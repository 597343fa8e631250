import type { DeploymentLife } from './deployment-lives.ts'
import { GROUP_STEP } from './deployment-plan.ts'
import { PURPOSE } from './draws.ts'
import type { MarketWorld } from './market-world.ts'
import type { Workload } from './workload.ts'

/** A provider's bid for one order. */
export interface PlannedBid {
  /** Number of the provider. */
  readonly provider: number
  readonly createdAt: number
  readonly isWinner: boolean
  /** Of what the work is worth. */
  readonly factor: number
}

const MOST_BIDS = 6
const BIDDER_STEP = 16

/** Number by which an order's things are drawn. */
export function orderThing({ seed }: DeploymentLife, group: number): number {
  return seed.thing + group * GROUP_STEP
}

/** What an order is for. */
export function orderWorkload(world: MarketWorld, life: DeploymentLife, group: number): Workload {
  return world.workload(orderThing(life, group), life.seed.createdAt)
}

/** Number of the provider who gets the lease, if there is to be one. */
export function winnerOf(world: MarketWorld, life: DeploymentLife, group: number): number {
  const { gpu } = orderWorkload(world, life, group)
  return drawBidder(world, orderThing(life, group), gpu, 0)
}

/** The winner's price by what the work is worth. */
export function winningFactor({ draw }: MarketWorld, thing: number): number {
  return 0.8 + 0.35 * draw(thing, PURPOSE.bidPrice)
}

/** Every bid there will be for an order, ascending by provider. */
export function listBids(
  world: MarketWorld,
  life: DeploymentLife,
  group: number,
): readonly PlannedBid[] {
  const { draw } = world
  const thing = orderThing(life, group)
  const { gpu } = orderWorkload(world, life, group)
  const isMatched = (life.plan.orders[group]?.leaseAt ?? 0) > 0
  const drawn = draw(thing, PURPOSE.bids)
  // Of orders that find nobody some have no bids at all.
  const count = isMatched
    ? 1 + Math.floor((MOST_BIDS - 1) * drawn)
    : Math.max(0, Math.floor(5 * drawn) - 1)
  const isCheapest = draw(thing, PURPOSE.cheapest) < 0.7
  const winning = winningFactor(world, thing)
  const bids: PlannedBid[] = []
  for (let turn = 0; turn < count; turn++) {
    const provider = drawBidder(world, thing, gpu, turn)
    if (bids.some((bid) => bid.provider === provider)) continue
    const at = turn * BIDDER_STEP
    const own = draw(thing, PURPOSE.bidPrice + at)
    const isWinner = isMatched && turn === 0
    bids.push({
      provider,
      createdAt: life.seed.createdAt + 1 + Math.floor(3 * draw(thing, PURPOSE.bidTime + at)),
      isWinner,
      factor: isWinner ? winning : isCheapest ? winning * (1 + 0.45 * own) : 0.75 + 0.5 * own,
    })
  }
  return bids.sort((a, b) => a.provider - b.provider)
}

function drawBidder(
  { draw, people }: MarketWorld,
  thing: number,
  gpu: number | undefined,
  turn: number,
): number {
  const able = gpu === undefined ? people.cpuBidders : (people.gpuBidders[gpu] ?? [])
  const drawn = draw(thing, PURPOSE.bidder + turn * BIDDER_STEP)
  return able[Math.floor(able.length * drawn ** 1.5)] ?? 0
}
