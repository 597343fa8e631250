import { formatCount } from '../../domain/format-integer.ts'
import type { Lease } from '../../domain/market/lease.ts'
import type { LeaseDetail } from '../../queries/market/read-lease.ts'
import { LeaseStateMark } from '../../ui/market/LeaseStateMark.tsx'
import { MetricFigure } from '../../ui/market/MetricFigure.tsx'
import { PerBlockAmount } from '../../ui/market/PerBlockAmount.tsx'
import { ResourcesText } from '../../ui/market/ResourcesText.tsx'
import { FailureMessage } from '../../ui/state/FailureMessage.tsx'
import { HeightText } from '../../ui/text/HeightText.tsx'
import { BidTable } from './BidTable.tsx'
import { computeBidRows } from './compute-bid-rows.ts'

export interface LeaseAuctionProps {
  readonly detail: LeaseDetail
  readonly lease: Lease
  readonly now: Date
}

/** The order and every bid for it: what was asked, what was taken, and what lost. */
export function LeaseAuction({ detail, lease, now }: LeaseAuctionProps) {
  const { order, bids } = detail
  return (
    <>
      {order.kind === 'failed' ? (
        <FailureMessage failure={order.failure} title="The order could not be read" />
      ) : order.kind === 'known' && order.value !== undefined ? (
        <p className="mb-2 text-s text-ink-2">
          The order of block <HeightText height={order.value.createdAt} />{' '}
          <LeaseStateMark state={order.value.state} /> asked for{' '}
          <ResourcesText resources={order.value.resources} isMarked={false} />
          {order.value.maxPrice !== undefined && (
            <>
              , at no more than{' '}
              <MetricFigure metric="orderPrice" source={order.source} now={now}>
                <PerBlockAmount amount={order.value.maxPrice} />
              </MetricFigure>
            </>
          )}
          .
        </p>
      ) : (
        <p className="mb-2 text-s text-ink-3">The chain told no order of this lease.</p>
      )}
      {bids.kind === 'failed' ? (
        <FailureMessage failure={bids.failure} title="The bids could not be read" />
      ) : bids.kind === 'known' && bids.value.length > 0 ? (
        <BidTable
          rows={computeBidRows(bids.value, lease)}
          lease={lease}
          source={bids.source}
          now={now}
        />
      ) : (
        <p className="text-s text-ink-3">The chain told no bid for it.</p>
      )}
    </>
  )
}

/** Beside the heading: how many bids there were. */
export function countBids({ bids }: LeaseDetail): string | undefined {
  return bids.kind === 'known' ? formatCount(bids.value.length, 'bid') : undefined
}
