import { formatInteger } from '../../domain/format-integer.ts'
import type { DecAmount } from '../../domain/market/lease.ts'
import type { BlockTime } from '../../domain/market/market.ts'
import type { Source } from '../../domain/source.ts'
import { BlocksText } from '../../ui/market/BlocksText.tsx'
import { type ColumnNote, ColumnNotes } from '../../ui/market/ColumnNotes.tsx'
import { MetricFigure } from '../../ui/market/MetricFigure.tsx'
import { PerBlockAmount } from '../../ui/market/PerBlockAmount.tsx'
import { LongTable } from '../../ui/table/LongTable.tsx'
import { PhoneLabel } from '../../ui/table/PhoneLabel.tsx'
import type { TableColumn } from '../../ui/table/table-column.ts'
import { HeightText } from '../../ui/text/HeightText.tsx'
import type { DeploymentRow } from './tenant-deployments.ts'

export interface DeploymentTableProps {
  readonly rows: readonly DeploymentRow[]
  readonly blockTime: BlockTime | undefined
  readonly source: Source
  readonly now: Date
}

const NOTES: readonly ColumnNote[] = [
  { header: 'Leases', metric: 'activeLeases', note: 'Of one deployment a row.' },
  { header: 'Pays a block', metric: 'runRate', note: 'Of one deployment a row.' },
  { header: 'Funds left', metric: 'escrowFunds' },
  { header: 'Runway', metric: 'runway' },
]

/** Active deployments, with what is left in their escrow accounts. */
export function DeploymentTable({ rows, blockTime, source, now }: DeploymentTableProps) {
  return (
    <>
      <ColumnNotes of="Deployments" columns={NOTES} source={source} now={now} />
      <LongTable
        label="Deployments"
        columns={columnsOf(blockTime, source, now)}
        rows={rows}
        getKey={({ deployment }) => deployment.dseq.toString()}
        estimateRowHeight={42}
        phoneRowClass="max-sm:grid-cols-2"
      />
    </>
  )
}

function columnsOf(
  blockTime: BlockTime | undefined,
  source: Source,
  now: Date,
): readonly TableColumn<DeploymentRow>[] {
  return [
    {
      id: 'dseq',
      header: 'Deployment',
      isRowHeader: true,
      className: 'sm:w-36',
      render: ({ deployment }) => <span className="tabular">{deployment.dseq.toString()}</span>,
    },
    {
      id: 'leases',
      header: 'Leases',
      align: 'end',
      className: 'sm:w-24 max-sm:text-end',
      render: ({ leases }) => (
        <>
          <PhoneLabel>leases</PhoneLabel>
          {formatInteger(leases.length)}
        </>
      ),
    },
    {
      id: 'rate',
      header: 'Pays a block',
      align: 'end',
      render: ({ account }) => (
        <>
          <PhoneLabel>a block</PhoneLabel>
          <Amounts
            amounts={account?.drains
              .filter(({ ratePerBlock }) => ratePerBlock > 0n)
              .map(({ denom, ratePerBlock }) => ({ denom, amount: ratePerBlock }))}
            none="nothing"
          />
        </>
      ),
    },
    {
      id: 'left',
      header: 'Funds left',
      align: 'end',
      className: 'max-sm:text-end',
      render: ({ account }) => (
        <>
          <PhoneLabel>left</PhoneLabel>
          <Amounts
            amounts={account?.escrow.funds.map((fund) => {
              const drain = account.drains.find(({ denom }) => denom === fund.denom)
              const left = drain?.left ?? fund.amount
              return { denom: fund.denom, amount: left < 0n ? 0n : left }
            })}
            none="none"
          />
        </>
      ),
    },
    {
      id: 'runway',
      header: 'Runway',
      align: 'end',
      className: 'sm:w-40',
      render: ({ runway }) => {
        if (runway.kind === 'not-known') return <span className="text-ink-3">not known</span>
        if (runway.kind === 'no-charge') return <span className="text-ink-3">nothing charged</span>
        return (
          <>
            <PhoneLabel>runway</PhoneLabel>
            <MetricFigure metric="runway" source={source} now={now}>
              {runway.blocks === 0n ? (
                <span className="text-warn">spent</span>
              ) : (
                <BlocksText blocks={runway.blocks} blockTime={blockTime} />
              )}
            </MetricFigure>
          </>
        )
      },
    },
    {
      id: 'settled',
      header: 'Settled at',
      align: 'end',
      className: 'sm:w-32 max-sm:text-end',
      render: ({ deployment }) => (
        <>
          <PhoneLabel>settled at</PhoneLabel>
          <HeightText height={deployment.escrow?.settledAt} />
        </>
      ),
    },
  ]
}

function Amounts({
  amounts,
  none,
}: {
  readonly amounts: readonly DecAmount[] | undefined
  readonly none: string
}) {
  if (amounts === undefined) return <span className="text-ink-3">not known</span>
  if (amounts.length === 0) return <span className="text-ink-3">{none}</span>
  return amounts.map((amount) => (
    <span key={amount.denom} className="block">
      <PerBlockAmount amount={amount} isBare per="" />
    </span>
  ))
}
