import {
  REGISTRY_CHAIN_ID,
  type RecordedProposal,
  type RecordedUpgrade,
  type ReferenceTarget,
} from '../registry/registry.ts'
import {
  type LinkGround,
  type LinkPlan,
  type LinkProposal,
  type LinkTarget,
  type ProposalAction,
  planKey,
  type RegistryScope,
} from './link.ts'
import { dayOf } from './plan-of-record.ts'

export type UpgradeTarget = Extract<LinkTarget, { kind: 'upgrade' }>
export type ProposalTarget = Extract<LinkTarget, { kind: 'proposal' }>

/** A ground made ready for look-ups, and which facts of the registry hold on its chain. */
export interface GroundIndex {
  readonly ground: LinkGround
  readonly scope: RegistryScope
  /** Every plan of the chain; on the registry's own chain also those that only the registry knows. */
  readonly plans: readonly UpgradeTarget[]
  /** The plan that the chain applied, or is to apply, and that the registry means by this name. */
  readonly recordedUpgrade: (name: string) => UpgradeTarget | undefined
  /** What the upgrade was, as recorded; undefined where the record means another. */
  readonly recordOf: (target: UpgradeTarget) => RecordedUpgrade | undefined
  /** A proposal by id, or the plan it asks for; undefined: nothing is known of it, or it holds on another chain only. */
  readonly recordedProposal: (id: bigint) => UpgradeTarget | ProposalTarget | undefined
  /** What a row of the registry points to; undefined where it does not hold on this chain. */
  readonly recordedTarget: (target: ReferenceTarget) => LinkTarget | undefined
  /** What a proposal of the chain is to an AEP it names. */
  readonly targetOf: (proposal: LinkProposal) => UpgradeTarget | ProposalTarget
}

/** Makes a ground ready for look-ups. Facts of the registry hold on its own chain, and elsewhere for the upgrades shared with it. */
export function indexGround(ground: LinkGround): GroundIndex {
  const { registry } = ground
  const isOwn = ground.chainId === REGISTRY_CHAIN_ID
  const records = new Map(registry.upgrades.map((row) => [planKey(row.name, row.height), row]))
  const proposals = new Map(ground.proposals.map((proposal) => [proposal.id, proposal]))
  const askedFor = passedRequests(ground.proposals)
  const plans = ground.plans.map((plan) => targetOfPlan(plan))

  function targetOfPlan({ name, height, state, proposalId, appliedOn }: LinkPlan): UpgradeTarget {
    const key = planKey(name, height)
    const record = state === 'applied' || state === 'scheduled' ? records.get(key) : undefined
    return {
      kind: 'upgrade',
      name,
      height,
      state,
      proposalId: proposalId ?? askedFor.get(key) ?? (isOwn ? record?.proposalId : undefined),
      appliedOn: appliedOn ?? (state === 'applied' ? dayOf(record?.appliedAt) : undefined),
    }
  }

  if (isOwn) {
    const known = new Set(plans.filter(isReal).map(({ name, height }) => planKey(name, height)))
    for (const [key, { name, height, proposalId, appliedAt }] of records) {
      if (known.has(key)) continue
      const appliedOn = dayOf(appliedAt)
      plans.push({ kind: 'upgrade', name, height, state: 'applied', proposalId, appliedOn })
    }
  }

  const byName = new Map<string, UpgradeTarget>()
  const byProposal = new Map<string, UpgradeTarget>()
  const byKey = new Map<string, UpgradeTarget>()
  for (const plan of plans) {
    const key = planKey(plan.name, plan.height)
    if (isReal(plan) && records.has(key)) byName.set(plan.name, plan)
    if (plan.proposalId !== undefined) byProposal.set(`${plan.proposalId} ${plan.name}`, plan)
    if (plan.proposalId === undefined) byKey.set(key, plan)
  }
  const recorded = new Map(registry.proposals.map((proposal) => [proposal.id, proposal]))

  function targetOf(proposal: LinkProposal): UpgradeTarget | ProposalTarget {
    const { id, plan, action, standing, votingEndedOn } = proposal
    if (plan === undefined || action !== 'upgrade') {
      return { kind: 'proposal', proposalId: id, standing, action, votingEndedOn }
    }
    return (
      byProposal.get(`${id} ${plan.name}`) ??
      byKey.get(planKey(plan.name, plan.height)) ?? {
        kind: 'upgrade',
        name: plan.name,
        height: plan.height,
        state: standing === 'passed' ? 'unknown' : standing,
        proposalId: id,
        appliedOn: undefined,
      }
    )
  }

  function recordedProposal(id: bigint): UpgradeTarget | ProposalTarget | undefined {
    if (!isOwn) return undefined
    const proposal = proposals.get(id)
    if (proposal !== undefined) return targetOf(proposal)
    const upgrade = registry.upgrades.find((row) => row.proposalId === id)
    if (upgrade !== undefined) return byName.get(upgrade.name)
    const record = recorded.get(id)
    return {
      kind: 'proposal',
      proposalId: id,
      standing: record?.result ?? 'unknown',
      action: record === undefined ? 'unknown' : actionOfRecord(record),
      votingEndedOn: dayOf(record?.votingEnd),
    }
  }

  return {
    ground,
    scope: scopeOf(isOwn, byName),
    plans,
    recordedUpgrade: (name) => byName.get(name),
    recordOf: ({ name, height }) => records.get(planKey(name, height)),
    recordedProposal,
    recordedTarget(target) {
      switch (target.kind) {
        case 'upgrade':
          return byName.get(target.name)
        case 'proposal':
          return recordedProposal(target.id)
        case 'launch': {
          const launch = registry.launches.find(
            ({ displayName }) => displayName === target.displayName,
          )
          if (!isOwn || launch === undefined) return undefined
          const { displayName, chainId, date } = launch
          return { kind: 'launch', displayName, chainId, date }
        }
      }
    },
    targetOf,
  }
}

/** What a recorded proposal does, from the kind that is on record. */
export function actionOfRecord({ kind }: RecordedProposal): ProposalAction {
  switch (kind) {
    case 'software-upgrade':
      return 'upgrade'
    case 'community-pool-spend':
      return 'spend'
    case 'text':
      return 'text'
    case undefined:
      return 'unknown'
    default:
      return 'messages'
  }
}

/** Plans that the chain took; others of the same name and height came to nothing. */
function isReal({ state }: { readonly state: LinkPlan['state'] }): boolean {
  return state === 'applied' || state === 'scheduled'
}

/** The proposal that passed for a plan, by plan; one that was asked for twice has no single one. */
function passedRequests(proposals: readonly LinkProposal[]): ReadonlyMap<string, bigint> {
  const ids = new Map<string, bigint>()
  const twice = new Set<string>()
  for (const { id, plan, standing, action } of proposals) {
    if (plan === undefined || action !== 'upgrade' || standing !== 'passed') continue
    const key = planKey(plan.name, plan.height)
    if (ids.has(key)) twice.add(key)
    ids.set(key, id)
  }
  for (const key of twice) ids.delete(key)
  return ids
}

function scopeOf(isOwn: boolean, byName: ReadonlyMap<string, UpgradeTarget>): RegistryScope {
  if (isOwn) return { kind: 'own-chain' }
  if (byName.size === 0) return { kind: 'none' }
  const shared = [...byName.values()].toSorted((a, b) => (a.height < b.height ? -1 : 1))
  return { kind: 'same-upgrades', names: shared.map(({ name }) => name) }
}
