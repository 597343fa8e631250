import type { LinkPlan } from '../domain/link/link.ts'
import { planOfRecord } from '../domain/link/plan-of-record.ts'
import type { Day } from '../domain/registry/aep.ts'
import { REGISTRY_CHAIN_ID, type Registry } from '../domain/registry/registry.ts'
import type { Source } from '../domain/source.ts'
import type { ChainReading } from './aep-links.ts'
import type { LinkInput } from './aep-links-store.ts'
import { describeQueryFailure } from './failures.ts'
import { listLinkPlans } from './link-ground.ts'
import type { ProposalList } from './proposal-list.ts'
import { lackOfProposals } from './unread-proposals.ts'
import type { UpgradeReport } from './upgrade-report.ts'

/** What has been read of the chain so far. */
export interface ReadSoFar {
  readonly report: UpgradeReport
  readonly list: ProposalList | undefined
  readonly listError: Error | null
}

/**
 * undefined until there is enough for a first picture: applied upgrades, the newest proposals and the plan, or why not.
 */
export function findLinkInput(
  read: ReadSoFar,
  registry: Registry,
  today: Day,
): LinkInput | undefined {
  if (isFirstOnItsWay(read)) return undefined
  const { report, list } = read
  const { applied } = report
  const source: Source | undefined =
    list?.source ?? (applied.kind === 'known' ? applied.source : undefined)
  if (source === undefined) return { kind: 'record', registry, today }
  const isOnRecord = applied.kind === 'failed' && source.chainId === REGISTRY_CHAIN_ID
  const plans = listLinkPlans(report)
  return {
    kind: 'chain',
    registry,
    rows: list?.rows ?? [],
    plans: isOnRecord ? withRecorded(plans, registry) : plans,
    source,
    isWhole: isWhole(report),
    today,
  }
}

/** How far a chain is read, of what the links need of it. */
export function readingOfChain(read: ReadSoFar): ChainReading {
  if (isFirstOnItsWay(read)) return { kind: 'reading' }
  const { report, list, listError } = read
  const { applied, plan, extent } = report
  if (applied.kind === 'failed' && list === undefined) {
    return { kind: 'failed', failure: applied.failure }
  }
  if (isWhole(report)) {
    const failure = lackOfProposals(list?.rows ?? [])
    return failure === undefined ? { kind: 'read' } : { kind: 'partly', failure }
  }
  if (extent === 'lost' && listError !== null) {
    return { kind: 'partly', failure: describeQueryFailure(listError) }
  }
  if (applied.kind === 'failed') return { kind: 'partly', failure: applied.failure }
  return { kind: 'partly', failure: plan.kind === 'failed' ? plan.failure : undefined }
}

/**
 * Without the plan, which is read at the height of the proposals, an upgrade that is scheduled would be taken for one that
 * nobody knows the end of, and what it is to bring for something that was only mentioned.
 */
function isFirstOnItsWay({ report: { applied, plan }, list, listError }: ReadSoFar): boolean {
  if (applied.kind === 'loading') return true
  return list === undefined ? listError === null : plan.kind === 'loading'
}

function isWhole({ extent, applied, plan }: UpgradeReport): boolean {
  return extent === 'read' && applied.kind === 'known' && plan.kind === 'known'
}

/** Where the store of akashnet-2 cannot be read, what is on record of it tells which plans it has applied. */
function withRecorded(plans: readonly LinkPlan[], registry: Registry): readonly LinkPlan[] {
  const recorded = registry.upgrades.map(planOfRecord)
  const isRecorded = ({ name, height }: LinkPlan) =>
    recorded.some((one) => one.name === name && one.height === height)
  return [...recorded, ...plans.filter((plan) => !isRecorded(plan))]
}
