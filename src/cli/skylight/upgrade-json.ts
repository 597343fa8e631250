import type { LinkTable } from '../../domain/link/link.ts'
import {
  linksOfPlan,
  ownersOfPlan,
  type PlanOfRow,
  planOfRow,
} from '../../domain/link/links-of-plan.ts'
import type { Cancellation, LedgerRow } from '../../domain/upgrades/ledger/ledger.ts'
import type { RecordDate } from '../../domain/upgrades/ledger/record-date.ts'
import type { UpgradeRecord, UpgradeReport } from '../../queries/upgrade-report.ts'

/** A height as JSON holds it exactly: text where a number could not (plans may carry any 64-bit height). */
export function heightJson(height: bigint): number | string {
  const number = Number(height)
  return Number.isSafeInteger(number) ? number : height.toString()
}

/** The rows of `upgrades` (`UpgradeRowShape`): what is ahead, what was applied, what never was; each newest first. */
export function upgradeRowsJson({ ledger, records }: UpgradeReport, table: LinkTable) {
  const isOpen = ({ state }: Cancellation) => state === 'in-vote' || state === 'in-deposit'
  return [
    ...ledger.ahead.map((row) => planJson(row, table)),
    ...ledger.cancellations.filter(isOpen).map(cancellationJson),
    ...records.map((record) => recordJson(record, table)),
    ...ledger.neverApplied.map((row) => planJson(row, table)),
    ...ledger.cancellations.filter((each) => !isOpen(each)).map(cancellationJson),
  ]
}

export function recordJson({ row, date, downtimeMs }: UpgradeRecord, table: LinkTable) {
  return {
    ...planJson(row, table),
    height: heightJson(row.state.kind === 'applied' ? row.state.height : row.plan.height),
    ...dateJson(date),
    downtimeSeconds: downtimeMs.kind === 'known' ? downtimeMs.value / 1000 : null,
  }
}

export function planJson(row: LedgerRow, table: LinkTable) {
  const { plan, proposalId, state } = row
  const isLost = !COMES_OR_CAME.has(state.kind)
  return {
    name: plan.name,
    height: heightJson(plan.height),
    state: state.kind,
    proposalId: proposalId === undefined ? null : Number(proposalId),
    ...NO_TIME,
    aeps: isLost ? [] : listDelivered(planOfRow(row), table),
    sigs: isLost ? [] : listGroups(planOfRow(row), table),
  }
}

/** A plan that came to nothing has brought nothing, and is nobody's. */
const COMES_OR_CAME: ReadonlySet<string> = new Set([
  'applied',
  'scheduled',
  'in-vote',
  'in-deposit',
])

function listDelivered(plan: PlanOfRow, table: LinkTable): readonly number[] {
  const delivering = linksOfPlan(table, plan).filter(({ relation }) => relation === 'delivers')
  return [...new Set(delivering.map(({ aep }) => aep))].sort((a, b) => a - b)
}

function listGroups(plan: Pick<PlanOfRow, 'name' | 'height'>, table: LinkTable): readonly string[] {
  const owners = ownersOfPlan(table, plan)
  return owners?.kind === 'groups' ? owners.ties.map(({ group }) => group) : []
}

const NO_TIME: {
  readonly time: string | null
  readonly timeSource: string | null
  readonly downtimeSeconds: number | null
} = { time: null, timeSource: null, downtimeSeconds: null }

/** A cancellation names no plan; the one it took, or would take now, stands for it. */
function cancellationJson({ plan, proposal, state }: Cancellation) {
  return {
    name: plan?.name ?? null,
    height: plan === undefined ? null : heightJson(plan.height),
    state: `cancellation-${state}`,
    proposalId: Number(proposal.id),
    ...NO_TIME,
    aeps: [],
    sigs: [],
  }
}

function dateJson(date: RecordDate): { readonly time: string | null; readonly timeSource: string } {
  if (date.kind !== 'dated') return { time: null, timeSource: 'not-known' }
  switch (date.date.kind) {
    case 'header':
      return { time: date.date.time.toISOString(), timeSource: 'header' }
    case 'recorded-time':
      return { time: date.date.time.toISOString(), timeSource: 'known-time' }
    case 'recorded-day':
      return { time: date.date.day.toISOString().slice(0, 10), timeSource: 'known-day' }
  }
}
