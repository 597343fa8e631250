import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { LedgerRow } from '../../domain/upgrades/ledger/ledger.ts'
import { useChain } from '../../queries/chain.ts'
import { contextOfPlan, usePlanReport } from '../../queries/plan-checks.ts'
import { proposalListQuery } from '../../queries/proposal-list.ts'
import { PlanPanel } from '../../ui/upgrade/PlanPanel.tsx'

/** A plan that is scheduled or asked for: when its height comes, and whether it is sound. */
export function AheadPlan({
  row,
  now,
}: {
  readonly row: Pick<LedgerRow, 'plan' | 'proposal'>
  readonly now: Date
}) {
  const chain = useChain()
  const list = useQuery({ ...proposalListQuery(chain), enabled: false })
  const report = usePlanReport(chain, contextOfPlan(row, list.data))
  return (
    <>
      <PlanPanel report={report} now={now} />
      <p className="mt-3">
        <Link to="/upgrades/$name/halt" params={{ name: row.plan.name }} search={{}}>
          Halt room
        </Link>
        : the countdown, and who is back while the chain is halted.
      </p>
    </>
  )
}
