import { useQuery } from '@tanstack/react-query'
import type { LedgerRow } from '../../../domain/upgrades/ledger/ledger.ts'
import { useChain } from '../../../queries/chain.ts'
import { contextOfPlan, usePlanReport } from '../../../queries/plan-checks.ts'
import { proposalListQuery } from '../../../queries/proposal-list.ts'
import { PlanPanel } from '../../../ui/upgrade/PlanPanel.tsx'
import { useNow } from '../../../ui/use-now.ts'

/** The plan that comes next: when, whether it is sound, and what to do before it. */
export function NextPlan({
  row,
  form = 'full',
}: {
  readonly row: Pick<LedgerRow, 'plan' | 'proposal'>
  readonly form?: 'full' | 'compact'
}) {
  const chain = useChain()
  const now = useNow(chain.now, 1_000)
  const list = useQuery({ ...proposalListQuery(chain), enabled: false })
  const report = usePlanReport(chain, contextOfPlan(row, list.data))
  return <PlanPanel report={report} now={now} form={form} />
}
