import type { Cancellation, LedgerRow } from '../domain/upgrades/ledger/ledger.ts'
import type { PlanState } from '../domain/upgrades/upgrade.ts'
import type { UpgradeRecord, UpgradeReport } from './upgrade-report.ts'

/** Everything the chain tells of one plan name. */
export interface FoundUpgrade {
  /** What counts: the applied plan, else the one furthest on its way. */
  readonly row: LedgerRow
  /** Set where it was applied. */
  readonly record: UpgradeRecord | undefined
  /** Other proposals for the same name, newest first. */
  readonly others: readonly LedgerRow[]
  /** Proposals that cancelled it, or would. */
  readonly cancellations: readonly Cancellation[]
}

const STANDING: readonly PlanState['kind'][] = ['applied', 'scheduled', 'in-vote', 'in-deposit']

/** undefined: no plan of that name is known. */
export function findUpgrade(
  { ledger, records }: Pick<UpgradeReport, 'ledger' | 'records'>,
  name: string,
): FoundUpgrade | undefined {
  const rows = [...ledger.applied, ...ledger.ahead, ...ledger.neverApplied].filter(
    ({ plan }) => plan.name === name,
  )
  const place = ({ state }: LedgerRow) => {
    const index = STANDING.indexOf(state.kind)
    return index === -1 ? STANDING.length : index
  }
  const [row, ...others] = rows.toSorted((a, b) => place(a) - place(b))
  if (row === undefined) return undefined
  return {
    row,
    record: records.find((record) => record.row.key === row.key),
    others,
    cancellations: ledger.cancellations.filter(
      ({ plan }) => plan?.name === name && plan.height === row.plan.height,
    ),
  }
}
