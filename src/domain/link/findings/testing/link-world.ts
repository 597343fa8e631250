import type { Aep } from '../../../registry/aep.ts'
import { parseEditorialStatus } from '../../../registry/editorial-status.ts'
import type { Registry } from '../../../registry/registry.ts'
import type {
  AepLink,
  Evidence,
  LinkGround,
  LinkTable,
  LinkTarget,
  ProposalStanding,
} from '../../link.ts'

/** A document that says nothing but its number and status. */
export function aepOf(number: number, statusRaw = 'Draft', rest: Partial<Aep> = {}): Aep {
  return {
    number,
    title: `Title ${number}`,
    status: parseEditorialStatus(statusRaw),
    statusRaw,
    authors: [],
    requires: [],
    replaces: [],
    supersedes: [],
    supersededBy: [],
    path: `spec/aep-${number}/README.md`,
    history: [],
    ...rest,
  }
}

/** Changes of the status field, `[day, value]`, each a commit of its own. */
export function statusHistory(...changes: readonly (readonly [string, string])[]): Aep['history'] {
  return changes.map(([date, value], place) => ({
    date,
    commit: `c${place}`,
    field: 'status',
    value,
  }))
}

const NAMED: Evidence = { class: 'explicit', rule: 'proposal-text', source: 'proposal 1, summary' }

export const BY_FIELD: Evidence = {
  class: 'explicit',
  rule: 'resolution-field',
  source: 'akash-network/AEP:spec/aep-1/README.md frontmatter',
}

type UpgradeTarget = Extract<LinkTarget, { kind: 'upgrade' }>

/** `v9.0.0` at height 900, proposal 90, applied on 2026-03-10. */
export function upgradeTarget(rest: Partial<UpgradeTarget> = {}): UpgradeTarget {
  return {
    kind: 'upgrade',
    name: 'v9.0.0',
    height: 900n,
    state: 'applied',
    proposalId: 90n,
    appliedOn: '2026-03-10',
    ...rest,
  }
}

type ProposalTarget = Extract<LinkTarget, { kind: 'proposal' }>

/** A spend that passed on 2026-02-01. */
export function spendTarget(
  proposalId: bigint,
  rest: Partial<ProposalTarget> = {},
): ProposalTarget {
  return {
    kind: 'proposal',
    proposalId,
    standing: 'passed',
    action: 'spend',
    votingEndedOn: '2026-02-01',
    ...rest,
  }
}

export function linkOf(
  aep: number,
  target: LinkTarget,
  relation: AepLink['relation'] = 'delivers',
  evidence: readonly Evidence[] = [NAMED],
): AepLink {
  return { aep, target, relation, confidence: 'high', evidence }
}

export function registryOf(aeps: readonly Aep[], rest: Partial<Registry> = {}): Registry {
  return {
    aepSnapshot: { commit: 'abc', day: '2026-01-01' },
    communitySnapshot: { commit: 'abc', day: '2026-01-01' },
    aeps,
    laterAeps: [],
    absentAeps: [],
    groups: [],
    projects: [],
    launches: [],
    upgrades: [],
    neverPlans: [],
    proposals: [],
    references: [],
    curated: [],
    groupReferences: [],
    ...rest,
  }
}

/** Documents and links of akashnet-2, or of the chain that `rest` names. */
export function linkWorld(
  aeps: readonly Aep[],
  links: readonly AepLink[] = [],
  rest: Partial<LinkGround> = {},
): readonly [ground: LinkGround, table: LinkTable] {
  const ground: LinkGround = {
    chainId: 'akashnet-2',
    proposals: [],
    plans: [],
    registry: registryOf(aeps),
    ...rest,
  }
  const table: LinkTable = {
    chainId: ground.chainId,
    scope: ground.chainId === 'akashnet-2' ? { kind: 'own-chain' } : { kind: 'none' },
    links,
    suggestions: [],
    planOwners: new Map(),
    aepOwners: new Map(),
  }
  return [ground, table]
}

/** The proposal that asked for `upgradeTarget`. */
export function upgradeProposal(
  standing: ProposalStanding = 'passed',
  votingEndedOn: string | undefined = '2026-03-01',
): LinkGround['proposals'][number] {
  return {
    id: 90n,
    title: 'v9.0.0',
    standing,
    action: 'upgrade',
    texts: [],
    plan: { name: 'v9.0.0', height: 900n },
    votingEndedOn,
  }
}
