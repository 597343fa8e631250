import { formatCount, formatInteger } from '../../domain/format-integer.ts'
import type { Bid } from '../../domain/market/lease.ts'
import type { BlockTime } from '../../domain/market/market.ts'
import { BlocksText } from '../../ui/market/BlocksText.tsx'
import type { ColumnNote } from '../../ui/market/ColumnNotes.tsx'
import { HolderLink } from '../../ui/market/HolderLink.tsx'
import { PerBlockAmount } from '../../ui/market/PerBlockAmount.tsx'
import { ResourcesText } from '../../ui/market/ResourcesText.tsx'
import { Popover } from '../../ui/overlay/Popover.tsx'
import { PhoneLabel } from '../../ui/table/PhoneLabel.tsx'
import type { TableColumn } from '../../ui/table/table-column.ts'
import type { AuctionRow } from './auction-rows.ts'

/** What the columns of open orders say. */
export const AUCTION_NOTES: readonly ColumnNote[] = [
  { header: 'Asks for', metric: 'openOrders', note: 'The resources of the order’s group.' },
  { header: 'At most, a block', metric: 'orderPrice' },
  { header: 'Bids', metric: 'bidsPerOrder' },
  { header: 'Lowest bid, a block', metric: 'bidPrice' },
  {
    header: 'Open for',
    metric: 'openOrders',
    note: 'This height less the order’s creation height.',
  },
]

/** The columns of open orders; `sort` of the URL names them by id. */
export function auctionColumns(
  height: bigint,
  blockTime: BlockTime | undefined,
): readonly TableColumn<AuctionRow>[] {
  return [
    {
      id: 'order',
      header: 'Order',
      isSortable: true,
      isRowHeader: true,
      className: 'sm:w-40 max-sm:col-span-2',
      render: ({ order: { id } }) => (
        <span className="tabular">{`${id.dseq}/${id.gseq}/${id.oseq}`}</span>
      ),
      renderDetail: ({ order }) => (
        <small className="block text-xs text-ink-3">
          of <HolderLink as="tenant" address={order.id.owner} isBare />
        </small>
      ),
    },
    {
      id: 'resources',
      header: 'Asks for',
      className: 'max-sm:col-span-2',
      render: ({ order }) => <ResourcesText resources={order.resources} isMarked={false} />,
    },
    {
      id: 'asked',
      header: 'At most, a block',
      align: 'end',
      isSortable: true,
      className: 'sm:w-40',
      render: ({ order: { maxPrice } }) => (
        <>
          <PhoneLabel>at most</PhoneLabel>
          {maxPrice === undefined ? (
            <span className="text-ink-3">no price told</span>
          ) : (
            <PerBlockAmount amount={maxPrice} isBare />
          )}
        </>
      ),
    },
    {
      id: 'bids',
      header: 'Bids',
      align: 'end',
      isSortable: true,
      className: 'sm:w-24 max-sm:text-end',
      render: ({ bids, order }) => (
        <>
          <PhoneLabel>bids</PhoneLabel>
          {bids === undefined ? (
            <span className="text-ink-3">not read</span>
          ) : bids.length === 0 ? (
            <span className="text-ink-3">none</span>
          ) : (
            <Popover
              trigger={formatInteger(bids.length)}
              label={`${formatCount(bids.length, 'bid')} for order ${order.id.dseq}/${order.id.gseq}/${order.id.oseq}`}
              isTriggerNamed
              className="-my-1 tabular underline decoration-rule-strong decoration-dotted underline-offset-4"
            >
              {bids.map((bid) => (
                <BidLine key={`${bid.id.provider}/${bid.id.bseq}`} bid={bid} />
              ))}
            </Popover>
          )}
        </>
      ),
    },
    {
      id: 'lowest',
      header: 'Lowest bid, a block',
      align: 'end',
      isSortable: true,
      className: 'sm:w-44',
      render: ({ bids }) => {
        const lowest = bids?.[0]
        return (
          <>
            <PhoneLabel>lowest</PhoneLabel>
            {lowest === undefined ? (
              <span className="text-ink-3">{bids === undefined ? 'not read' : 'no bid'}</span>
            ) : (
              <PerBlockAmount amount={lowest.price} isBare />
            )}
          </>
        )
      },
    },
    {
      id: 'age',
      header: 'Open for',
      align: 'end',
      isSortable: true,
      className: 'sm:w-32 max-sm:text-end',
      render: ({ order }) =>
        order.createdAt > height ? (
          <span className="text-warn">heights contradict</span>
        ) : (
          <>
            <PhoneLabel>open for</PhoneLabel>
            <BlocksText blocks={height - order.createdAt} blockTime={blockTime} />
          </>
        ),
    },
  ]
}

function BidLine({ bid }: { readonly bid: Bid }) {
  return (
    <span className="mb-1 flex flex-wrap justify-between gap-x-4 last:mb-0">
      <HolderLink as="provider" address={bid.id.provider} isBare />
      <PerBlockAmount amount={bid.price} />
    </span>
  )
}
