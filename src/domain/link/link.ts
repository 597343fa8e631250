import type { Day } from '../registry/aep.ts'
import type { Confidence, EvidenceClass, Medium, Registry, Relation } from '../registry/registry.ts'
import type { PlanState } from '../upgrades/upgrade.ts'

/** What a proposal's messages do, as far as links need it. */
export type ProposalAction =
  | 'upgrade'
  | 'cancel-upgrade'
  | 'spend'
  /** Others that change something: parameters, contracts, clients. */
  | 'messages'
  /** Nothing: text only. */
  | 'text'
  | 'unknown'

export type ProposalStanding =
  | 'in-deposit'
  | 'in-vote'
  | 'passed'
  | 'rejected'
  /** Passed, and its messages had no effect. */
  | 'failed'
  | 'unknown'

/** A piece of a proposal that people wrote, and where it stands. */
export interface ProposalText {
  readonly field: 'title' | 'summary' | 'metadata' | 'message'
  readonly text: string
}

/** A proposal as the linker sees it. */
export interface LinkProposal {
  readonly id: bigint
  readonly title: string
  readonly standing: ProposalStanding
  readonly action: ProposalAction
  readonly texts: readonly ProposalText[]
  /** The plan its message asks for. */
  readonly plan?: { readonly name: string; readonly height: bigint } | undefined
  readonly votingEndedOn?: Day | undefined
}

/** A plan of the chain as the linker sees it. */
export interface LinkPlan {
  readonly name: string
  /** Where it was applied, or is to be. */
  readonly height: bigint
  readonly state: PlanState['kind']
  /** undefined: none is known. */
  readonly proposalId?: bigint | undefined
  /** UTC day on which it was applied; undefined: not known. */
  readonly appliedOn?: Day | undefined
}

/** Everything that links are made from. */
export interface LinkGround {
  readonly chainId: string
  /** Any order. */
  readonly proposals: readonly LinkProposal[]
  /** Any order. */
  readonly plans: readonly LinkPlan[]
  readonly registry: Registry
}

/** What an AEP is linked to. */
export type LinkTarget =
  | {
      readonly kind: 'upgrade'
      readonly name: string
      readonly height: bigint
      readonly state: PlanState['kind']
      readonly proposalId: bigint | undefined
      readonly appliedOn: Day | undefined
    }
  | {
      readonly kind: 'launch'
      readonly displayName: string
      readonly chainId: string
      readonly date: Day
    }
  | {
      readonly kind: 'proposal'
      readonly proposalId: bigint
      readonly standing: ProposalStanding
      readonly action: ProposalAction
      readonly votingEndedOn: Day | undefined
    }

/** One reason for a link. */
export interface Evidence {
  readonly class: EvidenceClass
  /** The rule that found it: a medium of the registry, or what was read on the chain or in a field. */
  readonly rule:
    | Medium
    | 'resolution-field'
    /** A resolution that documents of other AEPs name as well, and that is no upgrade. */
    | 'shared-resolution'
    | 'proposal-text'
    | 'curated'
    | 'scope'
    | 'completed-date'
  /** An address, `owner/repository:path#Lline`, or `proposal 342, summary`. */
  readonly source: string
  /** The very words or field value that made it, cut to what a line holds. Chain text is hostile. */
  readonly quote?: string | undefined
}

/** A tie between an AEP and an upgrade, a launch or a proposal. */
export interface AepLink {
  readonly aep: number
  readonly target: LinkTarget
  readonly relation: Relation
  readonly confidence: Confidence
  /** At least one; strongest class first. */
  readonly evidence: readonly Evidence[]
}

/**
 * Which facts of the registry hold on the chain: all on akashnet-2; elsewhere only those of upgrades applied there
 * under the same name and height.
 */
export type RegistryScope =
  | { readonly kind: 'own-chain' }
  | { readonly kind: 'same-upgrades'; readonly names: readonly string[] }
  | { readonly kind: 'none' }

/** A group that stands behind an AEP or an upgrade. */
export interface GroupTie {
  /** May be one that the registry does not know. */
  readonly group: string
  readonly confidence: Confidence
  readonly evidence: readonly Evidence[]
}

/** Who stands behind it. Before 2023 there were no groups, which is not the same as not knowing one. */
export type Owners =
  | { readonly kind: 'groups'; readonly ties: readonly GroupTie[] }
  | { readonly kind: 'no-sig-existed' }
  | { readonly kind: 'not-recorded' }

export interface LinkTable {
  readonly chainId: string
  readonly scope: RegistryScope
  /** By AEP, then by height or proposal; one for each AEP, target and relation. */
  readonly links: readonly AepLink[]
  /** Of the `date` class alone: coincidences, never counted. */
  readonly suggestions: readonly AepLink[]
  /** By plan, `planKey(name, height)`. */
  readonly planOwners: ReadonlyMap<string, Owners>
  /** By AEP number, for every AEP of the registry and every one that a proposal names. */
  readonly aepOwners: ReadonlyMap<number, Owners>
}

/** A plan's name can be asked for again at another height. */
export function planKey(name: string, height: bigint): string {
  return `${name}@${height}`
}

/** Every kind of delivery, as commands and feeds name them. */
export const DELIVERY_KINDS = [
  'nothing-found',
  'mentioned',
  'funding-passed',
  'in-vote',
  'scheduled',
  'delivered-at-genesis',
  'delivered',
  'delivered-by-messages',
  'rejected',
  'removed',
] as const

export type DeliveryKind = (typeof DELIVERY_KINDS)[number]

/** What the chain shows of an AEP, apart from what its document says. */
export type Delivery =
  | { readonly kind: 'nothing-found' }
  | { readonly kind: 'mentioned'; readonly by: readonly AepLink[] }
  | { readonly kind: 'funding-passed'; readonly by: readonly AepLink[] }
  | { readonly kind: 'in-vote'; readonly by: AepLink; readonly standing: 'in-deposit' | 'in-vote' }
  | { readonly kind: 'scheduled'; readonly by: AepLink }
  | { readonly kind: 'delivered-at-genesis'; readonly by: AepLink }
  /** `first` brought it; `later` upgrades continue it, ascending. */
  | { readonly kind: 'delivered'; readonly first: AepLink; readonly later: readonly AepLink[] }
  | { readonly kind: 'delivered-by-messages'; readonly by: readonly AepLink[] }
  /** What would have brought it was voted down, failed, was cancelled or replaced. */
  | { readonly kind: 'rejected'; readonly by: AepLink }
  /** `delivered` is undefined where what brought it is not known. */
  | { readonly kind: 'removed'; readonly by: AepLink; readonly delivered: AepLink | undefined }
