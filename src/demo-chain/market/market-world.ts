import { firstOfSlot, type LivesOptions, RUNNING_LEASES, slotAt } from './deployment-lives.ts'
import { createDraw, seedOf } from './draws.ts'
import { createBooks, type MarketBooks } from './market-books.ts'
import { createPeople } from './market-people.ts'
import { type Workload, workloadOf } from './workload.ts'

export interface MarketOptions {
  /** Leases there are when the chain begins: up to 1,530 running ones, and ended ones beyond. @default about 61,500 */
  readonly leases?: number | undefined
  /** Of the running leases those whose payment is missing, which fail the pages they are on. @default 0 */
  readonly missingPayments?: number | undefined
}

/** A demo market: who is in it, and its books. */
export interface MarketWorld extends LivesOptions {
  readonly chainId: string
  /** Time of a block, seconds since 1970. */
  readonly timeOf: (height: number) => number
  /** Books that reach to a height. */
  books(height: number): MarketBooks
  /** What a deployment's group runs. */
  workload(thing: number, createdAt: number): Workload
  /** Whether the payment of a deployment's leases is missing. */
  isPaymentMissing(thing: number): boolean
}

const LEASES = 61_500
/** Blocks kept ahead of what is asked for, and more of them every time: about half a day. */
const AHEAD = 7_200
const SLOTS_APART = 11

/** @param timeOf time of a block, seconds since 1970 */
export function createMarketWorld(
  chainId: string,
  genesisHeight: number,
  timeOf: (height: number) => number,
  { leases = LEASES, missingPayments = 0 }: MarketOptions = {},
): MarketWorld {
  const draw = createDraw(seedOf(chainId))
  const people = createPeople(chainId, draw)
  const runningLeases = Math.min(leases, RUNNING_LEASES)
  const endedLeases = leases - runningLeases
  const missing = new Set(
    Array.from({ length: missingPayments }, (_, at) =>
      firstOfSlot(slotAt({ runningLeases }, 3 + at * SLOTS_APART)),
    ),
  )
  let books: MarketBooks | undefined
  /** A record asks several times for the same one. */
  let worked: { readonly thing: number; readonly workload: Workload } | undefined
  const world: MarketWorld = {
    chainId,
    draw,
    people,
    genesisHeight,
    runningLeases,
    endedLeases,
    timeOf,
    books(height) {
      // Two deployments of one block can still change places at the very end of the books.
      if (books === undefined || books.until < height + 100) {
        books = createBooks(world, height + AHEAD)
      }
      return books
    },
    workload(thing, createdAt) {
      if (worked?.thing === thing) return worked.workload
      const workload = workloadOf(draw, thing, createdAt)
      worked = { thing, workload }
      return workload
    },
    isPaymentMissing: (thing) => missing.has(thing),
  }
  return world
}
