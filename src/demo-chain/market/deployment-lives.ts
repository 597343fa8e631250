import {
  type DeploymentPlan,
  type DeploymentSeed,
  type Ending,
  planDeployment,
} from './deployment-plan.ts'
import { type Draw, PURPOSE, pickByShare } from './draws.ts'
import { ERA } from './eras.ts'
import type { MarketPeople } from './market-people.ts'

/** What becomes of one deployment, and whose it is. */
export interface DeploymentLife {
  readonly seed: DeploymentSeed
  readonly plan: DeploymentPlan
  readonly tenant: number
}

export interface LivesOptions {
  readonly draw: Draw
  readonly people: MarketPeople
  /** Height the chain is kept from. */
  readonly genesisHeight: number
  /** Leases that run by then, at most `RUNNING_LEASES`. */
  readonly runningLeases: number
  /** Leases that have ended by then, at least. */
  readonly endedLeases: number
}

/** Runs long, and is given notice more often than it is closed. */
const LONG_SLOTS = 1_230
/** Comes and goes within hours. */
const BUSY_SLOTS = 300
export const RUNNING_LEASES = LONG_SLOTS + BUSY_SLOTS
const LONG_LIFE = 864_000
const BUSY_LIFE = 3_000
const OLDEST_RUNNING = 4_200_000
const YOUNGEST_RUNNING = 3_000

const SLOTS_FROM = 10_000_000
const SLOT_STEP = 8_192
const UNMATCHED_FROM = 400_000_000
/** Blocks from one deployment that finds no provider to the next. */
const UNMATCHED_EVERY = 160
const UNMATCHED_BEFORE = 60

/** First deployments of akashnet-2. */
const FIRST_HEIGHT = 200_000
/** The higher, the less of the past is recent. */
const PAST_SCALE = 115_000
/** Blocks before the chain begins in which nothing of the past is created. */
const PAST_ENDS = 1_500
/** Of the past: some have two leases, some none. */
const LEASES_A_DEPLOYMENT = 0.97
const UNMATCHED_CHANCE = 0.07

const LONG_ENDINGS = [
  ['owner', 0.3],
  ['funds', 0.12],
  ['unstable', 0.03],
  ['reclaim', 0.55],
] as const satisfies readonly (readonly [Ending, number])[]

const USUAL_ENDINGS = [
  ['owner', 0.57],
  ['funds', 0.14],
  ['unspecified', 0.08],
  ['unstable', 0.07],
  ['manifest', 0.06],
  ['decommission', 0.04],
  ['reclaim', 0.04],
] as const satisfies readonly (readonly [Ending, number])[]

/** Deployments that were over when the chain began; their numbers begin at 0. */
export function countPast({ endedLeases }: LivesOptions): number {
  return Math.round(endedLeases / LEASES_A_DEPLOYMENT)
}

/** When one of the past was created. The more recent, the more of it. */
export function pastCreation({ draw, genesisHeight }: LivesOptions, thing: number): number {
  const oldest = genesisHeight - FIRST_HEIGHT
  const spread = Math.log((oldest + PAST_SCALE) / PAST_SCALE)
  const age = PAST_SCALE * (Math.exp(spread * draw(thing, PURPOSE.age)) - 1)
  return Math.floor(genesisHeight - PAST_ENDS - age)
}

/** The life of one of the past. */
export function pastLife(options: LivesOptions, thing: number, createdAt: number): DeploymentLife {
  const { draw, genesisHeight } = options
  const drawn = Math.floor(10 ** (1.5 + 3.8 * draw(thing, PURPOSE.life)))
  const life = Math.min(drawn, genesisHeight - PAST_ENDS / 2 - createdAt)
  const base = { thing, createdAt, life, ending: 'owner' } as const
  const ending = pastEnding(draw, base)
  const lived = live(options, { ...base, ending })
  // What would go on for longer than there is time was closed by its owner.
  return lived.plan.closedAt < genesisHeight ? lived : live(options, base)
}

/** How one of the past ended, if it was not cut short. */
function pastEnding(draw: Draw, seed: DeploymentSeed): Ending {
  return draw(seed.thing, PURPOSE.match) < UNMATCHED_CHANCE ? 'unmatched' : usualEnding(draw, seed)
}

/** Every deployment of now created up to a height: a greater one gives the same and more. */
export function* listLiving(options: LivesOptions, until: number): Generator<DeploymentLife> {
  for (let at = 0; at < options.runningLeases; at++) {
    yield* slotLives(options, slotAt(options, at), until)
  }
  yield* unmatchedLives(options, until)
}

/** The slot of a running lease. Of a market of few the slots stand apart, so that some are long and some busy. */
export function slotAt({ runningLeases }: Pick<LivesOptions, 'runningLeases'>, at: number): number {
  return Math.floor((at * RUNNING_LEASES) / runningLeases)
}

/** Number of the deployment a slot begins with: it runs when the chain begins. */
export function firstOfSlot(slot: number): number {
  return SLOTS_FROM + slot * SLOT_STEP
}

/** One deployment after the other of one tenant, the first of them running when the chain begins. */
function* slotLives(options: LivesOptions, slot: number, until: number) {
  const { draw, genesisHeight } = options
  const isLong = slot < LONG_SLOTS
  const first = firstOfSlot(slot)
  let thing = first
  const age = isLong
    ? YOUNGEST_RUNNING * (OLDEST_RUNNING / YOUNGEST_RUNNING) ** draw(thing, PURPOSE.age)
    : 120 + residual(draw(thing, PURPOSE.age), BUSY_LIFE)
  let createdAt = Math.floor(genesisHeight - age)
  let life = Math.floor(
    age + residual(draw(thing, PURPOSE.residual), isLong ? LONG_LIFE : BUSY_LIFE),
  )
  while (createdAt <= until) {
    const base = { thing, createdAt, life, ending: 'owner' } as const
    const ending = isLong ? longEnding(draw, base) : usualEnding(draw, base)
    const lived = live(options, { ...base, ending }, first)
    yield lived
    const gap = 10 + Math.floor(400 * draw(thing, PURPOSE.gap))
    createdAt = lived.plan.closedAt + gap
    thing++
    life = Math.floor(30 + residual(draw(thing, PURPOSE.residual), isLong ? LONG_LIFE : BUSY_LIFE))
  }
}

/** Orders that nobody bids on, or whose bids nobody takes. */
function* unmatchedLives(options: LivesOptions, until: number) {
  const { draw, genesisHeight } = options
  for (let turn = -UNMATCHED_BEFORE; ; turn++) {
    const thing = UNMATCHED_FROM + UNMATCHED_BEFORE + turn
    const jitter = Math.floor(draw(thing, PURPOSE.age) * (UNMATCHED_EVERY - 1))
    const createdAt = genesisHeight + turn * UNMATCHED_EVERY + jitter
    if (createdAt > until) return
    const life = 400 + Math.floor(5_000 * draw(thing, PURPOSE.life))
    yield live(options, { thing, createdAt, life, ending: 'unmatched' })
  }
}

/** Whose a deployment is; some have many. */
export function tenantOf({ draw, people: { tenantsByRank } }: LivesOptions, thing: number): number {
  const rank = Math.floor(tenantsByRank.length * draw(thing, PURPOSE.tenant) ** 2.6)
  return tenantsByRank[rank] ?? 0
}

/** @param tenantThing by which the tenant is drawn */
function live(
  options: LivesOptions,
  seed: DeploymentSeed,
  tenantThing = seed.thing,
): DeploymentLife {
  const plan = planDeployment(options.draw, seed)
  return { seed, plan, tenant: tenantOf(options, tenantThing) }
}

function longEnding(draw: Draw, { thing, createdAt }: DeploymentSeed): Ending {
  const ending = pickByShare(LONG_ENDINGS, draw(thing, PURPOSE.ending), 'owner')
  return ending === 'reclaim' && createdAt < ERA.reclamation ? 'owner' : ending
}

function usualEnding(draw: Draw, { thing, createdAt, life }: DeploymentSeed): Ending {
  const ending = pickByShare<Ending>(USUAL_ENDINGS, draw(thing, PURPOSE.ending), 'owner')
  const isEarly = createdAt < ERA.reclamation || life < 700
  return ending === 'reclaim' && isEarly ? 'owner' : ending
}

/** Of what ends by chance: exponential. */
function residual(drawn: number, mean: number): number {
  return -Math.log(1 - drawn) * mean
}
