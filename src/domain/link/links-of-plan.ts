import type { LedgerRow } from '../upgrades/ledger/ledger.ts'
import type { AepLink, LinkTable, LinkTarget, Owners } from './link.ts'
import { planKey } from './link.ts'

/** A plan as a row of the ledger has it; its height is where it was applied, or is to be. */
export interface PlanOfRow {
  readonly name: string
  readonly height: bigint
  readonly proposalId: bigint | undefined
}

/** The plan of a row: an applied one stands where it was applied, any other where it is to be. */
export function planOfRow({ plan, state, proposalId }: LedgerRow): PlanOfRow {
  const height = state.kind === 'applied' ? state.height : plan.height
  return { name: plan.name, height, proposalId }
}

/** Links to one plan, by AEP. Several proposals can ask for the same name and height: only links of its own count. */
export function linksOfPlan(
  { links }: Pick<LinkTable, 'links'>,
  plan: PlanOfRow,
): readonly AepLink[] {
  return links.filter(({ target }) => isTarget(target, plan))
}

function isTarget(target: LinkTarget, { name, height, proposalId }: PlanOfRow): boolean {
  return (
    target.kind === 'upgrade' &&
    target.name === name &&
    target.height === height &&
    (proposalId === undefined ||
      target.proposalId === undefined ||
      target.proposalId === proposalId)
  )
}

/** Who stands behind a plan; undefined where the table knows no such plan. */
export function ownersOfPlan(
  { planOwners }: Pick<LinkTable, 'planOwners'>,
  { name, height }: Pick<PlanOfRow, 'name' | 'height'>,
): Owners | undefined {
  return planOwners.get(planKey(name, height))
}
