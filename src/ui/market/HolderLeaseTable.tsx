import { isRunning, type Lease, leaseKey, type ResourcedLease } from '../../domain/market/lease.ts'
import type { BlockTime } from '../../domain/market/market.ts'
import { leaseAge } from '../../domain/market/metrics/lease-age.ts'
import type { Source } from '../../domain/source.ts'
import { LongTable } from '../table/LongTable.tsx'
import type { TableColumn } from '../table/table-column.ts'
import { HeightText } from '../text/HeightText.tsx'
import { usePageLinks } from '../text/page-links.ts'
import { BlocksText } from './BlocksText.tsx'
import { type ColumnNote, ColumnNotes } from './ColumnNotes.tsx'
import { formatCloseReason } from './format-close-reason.ts'
import { HolderLink } from './HolderLink.tsx'
import { LeaseStateMark } from './LeaseStateMark.tsx'
import { PerBlockAmount } from './PerBlockAmount.tsx'
import { ResourcesText } from './ResourcesText.tsx'

export interface HolderLeaseTableProps {
  readonly label: string
  /** Newest first, as they are to be shown. */
  readonly leases: readonly (Lease | ResourcedLease)[]
  /** Whose page it stands on: the other side is named. */
  readonly of: 'provider' | 'tenant'
  /** Ended ones say when and why, running ones what they hold. */
  readonly form: 'running' | 'ended'
  readonly height: bigint
  readonly blockTime: BlockTime | undefined
  readonly source: Source
  readonly now: Date
}

const NOTES: Readonly<Record<HolderLeaseTableProps['form'], readonly ColumnNote[]>> = {
  running: [
    { header: 'Holds', metric: 'resourceOrigin' },
    { header: 'Price a block', metric: 'leasePrice' },
    { header: 'Age', metric: 'leaseAge' },
  ],
  ended: [
    { header: 'Why it ended', metric: 'closeReasons' },
    { header: 'Price a block', metric: 'leasePrice' },
    { header: 'Ran for', metric: 'leaseDuration' },
  ],
}

/** Leases of one provider or one tenant. */
export function HolderLeaseTable(props: HolderLeaseTableProps) {
  const { label, leases, form, source, now } = props
  const links = usePageLinks()
  return (
    <>
      <ColumnNotes of={label} columns={NOTES[form]} source={source} now={now} />
      <LongTable
        label={label}
        columns={columnsOf(props)}
        rows={leases}
        getKey={({ id }) => leaseKey(id)}
        rowHref={({ id }) => links?.leaseHref(leaseKey(id))}
        onFollow={links?.onFollow}
        estimateRowHeight={42}
        phoneRowClass="max-sm:grid-cols-2"
      />
    </>
  )
}

function columnsOf({
  of,
  form,
  height,
  blockTime,
}: HolderLeaseTableProps): readonly TableColumn<Lease | ResourcedLease>[] {
  return [
    {
      id: 'lease',
      header: 'Lease',
      isRowHeader: true,
      className: 'sm:w-40',
      render: ({ id }) => <span className="tabular">{`${id.dseq}/${id.gseq}/${id.oseq}`}</span>,
    },
    {
      id: 'state',
      header: 'State',
      className: 'sm:w-36 max-sm:text-end',
      render: ({ state }) => <LeaseStateMark state={state} />,
    },
    of === 'provider'
      ? {
          id: 'tenant',
          header: 'Tenant',
          className: 'sm:w-40',
          render: ({ id }) => <HolderLink as="tenant" address={id.owner} isBare />,
        }
      : {
          id: 'provider',
          header: 'Provider',
          className: 'sm:w-40',
          render: ({ id }) => <HolderLink as="provider" address={id.provider} isBare />,
        },
    form === 'running'
      ? {
          id: 'resources',
          header: 'Holds',
          className: 'max-sm:col-span-2',
          render: (lease) =>
            'resources' in lease ? <ResourcesText resources={lease.resources} /> : null,
        }
      : {
          id: 'reason',
          header: 'Why it ended',
          className: 'max-sm:text-end',
          render: (lease) => (isRunning(lease) ? null : formatCloseReason(lease.reason)),
        },
    {
      id: 'price',
      header: 'Price a block',
      align: 'end',
      className: 'sm:w-40',
      render: ({ price }) => <PerBlockAmount amount={price} isBare />,
    },
    {
      id: 'age',
      header: form === 'running' ? 'Age' : 'Ran for',
      align: 'end',
      className: 'sm:w-32 max-sm:text-end',
      render: (lease) => {
        const blocks = leaseAge(lease, height)
        return blocks === undefined ? (
          <span className="text-warn">heights contradict</span>
        ) : (
          <BlocksText blocks={blocks} blockTime={blockTime} />
        )
      },
    },
    ...(form === 'ended'
      ? [
          {
            id: 'ended',
            header: 'Ended at',
            align: 'end',
            className: 'sm:w-32',
            render: ({ closedOn }) => <HeightText height={closedOn} />,
          } satisfies TableColumn<Lease | ResourcedLease>,
        ]
      : []),
  ]
}
