import type { Failure } from '../domain/failure.ts'
import type { Day } from '../domain/registry/aep.ts'
import type { Chain } from './chain.ts'
import { listLinkPlans, readLinkGround } from './link-ground.ts'
import { type LinkedRegistry, linkGround, linkRecord } from './linked-registry.ts'
import { readUpgradesAndProposals } from './read-upgrades.ts'
import { loadRegistry } from './registry.ts'
import { committedRegistry, type FreshRegistry } from './registry-freshness.ts'
import { lackOfProposals } from './unread-proposals.ts'
import type { UpgradeReport } from './upgrade-report.ts'

/** A registry and what it is linked to, read to the end. */
export interface AepLinks extends FreshRegistry {
  readonly linked: LinkedRegistry
}

/** With the upgrades it was joined with. */
export interface ChainAepLinks extends AepLinks {
  readonly report: UpgradeReport
  /** What is missing because proposals could not be read. */
  readonly lack: Failure | undefined
}

/**
 * The registry joined with a chain, read to the end. `today` is what estimates are overdue by; `fresh` is the committed
 * registry unless it was read anew.
 * @throws where proposals or applied upgrades cannot be read at all
 */
export async function readAepLinks(
  chain: Chain,
  today: Day,
  signal?: AbortSignal,
  fresh?: FreshRegistry,
): Promise<ChainAepLinks> {
  const [read, { report, list }] = await Promise.all([
    fresh ?? loadCommitted(),
    readUpgradesAndProposals(chain, signal),
  ])
  const plans = listLinkPlans(report)
  const { source } = list
  const { ground } = await readLinkGround({
    chainId: source.chainId,
    rows: list.rows,
    plans,
    registry: read.registry,
  })
  const isWhole = report.extent === 'read' && report.plan.kind === 'known'
  return {
    ...read,
    linked: linkGround(ground, { kind: 'chain', source, isWhole }, today),
    report,
    lack: lackOfProposals(list.rows),
  }
}

/** The registry alone, as akashnet-2: nobody is asked. */
export async function readRecordLinks(today: Day, fresh?: FreshRegistry): Promise<AepLinks> {
  const read = fresh ?? (await loadCommitted())
  return { ...read, linked: linkRecord(read.registry, today) }
}

async function loadCommitted(): Promise<FreshRegistry> {
  return committedRegistry(await loadRegistry())
}
