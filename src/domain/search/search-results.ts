import type { LeaseId } from '../market/lease.ts'
import type { ProposalRow } from '../proposal.ts'
import type { Registry } from '../registry/registry.ts'
import type { Validator } from '../validator.ts'

export type SearchGroup =
  | 'Proposals'
  | 'AEPs'
  | 'Upgrades'
  | 'SIGs and groups'
  | 'Validators'
  | 'Market'
  | 'Blocks'
  | 'Accounts'
  | 'Transactions'
  | 'Nodes'

/** Where a result leads. */
export type SearchTarget =
  | { readonly kind: 'proposal'; readonly id: bigint }
  | { readonly kind: 'aep'; readonly number: number }
  | { readonly kind: 'upgrade'; readonly name: string }
  | { readonly kind: 'group'; readonly id: string }
  | { readonly kind: 'account'; readonly address: string }
  | { readonly kind: 'block'; readonly height: bigint }
  /** `key`: the id as the command line takes it. */
  | { readonly kind: 'lease'; readonly key: string }
  /** The list of leases narrowed to a deployment. */
  | { readonly kind: 'leases'; readonly dseq: bigint; readonly owner: string | undefined }
  /** What an account is on the market. */
  | { readonly kind: 'holder'; readonly as: 'provider' | 'tenant'; readonly address: string }
  /** To be looked up in a node's index; it has no page of its own. */
  | { readonly kind: 'transaction'; readonly hash: string }
  | { readonly kind: 'endpoint'; readonly url: string }

export interface SearchResult {
  readonly group: SearchGroup
  readonly target: SearchTarget
  /** May hold a stranger's text. */
  readonly title: string
  /** One line on what it is, or why it may not be there. May hold a stranger's text. */
  readonly detail: string
  /** Higher first; of equal ones the order they were found in. */
  readonly score: number
}

/** What is known when the reader types; grows while they do. */
export interface SearchGround {
  /** Prefix of this chain's account addresses. */
  readonly prefix: string
  /** Those read so far, newest first. */
  readonly proposals: readonly ProposalRow[]
  /** Bonded ones with a label unlike every other's; undefined until read. */
  readonly validators: readonly SearchableValidator[] | undefined
  /** AEPs, groups and upgrades on record; undefined until read. */
  readonly registry:
    | Pick<Registry, 'aeps' | 'laterAeps' | 'absentAeps' | 'groups' | 'upgrades'>
    | undefined
  /** What a market screen has read of the market; undefined where none has: nothing is read of it for a search. */
  readonly market:
    | {
        /** Running ones, as far as they were read. */
        readonly leases: readonly { readonly id: LeaseId }[]
        /** Whether these are all that run. */
        readonly isWhole: boolean
        /** Addresses on the chain's list; undefined where it was not read. */
        readonly providers: readonly string[] | undefined
      }
    | undefined
  /** Of the chain that is read; undefined until known. */
  readonly chainId: string | undefined
  readonly latestHeight: bigint | undefined
  /** First block the node that answered keeps. */
  readonly earliestHeight: bigint | undefined
}

export interface SearchableValidator
  extends Pick<
    Validator,
    'operatorAddress' | 'accountAddress' | 'consensusAddress' | 'moniker' | 'tokens' | 'jailed'
  > {
  readonly label: string
}

/** What was found, and what there is to say of the text itself. */
export interface SearchFindings {
  readonly groups: readonly {
    readonly group: SearchGroup
    readonly results: readonly SearchResult[]
    /** Found, but not listed. */
    readonly more: number
  }[]
  /** How the text was understood, where that is not plain from the results; sentences. */
  readonly remarks: readonly string[]
}
