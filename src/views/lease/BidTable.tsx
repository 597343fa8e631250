import { formatDecShare } from '../../domain/format-share.ts'
import type { Lease } from '../../domain/market/lease.ts'
import type { Source } from '../../domain/source.ts'
import { HolderLink } from '../../ui/market/HolderLink.tsx'
import { LeaseStateMark } from '../../ui/market/LeaseStateMark.tsx'
import { MetricFigure } from '../../ui/market/MetricFigure.tsx'
import { PerBlockAmount } from '../../ui/market/PerBlockAmount.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import type { TableColumn } from '../../ui/table/table-column.ts'
import { HeightText } from '../../ui/text/HeightText.tsx'
import type { BidRow } from './compute-bid-rows.ts'

export interface BidTableProps {
  readonly rows: readonly BidRow[]
  readonly lease: Lease
  readonly source: Source
  readonly now: Date
}

/** Every bid for the order, with how the losing ones stood to the one taken. */
export function BidTable({ rows, lease, source, now }: BidTableProps) {
  return (
    <DataTable
      label="Bids"
      columns={bidColumns(lease, source, now)}
      rows={rows}
      getKey={({ bid }) => `${bid.id.provider}/${bid.id.bseq}`}
      phoneRowClass="max-sm:grid-cols-2"
    />
  )
}

function bidColumns(lease: Lease, source: Source, now: Date): readonly TableColumn<BidRow>[] {
  return [
    {
      id: 'provider',
      header: 'Provider',
      isRowHeader: true,
      render: ({ bid }) => <HolderLink as="provider" address={bid.id.provider} />,
    },
    {
      id: 'state',
      header: 'State',
      className: 'max-sm:text-end',
      render: ({ bid }) => <LeaseStateMark state={bid.state} />,
    },
    {
      id: 'price',
      header: 'Price a block',
      align: 'end',
      render: ({ bid }) => (
        <MetricFigure metric="bidPrice" source={source} now={now}>
          <PerBlockAmount amount={bid.price} isBare />
        </MetricFigure>
      ),
    },
    {
      id: 'spread',
      header: 'Against the price taken',
      align: 'end',
      className: 'max-sm:text-end',
      render: ({ standing }) => {
        if (standing.kind === 'won') return <span className="text-ink-3">taken</span>
        const { comparison } = standing
        switch (comparison.kind) {
          case 'compared':
            return (
              <MetricFigure metric="bidSpread" source={source} now={now}>
                {comparison.spread > 0n && '+'}
                {formatDecShare(comparison.spread)}
              </MetricFigure>
            )
          case 'other-denomination':
            return (
              <span className="text-ink-3">
                {lease.price.denom === 'uact' ? 'before ACT' : 'other denomination'}
              </span>
            )
          case 'winner-free':
            return <span className="text-ink-3">the lease is free</span>
        }
      },
    },
    {
      id: 'created',
      header: 'Made at',
      align: 'end',
      className: 'max-sm:text-start',
      render: ({ bid }) => <HeightText height={bid.createdAt} />,
    },
  ]
}
