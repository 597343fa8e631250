import type { Day } from '../../registry/aep.ts'
import type { GroundIndex, UpgradeTarget } from '../ground-index.ts'
import { type GroupTie, type Owners, planKey } from '../link.ts'
import { dayOf } from '../plan-of-record.ts'
import type { ProposalReading } from '../read-proposals.ts'
import { groupReferencesOf, tieByCharter, tieOfMention, tieOfReference } from './group-ties.ts'
import { mergeTies } from './merge-ties.ts'

/** The group that network upgrades belong to by its charter. */
const UPGRADES_GROUP = 'sig-chain'
/** The first groups met in January 2023 (akash-network/community, first meeting notes). */
const FIRST_DAY: Day = '2023-01-01'

/** Who stands behind each plan, by `planKey`. */
export function computePlanOwners(
  index: GroundIndex,
  readings: readonly ProposalReading[],
): ReadonlyMap<string, Owners> {
  const { registry } = index.ground
  const { byUpgrade } = groupReferencesOf(registry)
  const eras = datedPlans(index)
  const owners = new Map<string, Owners>()
  const named = new Map<string, GroupTie[]>()
  const asked = index.ground.proposals.map(index.targetOf).filter((one) => one.kind === 'upgrade')
  for (const { proposal, groups } of readings) {
    const target = index.targetOf(proposal)
    if (target.kind !== 'upgrade') continue
    const key = planKey(target.name, target.height)
    const ties = groups.map((mention) => tieOfMention(proposal, mention))
    named.set(key, [...(named.get(key) ?? []), ...ties])
  }
  for (const plan of [...index.plans, ...asked]) {
    const key = planKey(plan.name, plan.height)
    if (owners.has(key)) continue
    const isRecorded = index.recordedUpgrade(plan.name)?.height === plan.height
    const recorded = isRecorded ? (byUpgrade.get(plan.name) ?? []) : []
    const ties = mergeTies([
      ...recorded.map((reference) => tieOfReference(reference, registry.groups)),
      ...(named.get(key) ?? []),
    ])
    if (ties.length > 0) owners.set(key, { kind: 'groups', ties })
    else if (hadGroups(plan, index, eras)) {
      owners.set(key, { kind: 'groups', ties: [tieByCharter(UPGRADES_GROUP, registry.groups)] })
    } else owners.set(key, { kind: 'no-sig-existed' })
  }
  return owners
}

interface DatedPlan {
  readonly height: bigint
  readonly day: Day
}

function datedPlans(index: GroundIndex): readonly DatedPlan[] {
  return index.plans
    .flatMap((plan) => {
      const day = dayOfPlan(plan, index)
      return plan.state === 'applied' && day !== undefined ? [{ height: plan.height, day }] : []
    })
    .toSorted((a, b) => Number(a.height - b.height) || Date.parse(a.day) - Date.parse(b.day))
}

function dayOfPlan(plan: UpgradeTarget, index: GroundIndex): Day | undefined {
  return plan.appliedOn ?? dayOf(index.recordOf(plan)?.appliedAt)
}

/** Whether there were groups when a plan was applied, or asked for. One without a day has its neighbours' in height. */
function hadGroups(plan: UpgradeTarget, index: GroundIndex, dated: readonly DatedPlan[]): boolean {
  if (plan.state === 'scheduled' || plan.state === 'in-vote' || plan.state === 'in-deposit') {
    return true
  }
  const asked = index.ground.proposals.find(({ id }) => id === plan.proposalId)?.votingEndedOn
  const day = dayOfPlan(plan, index) ?? asked
  if (day !== undefined) return day >= FIRST_DAY
  const below = dated.findLast(({ height }) => height <= plan.height)
  const above = dated.find(({ height }) => height >= plan.height)
  if (below === undefined) return above === undefined || above.day >= FIRST_DAY
  if (above === undefined) return below.day >= FIRST_DAY
  return dayBetween(below, above, plan.height) >= FIRST_DAY
}

/** As if blocks came evenly between two plans. */
function dayBetween(below: DatedPlan, above: DatedPlan, height: bigint): Day {
  const from = Date.parse(below.day)
  const span = Number(above.height - below.height)
  const share = span === 0 ? 0 : Number(height - below.height) / span
  return new Date(from + share * (Date.parse(above.day) - from)).toISOString().slice(0, 10)
}
