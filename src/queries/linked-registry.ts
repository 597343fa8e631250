import { computeDeliveries } from '../domain/link/compute-delivery.ts'
import type { Finding } from '../domain/link/finding.ts'
import { findDisagreements } from '../domain/link/findings/find-disagreements.ts'
import { groundOfRegistry } from '../domain/link/ground-of-registry.ts'
import type { Delivery, LinkGround, LinkTable } from '../domain/link/link.ts'
import { linkAeps } from '../domain/link/link-aeps.ts'
import { readProposals } from '../domain/link/read-proposals.ts'
import type { Day } from '../domain/registry/aep.ts'
import type { Registry } from '../domain/registry/registry.ts'
import type { Source } from '../domain/source.ts'

/** What the links were made of. */
export type LinkBasis =
  /** `isWhole`: every applied upgrade, the plan and every proposal were read, but for those that nobody can read. */
  | { readonly kind: 'chain'; readonly source: Source; readonly isWhole: boolean }
  /** The registry alone, as akashnet-2: no chain was read. */
  | { readonly kind: 'record' }

/** The registry joined with a chain, or with what is on record of akashnet-2. */
export interface LinkedRegistry {
  readonly ground: LinkGround
  readonly table: LinkTable
  /** For every AEP of the registry and every one that a proposal names. */
  readonly deliveries: ReadonlyMap<number, Delivery>
  readonly findings: readonly Finding[]
  readonly basis: LinkBasis
}

/** Links a ground. `today` is what estimates are overdue by. */
export function linkGround(ground: LinkGround, basis: LinkBasis, today: Day): LinkedRegistry {
  const table = linkAeps(ground)
  const found = computeDeliveries(table)
  const { aeps, laterAeps } = ground.registry
  const numbers = new Set([
    ...aeps.map(({ number }) => number),
    ...laterAeps.map(({ number }) => number),
    ...table.aepOwners.keys(),
    ...found.keys(),
  ])
  const nothing: Delivery = { kind: 'nothing-found' }
  return {
    ground,
    table,
    deliveries: new Map(
      [...numbers].sort((a, b) => a - b).map((number) => [number, found.get(number) ?? nothing]),
    ),
    findings: findDisagreements(ground, table, today),
    basis,
  }
}

/** The registry alone, as akashnet-2. */
export function linkRecord(registry: Registry, today: Day): LinkedRegistry {
  return linkGround(groundOfRegistry(registry), { kind: 'record' }, today)
}

/** Proposals of which the texts are read in one go, and how long it may take until the page gets a turn. */
const READ_AT_ONCE = 8
const SLICE_MS = 12

/** Reads the texts of proposals piece by piece in idle time; linking them afterwards finds them read. */
export async function readTexts(ground: LinkGround, whenIdle: () => Promise<void>): Promise<void> {
  let startedAt = performance.now()
  for (let at = 0; at < ground.proposals.length; at += READ_AT_ONCE) {
    readProposals({ ...ground, proposals: ground.proposals.slice(at, at + READ_AT_ONCE) })
    if (performance.now() - startedAt < SLICE_MS) continue
    await whenIdle()
    startedAt = performance.now()
  }
}
