import type { Plan } from '../../chain/proto/generated/cosmos/upgrade/v1beta1/upgrade.ts'
import type { AppliedUpgrade, Genesis } from './script.ts'
import { VersionHistory } from './version-history.ts'

/** State of the upgrade module, at any height. */
export interface UpgradeStore {
  readonly plan: VersionHistory<Plan | undefined>
  /** Ascending by height, then by name, as the keys of the store stand. */
  readonly applied: VersionHistory<readonly AppliedUpgrade[]>
  readonly appVersion: VersionHistory<string>
}

export function createUpgradeStore(genesis: Genesis): UpgradeStore {
  const start = Number(genesis.height)
  return {
    plan: new VersionHistory(start, genesis.plan),
    applied: new VersionHistory(start, inKeyOrder(genesis.appliedUpgrades)),
    appVersion: new VersionHistory(start, genesis.appVersion),
  }
}

/** Runs the plan whose height has come (x/upgrade `PreBlocker`); undefined when none is due. */
export function applyDuePlan(store: UpgradeStore, height: number): Plan | undefined {
  const plan = store.plan.at(height)
  if (plan === undefined || Number(plan.height) > height) return undefined
  const done = { name: plan.name, height: BigInt(height) }
  store.applied.set(height, inKeyOrder([...(store.applied.at(height) ?? []), done]))
  store.appVersion.set(height, plan.name)
  store.plan.set(height, undefined)
  return plan
}

function inKeyOrder(applied: readonly AppliedUpgrade[]): readonly AppliedUpgrade[] {
  return [...applied].sort((a, b) =>
    a.height === b.height ? (a.name < b.name ? -1 : 1) : a.height < b.height ? -1 : 1,
  )
}
