import type { Cancellation, LedgerRow } from '../../domain/upgrades/ledger/ledger.ts'
import type { RecordDate } from '../../domain/upgrades/ledger/record-date.ts'
import type { UpgradeRecord, UpgradeReport } from '../../queries/upgrade-report.ts'

/** A height as JSON holds it exactly: text where a number could not (plans may carry any 64-bit height). */
export function heightJson(height: bigint): number | string {
  const number = Number(height)
  return Number.isSafeInteger(number) ? number : height.toString()
}

/** The rows of `upgrades` (`UpgradeRowShape`): what is ahead, what was applied, what never was; each newest first. */
export function upgradeRowsJson({ ledger, records }: UpgradeReport) {
  const isOpen = ({ state }: Cancellation) => state === 'in-vote' || state === 'in-deposit'
  return [
    ...ledger.ahead.map(planJson),
    ...ledger.cancellations.filter(isOpen).map(cancellationJson),
    ...records.map(recordJson),
    ...ledger.neverApplied.map(planJson),
    ...ledger.cancellations.filter((each) => !isOpen(each)).map(cancellationJson),
  ]
}

export function recordJson({ row, date, downtimeMs }: UpgradeRecord) {
  return {
    ...planJson(row),
    height: heightJson(row.state.kind === 'applied' ? row.state.height : row.plan.height),
    ...dateJson(date),
    downtimeSeconds: downtimeMs.kind === 'known' ? downtimeMs.value / 1000 : null,
  }
}

export function planJson({ plan, proposalId, state }: LedgerRow) {
  return {
    name: plan.name,
    height: heightJson(plan.height),
    state: state.kind,
    proposalId: proposalId === undefined ? null : Number(proposalId),
    ...NO_TIME,
  }
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
