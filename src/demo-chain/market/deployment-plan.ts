import { type Draw, PURPOSE, pickByShare } from './draws.ts'
import { ERA } from './eras.ts'
import { workloadOf } from './workload.ts'

/** How a deployment's lease ends; `unmatched`: there never is one. */
export type Ending =
  | 'owner'
  | 'funds'
  | 'unstable'
  | 'decommission'
  | 'unspecified'
  | 'manifest'
  | 'reclaim'
  | 'unmatched'

/** What is to become of one group's order. Heights. */
export interface OrderPlan {
  /** 0: never. */
  readonly leaseAt: number
  readonly closedOn: number
  /** 0: never. */
  readonly reclaimAt: number
}

/** A deployment's whole life, known from its first block on. */
export interface DeploymentPlan {
  readonly ending: Ending
  readonly orders: readonly OrderPlan[]
  readonly closedAt: number
  /** Height at which its funds are spent; 0: never. */
  readonly dryAt: number
}

/** What a deployment's life is drawn from. */
export interface DeploymentSeed {
  /** Its number; groups beyond the first add `GROUP_STEP`. */
  readonly thing: number
  readonly createdAt: number
  /** Blocks from the lease to its end. */
  readonly life: number
  readonly ending: Ending
}

/** Numbers of deployments stay below. */
export const GROUP_STEP = 500_000_000

const MANIFEST_TIMEOUT = 50
const SECONDS_PER_BLOCK = 6
const HOUR = 3_600
const DAY = 86_400
const SHORT_WINDOWS = [
  [HOUR, 0.6],
  [2 * HOUR, 0.4],
] as const
const LONG_WINDOWS = [
  [DAY, 0.25],
  [3 * DAY, 0.25],
  [7 * DAY, 0.3],
  [14 * DAY, 0.2],
] as const
const LONG_LIFE = 60_000

export function planDeployment(draw: Draw, seed: DeploymentSeed): DeploymentPlan {
  const { thing, createdAt, ending } = seed
  if (ending === 'unmatched') {
    const closedAt = createdAt + seed.life
    return {
      ending,
      orders: [{ leaseAt: 0, closedOn: closedAt, reclaimAt: 0 }],
      closedAt,
      dryAt: 0,
    }
  }
  const leaseAt = createdAt + leaseDelay(draw, thing)
  if (ending === 'funds') return planDry(draw, seed, leaseAt)
  if (ending === 'reclaim') return planReclaimed(draw, seed, leaseAt)
  const life = ending === 'manifest' ? MANIFEST_TIMEOUT : seed.life
  const closedOn = leaseAt + Math.max(1, life)
  const first = { leaseAt, closedOn, reclaimAt: 0 }
  const closedAt = ending === 'owner' ? closedOn : closedOn + closeDelay(draw, thing)
  return { ending, orders: [first, ...secondOrder(draw, seed, life, closedAt)], closedAt, dryAt: 0 }
}

/** Settled every so many blocks, when the provider withdraws. */
export function settlePeriod(draw: Draw, thing: number, life: number, ending: Ending): number {
  const period = 600 + Math.floor(draw(thing, PURPOSE.settlePeriod) * 6_600)
  return ending === 'funds' ? Math.max(60, Math.min(period, life)) : period
}

/** Window of notice an order asks for and its bids grant, in seconds; 0: none. */
export function reclamationWindow(
  draw: Draw,
  { thing, createdAt, life, ending }: DeploymentSeed,
): number {
  if (createdAt < ERA.reclamation) return 0
  if (ending !== 'reclaim' && draw(thing, PURPOSE.hasWindow) >= 0.3) return 0
  const windows = life > LONG_LIFE ? LONG_WINDOWS : SHORT_WINDOWS
  return pickByShare(windows, draw(thing, PURPOSE.window), HOUR)
}

/** The lease ends with the settlement that finds the account empty, not when it is empty. */
function planDry(draw: Draw, seed: DeploymentSeed, leaseAt: number): DeploymentPlan {
  const { thing, ending } = seed
  const life = Math.max(120, seed.life)
  const period = settlePeriod(draw, thing, life, ending)
  const closedOn = leaseAt + Math.ceil(life / period) * period
  const dryAt = closedOn - 1 - Math.floor(draw(thing, PURPOSE.dry) * (period - 2))
  const first = { leaseAt, closedOn, reclaimAt: 0 }
  const orders = [first, ...secondOrder(draw, seed, dryAt - leaseAt, closedOn)]
  return { ending, orders, closedAt: closedOn, dryAt }
}

/** The provider gives notice and closes once the window is over. */
function planReclaimed(draw: Draw, seed: DeploymentSeed, leaseAt: number): DeploymentPlan {
  const blocks = Math.ceil(reclamationWindow(draw, seed) / SECONDS_PER_BLOCK) + 5
  const closedOn = leaseAt + Math.max(seed.life, blocks + 20)
  const first = { leaseAt, closedOn, reclaimAt: closedOn - blocks }
  const closedAt = closedOn + closeDelay(draw, seed.thing)
  return { ending: 'reclaim', orders: [first], closedAt, dryAt: 0 }
}

/** Some deployments have a second group, paid from the same account until it is closed. */
function secondOrder(
  draw: Draw,
  { thing, createdAt }: DeploymentSeed,
  life: number,
  closedOn: number,
): readonly OrderPlan[] {
  if (life < 200 || draw(thing, PURPOSE.groups) >= 0.08) return []
  if (workloadOf(draw, thing, createdAt).gpus > 0) return []
  const leaseAt = createdAt + leaseDelay(draw, thing + GROUP_STEP)
  return [{ leaseAt, closedOn, reclaimAt: 0 }]
}

/** Mostly within a minute, at times some more. */
function leaseDelay(draw: Draw, thing: number): number {
  return 5 + Math.floor(90 * draw(thing, PURPOSE.leaseDelay) ** 3)
}

function closeDelay(draw: Draw, thing: number): number {
  return 20 + Math.floor(300 * draw(thing, PURPOSE.closeDelay))
}
