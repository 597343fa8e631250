import { queryOptions } from '@tanstack/react-query'
import { fetchChainIdentity } from '../chain/chain-identity.ts'
import {
  APPLIED_UPGRADES_TEXT,
  CURRENT_PLAN_PATH,
  fetchAppliedUpgrades,
  fetchCurrentPlan,
  fetchModuleVersions,
  MODULE_VERSIONS_PATH,
  type ModuleVersion,
} from '../chain/upgrade-history.ts'
import type { Plan } from '../domain/message.ts'
import type { Source } from '../domain/source.ts'
import type { AppliedUpgrade } from '../domain/upgrades/ledger/compute-ledger.ts'
import type { Chain } from './chain.ts'

/** What a node told, and where it came from. */
export interface Told<T> {
  readonly value: T
  readonly source: Source
}

/** Every applied upgrade. It needs no height, so it is asked for together with where the chain stands. */
export function appliedUpgradesQuery(chain: Chain) {
  return queryOptions({
    queryKey: [chain.key, 'applied-upgrades'] as const,
    queryFn: ({ signal }) => readAppliedUpgrades(chain, signal),
    staleTime: 30_000,
  })
}

/** One round trip. The raw store answers of the newest state whatever height the reader asked for. */
export async function readAppliedUpgrades(
  chain: Chain,
  signal?: AbortSignal,
): Promise<Told<readonly AppliedUpgrade[]>> {
  const options = signal ? { signal } : {}
  const [{ value, endpoint, height }, chainId] = await Promise.all([
    fetchAppliedUpgrades(chain.transport, options),
    fetchChainIdentity(chain.transport, options),
  ])
  const query = APPLIED_UPGRADES_TEXT
  return { value, source: { chainId, height, time: undefined, endpoint, query } }
}

/** The chain's plan at the height the proposals were read at. `picture` is where those came from. */
export function currentPlanQuery(chain: Chain, picture: Source | undefined) {
  return queryOptions({
    queryKey: [chain.key, 'current-plan', picture?.height.toString() ?? ''] as const,
    queryFn: ({ signal }) => {
      if (picture === undefined) throw new Error('the height is not known yet')
      return readCurrentPlan(chain, picture, signal)
    },
    enabled: picture !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export async function readCurrentPlan(
  chain: Chain,
  picture: Source,
  signal?: AbortSignal,
): Promise<Told<{ readonly plan: Plan | undefined }>> {
  const options = signal ? { signal } : {}
  const { value, endpoint } = await fetchCurrentPlan(chain.transport, picture.height, options)
  return { value, source: { ...picture, endpoint, query: CURRENT_PLAN_PATH } }
}

/** Versions of the chain's modules at a height. */
export function moduleVersionsQuery(chain: Chain, picture: Source) {
  return queryOptions({
    queryKey: [chain.key, 'module-versions', picture.height.toString()] as const,
    queryFn: async ({ signal }): Promise<Told<readonly ModuleVersion[]>> => {
      const { transport } = chain
      const { value, endpoint } = await fetchModuleVersions(transport, picture.height, { signal })
      return { value, source: { ...picture, endpoint, query: MODULE_VERSIONS_PATH } }
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
}
