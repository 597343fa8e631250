import type { LinkGround, LinkPlan } from '../domain/link/link.ts'
import type { ProposalRow } from '../domain/proposal.ts'
import type { Day } from '../domain/registry/aep.ts'
import type { Registry } from '../domain/registry/registry.ts'
import type { LedgerRow } from '../domain/upgrades/ledger/ledger.ts'
import { momentOf } from '../domain/upgrades/ledger/record-date.ts'
import { type LinkProposals, toLinkProposals } from './link-proposals.ts'
import type { UpgradeReport } from './upgrade-report.ts'

/** Of a chain, what links are made from. */
export interface LinkGroundParts {
  readonly chainId: string
  /** In any order; of those that could not be read nothing is known. */
  readonly rows: readonly ProposalRow[]
  readonly plans: readonly LinkPlan[]
  readonly registry: Registry
}

/**
 * What the linker needs of a chain. `before`: of the same chain; proposals that are in it are not looked through again,
 * and where nothing at all has changed it is given back as it is.
 */
export async function readLinkGround(
  { chainId, rows, plans, registry }: LinkGroundParts,
  before?: LinkGroundReading,
): Promise<LinkGroundReading> {
  const proposals = rows.flatMap((row) => (row.kind === 'proposal' ? [row.proposal] : []))
  const read = await toLinkProposals(proposals, before?.read)
  if (
    before !== undefined &&
    before.ground.chainId === chainId &&
    before.ground.registry === registry &&
    before.read === read &&
    isSamePlans(before.ground.plans, plans)
  ) {
    return before
  }
  return { ground: { chainId, proposals: read.proposals, plans, registry }, read }
}

/** With what was looked at to make it. */
export interface LinkGroundReading {
  readonly ground: LinkGround
  readonly read: LinkProposals
}

/** Every plan the ledger knows, with the UTC day of those that were applied. */
export function listLinkPlans({
  ledger,
  records,
}: Pick<UpgradeReport, 'ledger' | 'records'>): readonly LinkPlan[] {
  return [
    ...records.map(({ row, date }) => ({ ...planOf(row), appliedOn: dayOf(momentOf(date)) })),
    ...ledger.ahead.map(planOf),
    ...ledger.neverApplied.map(planOf),
  ]
}

function planOf({ plan, state, proposalId }: LedgerRow): LinkPlan {
  return {
    name: plan.name,
    height: state.kind === 'applied' ? state.height : plan.height,
    state: state.kind,
    proposalId,
  }
}

function dayOf(moment: Date | undefined): Day | undefined {
  return moment?.toISOString().slice(0, 10)
}

/** Whether two readings of the plans tell the same. */
export function isSamePlans(a: readonly LinkPlan[], b: readonly LinkPlan[]): boolean {
  return (
    a.length === b.length &&
    a.every((plan, index) => {
      const other = b[index]
      return (
        other !== undefined &&
        plan.name === other.name &&
        plan.height === other.height &&
        plan.state === other.state &&
        plan.proposalId === other.proposalId &&
        plan.appliedOn === other.appliedOn
      )
    })
  )
}
