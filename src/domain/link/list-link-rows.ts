import type { Confidence, EvidenceClass, Relation } from '../registry/registry.ts'
import { type AepLink, type LinkTable, type Owners, planKey } from './link.ts'

/** A group behind a link, with the strongest class of evidence for it. */
export interface OwnerRow {
  readonly id: string
  readonly basis: EvidenceClass
}

/** A link as a row of a table or of JSON. Texts of the chain and of documents in it are hostile. */
export interface LinkRow {
  readonly aep: number
  /** Of an upgrade the proposal that asked for it; null: none is known. */
  readonly proposalId: number | null
  /** Name of the plan; null where the link leads to a proposal or a launch. */
  readonly upgrade: string | null
  /** Display name of a chain that began from a genesis file. */
  readonly launch: string | null
  /** Text where a number would not hold it: plans may carry any 64-bit height. */
  readonly height: number | string | null
  /** Of the plan or, where there is none, of the proposal; `launched`. */
  readonly state: string
  readonly relation: Relation
  readonly confidence: Confidence
  /** Strongest first. */
  readonly evidence: readonly { readonly class: EvidenceClass; readonly source: string }[]
  /** Behind the upgrade; where the link leads to none, behind the AEP. */
  readonly sigs: readonly OwnerRow[]
  /** Tells no group that is known from a time without groups. */
  readonly owners: Owners['kind']
}

/** Links as rows: those of the table unless others are given. */
export function listLinkRows(
  table: LinkTable,
  links: readonly AepLink[] = table.links,
): readonly LinkRow[] {
  return links.map((link) => {
    const owners = ownersOf(link, table)
    return {
      aep: link.aep,
      ...describeTarget(link),
      relation: link.relation,
      confidence: link.confidence,
      evidence: link.evidence.map((one) => ({ class: one.class, source: one.source })),
      sigs: listOwnerRows(owners),
      owners: owners.kind,
    }
  })
}

/** Groups with the strongest class of evidence for each; none where there are none, or none are known. */
export function listOwnerRows(owners: Owners): readonly OwnerRow[] {
  if (owners.kind !== 'groups') return []
  return owners.ties.flatMap(({ group, evidence: [strongest] }) =>
    strongest === undefined ? [] : [{ id: group, basis: strongest.class }],
  )
}

const NOT_RECORDED: Owners = { kind: 'not-recorded' }

function ownersOf({ aep, target }: AepLink, table: LinkTable): Owners {
  const found =
    target.kind === 'upgrade'
      ? table.planOwners.get(planKey(target.name, target.height))
      : table.aepOwners.get(aep)
  return found ?? NOT_RECORDED
}

export type TargetRow = Pick<LinkRow, 'proposalId' | 'upgrade' | 'launch' | 'height' | 'state'>

/** Where a link leads, in cells. */
export function describeTarget({ target }: Pick<AepLink, 'target'>): TargetRow {
  const nothing = { proposalId: null, upgrade: null, launch: null, height: null }
  switch (target.kind) {
    case 'upgrade':
      return {
        ...nothing,
        proposalId: target.proposalId === undefined ? null : Number(target.proposalId),
        upgrade: target.name,
        height: exact(target.height),
        state: target.state,
      }
    case 'launch':
      return { ...nothing, launch: target.displayName, state: 'launched' }
    case 'proposal':
      return { ...nothing, proposalId: Number(target.proposalId), state: target.standing }
  }
}

function exact(height: bigint): number | string {
  const number = Number(height)
  return Number.isSafeInteger(number) ? number : height.toString()
}
