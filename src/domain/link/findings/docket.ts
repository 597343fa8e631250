import type { Aep, Day } from '../../registry/aep.ts'
import type { Finding } from '../finding.ts'
import type { AepLink, LinkGround, LinkTable } from '../link.ts'
import { type Arrival, arrivalOfLink } from './arrival.ts'

/** What the rules read, sorted once by AEP. */
export interface Docket {
  readonly today: Day
  /** Whether the registry's record is of this very chain. */
  readonly isOwnChain: boolean
  /** Every document of the registry. */
  readonly aeps: readonly Aep[]
  readonly aepOf: (number: number) => Aep | undefined
  readonly linksOf: (number: number) => readonly AepLink[]
  /** Launches, then upgrades by height, then messages. Empty: nothing that delivers it is known. */
  readonly arrivalsOf: (number: number) => readonly Arrival[]
}

/** One way to disagree. */
export type FindingRule = (docket: Docket) => readonly Finding[]

const WAYS = { launch: 0, upgrade: 1, messages: 2 } as const

/** Sorts documents and links for the rules. `today`: what estimates are held to. */
export function openDocket(ground: LinkGround, table: LinkTable, today: Day): Docket {
  const { aeps } = ground.registry
  const byNumber = new Map(aeps.map((aep) => [aep.number, aep]))
  const links = new Map<number, AepLink[]>()
  const arrivals = new Map<number, Arrival[]>()
  for (const link of table.links) {
    push(links, link.aep, link)
    const arrival = arrivalOfLink(link)
    if (arrival !== undefined) push(arrivals, link.aep, arrival)
  }
  for (const list of arrivals.values()) list.sort(compareArrivals)
  return {
    today,
    isOwnChain: table.scope.kind === 'own-chain',
    aeps,
    aepOf: (number) => byNumber.get(number),
    linksOf: (number) => links.get(number) ?? [],
    arrivalsOf: (number) => arrivals.get(number) ?? [],
  }
}

function compareArrivals(a: Arrival, b: Arrival): number {
  if (a.way !== b.way) return WAYS[a.way] - WAYS[b.way]
  return a.order < b.order ? -1 : a.order > b.order ? 1 : 0
}

function push<T>(map: Map<number, T[]>, key: number, value: T): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
