import type { AbsentAep, Aep, Day, LaterAep } from './aep.ts'
import type { Group } from './group.ts'
import type { Project } from './project.ts'

/** A moment as far as it was written down. */
export type RecordedTime =
  | { readonly precision: 'exact'; readonly time: string }
  | { readonly precision: 'estimate'; readonly time: string }
  | { readonly precision: 'day'; readonly date: Day }

/** An upgrade applied on akashnet-2, as it is on record outside the chain. */
export interface RecordedUpgrade {
  readonly name: string
  readonly height: bigint
  readonly appliedAt?: RecordedTime | undefined
  readonly displayName?: string | undefined
  readonly proposalId?: bigint | undefined
}

/** A proposal of akashnet-2, as it is on record outside the chain. */
export interface RecordedProposal {
  readonly id: bigint
  readonly title?: string | undefined
  readonly topic?: string | undefined
  readonly kind?: string | undefined
  /** `failed`: the vote passed and its messages had no effect. */
  readonly result?: 'passed' | 'rejected' | 'failed' | undefined
  readonly plan?: { readonly name: string; readonly height: bigint } | undefined
  readonly votingEnd?: RecordedTime | undefined
}

/** A chain that began anew from a genesis file, which x/upgrade knows nothing of. */
export interface Launch {
  readonly displayName: string
  readonly chainId: string
  readonly date: Day
  readonly sources: readonly string[]
}

/** What an AEP has to do with a plan, a launch or a proposal. */
export type Relation = 'delivers' | 'mentions' | 'removes' | 'funds' | 'amends'

export type Confidence = 'high' | 'medium' | 'low'

/**
 * How it is known. `explicit`: a text or a field names it. `documentary`: a release note or minutes name it. `curated`:
 * a reviewed row says so. `charter`: a group's stated scope covers it. `date`: a coincidence, only ever a suggestion.
 */
export type EvidenceClass = 'explicit' | 'documentary' | 'curated' | 'charter' | 'date'

/** What a reference was found in; says how much it is worth (see `classOfMedium`). */
export type Medium =
  /** The number stands in the section of a release in the node's changelog. */
  | 'changelog'
  /** The changelog names the feature, without the number. */
  | 'changelog-topic'
  /** A commit reachable from the tag of a release. */
  | 'release-commit'
  /** The proposal's text, as kept elsewhere. */
  | 'proposal-text'
  | 'aep-text'
  /** Blog, documentation or release notes. */
  | 'release-notes'
  | 'minutes'
  /** An issue of the support repository. */
  | 'issue'
  /** The community pool's report of what was funded. */
  | 'pool-report'
  /** Messages as somebody else read them from the chain. */
  | 'messages'
  | 'repository'

/** Where a link leads: an upgrade of akashnet-2 by name, a launch by its display name, or a proposal. */
export type ReferenceTarget =
  | { readonly kind: 'upgrade'; readonly name: string }
  | { readonly kind: 'launch'; readonly displayName: string }
  | { readonly kind: 'proposal'; readonly id: bigint }

/** One place where a source names an AEP together with an upgrade, a launch or a proposal of akashnet-2. */
export interface Reference {
  readonly aep: number
  readonly target: ReferenceTarget
  /** What the source says about it, as read by a reviewer. */
  readonly relation: Relation
  readonly confidence: Confidence
  readonly medium: Medium
  /** An address, or `owner/repository:path#Lline`. */
  readonly source: string
}

/** A row of the reviewed file: what no rule can read out of a single source. */
export interface CuratedLink {
  readonly aep: number
  readonly target: ReferenceTarget
  readonly relation: Relation
  readonly confidence: Confidence
  /** Why, in a sentence. */
  readonly why: string
  readonly sources: readonly string[]
  readonly reviewed: Day
}

/** What ties a group to an AEP or to an upgrade of akashnet-2. */
export interface GroupReference {
  readonly group: string
  readonly of:
    | { readonly kind: 'aep'; readonly number: number }
    | { readonly kind: 'upgrade'; readonly name: string }
  readonly confidence: Confidence
  /** `scope`: inferred from what the group is for. */
  readonly medium: Medium | 'scope'
  /** Empty where the group's scope is all there is. */
  readonly sources: readonly string[]
}

/** Everything committed about AEPs, groups and projects, and about akashnet-2 as far as it is on record elsewhere. */
export interface Registry {
  /** Of the AEP repository. */
  readonly aepSnapshot: { readonly commit: string; readonly day: Day }
  /** Of the community repository. */
  readonly communitySnapshot: { readonly commit: string; readonly day: Day }
  /** Ascending by number. */
  readonly aeps: readonly Aep[]
  readonly laterAeps: readonly LaterAep[]
  readonly absentAeps: readonly AbsentAep[]
  readonly groups: readonly Group[]
  readonly projects: readonly Project[]
  readonly launches: readonly Launch[]
  /** Ascending by height. */
  readonly upgrades: readonly RecordedUpgrade[]
  /** Names that look like upgrades and never were plans. */
  readonly neverPlans: readonly {
    readonly name: string
    readonly reason: string
    readonly sources: readonly string[]
  }[]
  /** Ascending by id. */
  readonly proposals: readonly RecordedProposal[]
  readonly references: readonly Reference[]
  readonly curated: readonly CuratedLink[]
  readonly groupReferences: readonly GroupReference[]
}

/** The chain that the registry's facts are about. */
export const REGISTRY_CHAIN_ID = 'akashnet-2'
