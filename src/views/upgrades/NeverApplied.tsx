import {
  describePlanState,
  formatCancellationState,
} from '../../domain/upgrades/ledger/describe-plan-state.ts'
import type { Cancellation, LedgerRow, UpgradeLedger } from '../../domain/upgrades/ledger/ledger.ts'
import type { ListExtent } from '../../queries/upgrade-report.ts'
import { Pill } from '../../ui/page/Pill.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import type { TableColumn } from '../../ui/table/table-column.ts'
import { HeightText } from '../../ui/text/HeightText.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'
import { PlanStatePill } from '../../ui/upgrade/PlanStatePill.tsx'
import { ProposalCell } from './ledger-columns.tsx'
import { PlanLink } from './PlanLink.tsx'

type Row =
  | { readonly kind: 'plan'; readonly row: LedgerRow }
  | { readonly kind: 'cancellation'; readonly cancellation: Cancellation }

/** Plans that did not come to be, each with why; and the proposals to cancel one. */
export function NeverApplied({
  ledger,
  extent,
  now,
}: {
  readonly ledger: Pick<UpgradeLedger, 'neverApplied' | 'cancellations' | 'isComplete'>
  readonly extent: ListExtent
  readonly now: Date
}) {
  const rows: readonly Row[] = [
    ...ledger.neverApplied.map((row): Row => ({ kind: 'plan', row })),
    ...ledger.cancellations
      .filter(({ state }) => !isOpenCancellation(state))
      .map((cancellation): Row => ({ kind: 'cancellation', cancellation })),
  ].toSorted((a, b) => Number(proposalIdOf(b) - proposalIdOf(a)))
  if (rows.length === 0) {
    return (
      <p className="max-w-measure border-t border-rule pt-2 text-s text-ink-2">
        {ledger.isComplete
          ? 'None: every plan that was voted for is above.'
          : 'None among the proposals read so far.'}
      </p>
    )
  }
  return (
    <DataTable
      label="Plans that were not applied"
      columns={columnsOf(now, extent)}
      rows={rows}
      getKey={(row) => (row.kind === 'plan' ? row.row.key : row.cancellation.key)}
      phoneRowClass="max-sm:grid-cols-[minmax(0,1fr)_auto]"
    />
  )
}

/** Open ones stand with what is ahead. */
export function isOpenCancellation(state: Cancellation['state']): boolean {
  return state === 'in-vote' || state === 'in-deposit'
}

function proposalIdOf(row: Row): bigint {
  return row.kind === 'plan' ? (row.row.proposalId ?? 0n) : row.cancellation.proposal.id
}

function columnsOf(now: Date, extent: ListExtent): readonly TableColumn<Row>[] {
  return [
    {
      id: 'name',
      header: 'Plan',
      isRowHeader: true,
      className: 'sm:w-56 max-sm:col-start-1 max-sm:row-start-1 font-medium!',
      render: (row) =>
        row.kind === 'plan' ? (
          <PlanLink name={row.row.plan.name} />
        ) : (
          <>
            Cancellation
            {row.cancellation.plan !== undefined && (
              <>
                {' '}
                of <PlanLink name={row.cancellation.plan.name} />
              </>
            )}
          </>
        ),
    },
    {
      id: 'height',
      header: 'Height',
      align: 'end',
      className: 'sm:w-28 max-sm:col-start-2 max-sm:row-start-1 max-sm:text-end',
      render: (row) => {
        const plan = row.kind === 'plan' ? row.row.plan : row.cancellation.plan
        return plan === undefined ? null : <HeightText height={plan.height} href={false} />
      },
    },
    {
      id: 'state',
      header: 'State',
      className: 'sm:w-32 max-sm:col-start-1 max-sm:row-start-2',
      render: (row) =>
        row.kind === 'plan' ? (
          <PlanStatePill state={row.row.state} />
        ) : (
          <Pill>{formatCancellationState(row.cancellation.state)}</Pill>
        ),
    },
    {
      id: 'proposal',
      header: 'Proposal',
      className: 'sm:w-44 max-sm:col-start-2 max-sm:row-start-2 max-sm:text-end',
      render: (row) => (
        <ProposalCell
          proposal={row.kind === 'plan' ? row.row.proposal : row.cancellation.proposal}
          extent={extent}
          now={now}
        />
      ),
    },
    {
      id: 'why',
      header: 'Why',
      className: 'max-sm:col-span-2 max-sm:row-start-3',
      render: (row) =>
        row.kind === 'plan' ? <Why row={row.row} /> : cancellationSentence(row.cancellation),
    },
  ]
}

function Why({ row }: { readonly row: LedgerRow }) {
  return (
    <>
      {describePlanState(row.state)}
      {row.state.kind === 'failed' && row.state.reason !== '' && (
        <small className="block text-xs text-ink-3">
          The chain: <HostileText text={row.state.reason} limit={200} />
        </small>
      )}
    </>
  )
}

function cancellationSentence({ state, plan }: Cancellation): string {
  if (state === 'rejected') return 'Its vote was lost: the plan of then stayed.'
  if (state === 'failed') return 'The vote passed, but it had no effect.'
  return plan === undefined
    ? 'It passed; no plan of then is known that it took from the chain.'
    : 'It passed and took this plan from the chain.'
}
