import type { Plan } from '../domain/message.ts'
import type { AbciQuery } from './abci.ts'
import { decodeUint64 } from './bytes.ts'
import { Pairs } from './proto/generated/cosmos/store/internal/kv/v1beta1/kv.ts'
import {
  QueryCurrentPlanResponse,
  QueryModuleVersionsResponse,
} from './proto/generated/cosmos/upgrade/v1beta1/query.ts'

export const CURRENT_PLAN_PATH = '/cosmos.upgrade.v1beta1.Query/CurrentPlan'

/** x/upgrade knows every module with a migration version, which is every module of an SDK chain. */
export const MODULE_VERSIONS_PATH = '/cosmos.upgrade.v1beta1.Query/ModuleVersions'

/** undefined for an empty list: a chain has modules, so the node does not know. @throws when the bytes are none */
export function decodeModules(bytes: Uint8Array): ReadonlySet<string> | undefined {
  const { moduleVersions } = QueryModuleVersionsResponse.decode(bytes)
  return moduleVersions.length === 0 ? undefined : new Set(moduleVersions.map(({ name }) => name))
}

/**
 * Every applied upgrade in one read: x/upgrade keeps them under 01 | height (8 bytes) | name, and no gRPC query lists
 * them. A `/subspace` read ignores the height and answers of the newest state.
 */
export const APPLIED_UPGRADES_QUERY: AbciQuery = {
  path: '/store/upgrade/subspace',
  data: Uint8Array.of(0x01),
  height: undefined,
}

export interface AppliedUpgrade {
  readonly name: string
  readonly height: bigint
}

/** undefined when no upgrade is planned. @throws when the bytes are no plan */
export function decodeCurrentPlan(bytes: Uint8Array): Plan | undefined {
  const { plan } = QueryCurrentPlanResponse.decode(bytes)
  return plan === undefined ? undefined : { name: plan.name, height: plan.height, info: plan.info }
}

/** In the order of the store, which is by height. Keys of another form are left out. */
export function decodeAppliedUpgrades(bytes: Uint8Array): readonly AppliedUpgrade[] {
  return Pairs.decode(bytes).pairs.flatMap(({ key }) => {
    const height = decodeUint64(key.subarray(1, 9))
    if (key[0] !== 0x01 || height === undefined) return []
    return [{ name: new TextDecoder().decode(key.subarray(9)), height }]
  })
}
