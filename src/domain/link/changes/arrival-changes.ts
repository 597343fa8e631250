import { formatInteger } from '../../format-integer.ts'
import type { Day } from '../../registry/aep.ts'
import { shortChainText } from '../../upgrades/short-chain-text.ts'
import { type AepLink, type LinkGround, type LinkTable, planKey } from '../link.ts'
import { aboutAeps, relatedAeps } from './about-aeps.ts'
import type { FoundChange } from './change.ts'
import { nameAeps } from './name-aeps.ts'

interface AppliedPlan {
  readonly name: string
  readonly height: bigint
  appliedOn: Day | undefined
  readonly links: AepLink[]
}

/** Every upgrade that was applied, with what it delivered and removed; also where no AEP was found for it. */
export function listUpgradeChanges(ground: LinkGround, table: LinkTable): readonly FoundChange[] {
  const plans = new Map<string, AppliedPlan>()
  const put = (plan: Omit<AppliedPlan, 'links'>, link?: AepLink) => {
    const key = planKey(plan.name, plan.height)
    const known = plans.get(key) ?? { ...plan, links: [] }
    // Days that only the registry knows stand in the targets of links.
    known.appliedOn ??= plan.appliedOn
    if (link !== undefined) known.links.push(link)
    plans.set(key, known)
  }
  for (const { name, height, state, appliedOn } of ground.plans) {
    if (state === 'applied') put({ name, height, appliedOn })
  }
  for (const link of table.links) {
    const { target } = link
    if (target.kind !== 'upgrade' || target.state !== 'applied') continue
    put({ name: target.name, height: target.height, appliedOn: target.appliedOn }, link)
  }
  return [...plans].map(([key, { name, height, appliedOn, links }]) => {
    const delivered = relatedAeps(links, 'delivers')
    const removed = relatedAeps(links, 'removes')
    return {
      key: `${table.chainId}/upgrade/${key}/applied`,
      day: appliedOn,
      kind: 'upgrade-applied',
      ...aboutAeps([...delivered, ...removed]),
      upgrade: name,
      sentence: `${shortChainText(name, 60)} was applied at height ${formatInteger(height)}${effectOf(delivered, removed)}.`,
      source: `height ${height}`,
    }
  })
}

function effectOf(delivered: readonly number[], removed: readonly number[]): string {
  const effects = [
    delivered.length === 0 ? [] : `delivered ${nameAeps(delivered)}`,
    removed.length === 0 ? [] : `removed ${nameAeps(removed)}`,
  ].flat()
  if (effects.length === 0) return '; no AEP was found for it'
  return ` and ${effects.join(', and ')}`
}

/** Launches that delivered an AEP. */
export function listLaunchChanges(
  { registry }: LinkGround,
  table: LinkTable,
): readonly FoundChange[] {
  const launches = new Map<string, { readonly day: Day; readonly links: AepLink[] }>()
  for (const link of table.links) {
    const { target, relation } = link
    if (target.kind !== 'launch' || relation !== 'delivers') continue
    const launch = launches.get(target.displayName) ?? { day: target.date, links: [] }
    launch.links.push(link)
    launches.set(target.displayName, launch)
  }
  return [...launches].map(([displayName, { day, links }]) => {
    const delivered = relatedAeps(links, 'delivers')
    const row = registry.launches.find((launch) => launch.displayName === displayName)
    return {
      key: `${table.chainId}/launch/${displayName}`,
      day,
      kind: 'launch',
      ...aboutAeps(delivered),
      sentence: `${shortChainText(displayName, 60)} was launched and delivered ${nameAeps(delivered)}.`,
      source: row?.sources[0] ?? displayName,
    }
  })
}
