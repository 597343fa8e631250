import { queryOptions } from '@tanstack/react-query'
import { fetchAbci } from '../chain/abci.ts'
import { fetchNodeFacts, type NodeFacts, requireChain, requireDemoChain } from '../chain/node.ts'
import { APPLIED_UPGRADES_QUERY, decodeAppliedUpgrades } from '../chain/upgrade.ts'
import type { Chain } from './chain.ts'

/** The upgrade a halt room is about. */
export interface HaltPlan {
  readonly name: string
  readonly height: bigint
}

/** `plan` is undefined where the chain has neither scheduled nor applied such an upgrade. */
export interface FoundHaltPlan {
  readonly plan: HaltPlan | undefined
  readonly facts: NodeFacts
}

/**
 * The chain's current plan, or the upgrade it has applied: with a name the one of that name, without one the plan, else
 * the newest applied. A node that has upgraded has no plan any more and an old one has not applied it, so both are read.
 * @throws what `describeQueryFailure` knows
 */
export async function findHaltPlan(
  chain: Chain,
  name: string | undefined,
  signal?: AbortSignal,
): Promise<FoundHaltPlan> {
  const options = signal ? { signal } : {}
  const [facts, applied] = await Promise.all([
    fetchNodeFacts(chain.transport, options),
    fetchAbci(chain.transport, APPLIED_UPGRADES_QUERY, options),
  ])
  requireChain(facts, chain.expectedChainId)
  if (chain.isDemo === true) requireDemoChain(facts)
  chain.onFacts(facts)
  const current = facts.plan
  if (current !== undefined && (name === undefined || current.name === name)) {
    return { plan: { name: current.name, height: current.height }, facts }
  }
  const upgrades = decodeAppliedUpgrades(applied.value)
  const plan = upgrades.findLast((upgrade) => name === undefined || upgrade.name === name)
  return { plan, facts }
}

const READ_EVERY_MS = 30_000

/** Read again now and then: a plan can be cancelled or replaced while the room is open. */
export function haltPlanQuery(chain: Chain, name: string | undefined) {
  return queryOptions({
    queryKey: [chain.key, 'halt-plan', name ?? null] as const,
    queryFn: ({ signal }) => findHaltPlan(chain, name, signal),
    staleTime: READ_EVERY_MS,
    refetchInterval: READ_EVERY_MS,
  })
}
