import type { ReactNode } from 'react'
import { DEC_ONE } from '../../domain/decimal.ts'
import { formatBinaryBytes, formatVcpus } from '../../domain/format-binary-bytes.ts'
import { formatInteger } from '../../domain/format-integer.ts'
import { isRunning } from '../../domain/market/lease.ts'
import type { BlockTime } from '../../domain/market/market.ts'
import { leaseAge } from '../../domain/market/metrics/lease-age.ts'
import type { MetricId } from '../../domain/market/metrics/metric.ts'
import { BlocksText } from '../../ui/market/BlocksText.tsx'
import type { ColumnNote } from '../../ui/market/ColumnNotes.tsx'
import { formatCloseReason } from '../../ui/market/format-close-reason.ts'
import { HolderLink } from '../../ui/market/HolderLink.tsx'
import { LeaseStateMark } from '../../ui/market/LeaseStateMark.tsx'
import { PerBlockAmount } from '../../ui/market/PerBlockAmount.tsx'
import { PhoneLabel } from '../../ui/table/PhoneLabel.tsx'
import type { TableColumn } from '../../ui/table/table-column.ts'
import { HeightText } from '../../ui/text/HeightText.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'
import { TimeText } from '../../ui/text/TimeText.tsx'
import { LEASE_SORTS, type LeaseColumnId } from './lease-column-ids.ts'
import type { LeaseRow } from './lease-row.ts'

/** What cells are told besides the row. */
export interface ColumnGround {
  readonly height: bigint
  readonly blockTime: BlockTime | undefined
  readonly now: Date
}

interface LeaseColumn {
  readonly header: string
  /** A width from 640 px on. */
  readonly width: string
  readonly isNumber?: boolean
  /** Says what its cells do. */
  readonly metric?: MetricId
  readonly render: (row: LeaseRow, ground: ColumnGround) => ReactNode
}

/** Every column by its id. A cell without a value says why, or stays empty where none is due. */
const COLUMNS: Readonly<Record<Exclude<LeaseColumnId, 'lease'>, LeaseColumn>> = {
  state: {
    header: 'State',
    metric: 'leasesByState',
    width: 'sm:w-36',
    render: ({ lease }) => <LeaseStateMark state={lease.state} />,
  },
  tenant: {
    header: 'Tenant',
    width: 'sm:w-38',
    render: ({ lease }) => <HolderLink as="tenant" address={lease.id.owner} isBare />,
  },
  provider: {
    header: 'Provider',
    width: 'sm:w-38',
    render: ({ lease }) => <HolderLink as="provider" address={lease.id.provider} isBare />,
  },
  gpu: {
    header: 'GPUs',
    metric: 'leasedGpus',
    width: 'sm:w-44',
    render: ({ sums, resources, gpuModels }) =>
      sums === undefined ? (
        <Unknown isRead={resources !== undefined} />
      ) : sums.gpus === 0n ? (
        <span className="text-ink-3">none</span>
      ) : (
        <HostileText
          text={`${formatInteger(sums.gpus)} × ${gpuModels.join(', ')}`}
          limit={60}
          isCutSilently
        />
      ),
  },
  cpu: {
    header: 'CPU',
    metric: 'leasedCpu',
    width: 'sm:w-24',
    isNumber: true,
    render: ({ sums, resources }) =>
      sums === undefined ? (
        <Unknown isRead={resources !== undefined} />
      ) : (
        formatVcpus(sums.cpuMillis)
      ),
  },
  memory: {
    header: 'Memory',
    metric: 'leasedMemory',
    width: 'sm:w-24',
    isNumber: true,
    render: ({ sums, resources }) =>
      sums === undefined ? (
        <Unknown isRead={resources !== undefined} />
      ) : (
        formatBinaryBytes(sums.memoryBytes)
      ),
  },
  storage: {
    header: 'Ephemeral storage',
    metric: 'leasedStorage',
    width: 'sm:w-32',
    isNumber: true,
    render: ({ sums, resources }) =>
      sums === undefined ? (
        <Unknown isRead={resources !== undefined} />
      ) : (
        formatBinaryBytes(sums.ephemeralBytes)
      ),
  },
  persistent: {
    header: 'Persistent storage',
    metric: 'leasedStorage',
    width: 'sm:w-32',
    isNumber: true,
    render: ({ sums, resources }) =>
      sums === undefined ? (
        <Unknown isRead={resources !== undefined} />
      ) : (
        formatBinaryBytes(sums.persistentBytes)
      ),
  },
  price: {
    header: 'Price a block',
    metric: 'leasePrice',
    width: 'sm:w-36',
    isNumber: true,
    render: ({ lease }) => <PerBlockAmount amount={lease.price} isBare />,
  },
  age: {
    header: 'Age, or length',
    metric: 'leaseAge',
    width: 'sm:w-32',
    isNumber: true,
    render: ({ lease }, { height, blockTime }) => {
      const blocks = leaseAge(lease, height)
      return blocks === undefined ? (
        <span className="text-warn">heights contradict</span>
      ) : (
        <BlocksText blocks={blocks} blockTime={blockTime} />
      )
    },
  },
  created: {
    header: 'Created at',
    width: 'sm:w-28',
    isNumber: true,
    render: ({ lease }) => <HeightText height={lease.createdAt} />,
  },
  ended: {
    header: 'Ended at',
    width: 'sm:w-28',
    isNumber: true,
    render: ({ lease }) =>
      lease.closedOn === undefined ? null : <HeightText height={lease.closedOn} />,
  },
  reason: {
    header: 'Why it ended',
    metric: 'closeReasons',
    width: 'sm:w-40',
    render: ({ lease }) => {
      if (!isRunning(lease)) return formatCloseReason(lease.reason)
      if (lease.reclamation === undefined) return null
      return (
        <span className="text-ink-3">
          notice: {formatCloseReason(lease.reclamation.reason).toLowerCase()}
        </span>
      )
    },
  },
  settled: {
    header: 'Settled',
    metric: 'spendSettled',
    width: 'sm:w-36',
    isNumber: true,
    render: ({ lease: { payment } }) => {
      if (payment === undefined) return <span className="text-ink-3">no payment told</span>
      const { withdrawn, balance } = payment
      const isOne = withdrawn.denom === balance.denom
      return (
        <PerBlockAmount
          isBare
          per="settled"
          amount={{
            denom: withdrawn.denom,
            amount: withdrawn.amount * DEC_ONE + (isOne ? balance.amount : 0n),
          }}
        />
      )
    },
  },
  payment: {
    header: 'Payment',
    width: 'sm:w-28',
    render: ({ lease: { payment } }) => payment?.state ?? <span className="text-ink-3">none</span>,
  },
  deadline: {
    header: 'Reclaim deadline',
    width: 'sm:w-40',
    render: ({ lease: { reclamation } }, { now }) =>
      reclamation === undefined ? null : <TimeText date={reclamation.deadline} now={now} />,
  },
  origin: {
    header: 'Resources from',
    metric: 'resourceOrigin',
    width: 'sm:w-32',
    render: ({ resources }) =>
      resources === undefined || resources.from === 'not-known' ? (
        <Unknown isRead={resources !== undefined} />
      ) : (
        { bid: 'the bid', order: 'the order' }[resources.from]
      ),
  },
}

const SORTABLE: ReadonlySet<LeaseColumnId> = new Set(LEASE_SORTS)

function Unknown({ isRead }: { readonly isRead: boolean }) {
  return <span className="text-ink-3">{isRead ? 'not known' : 'not read'}</span>
}

/** The heading of a column, also for the chooser. */
export function nameLeaseColumn(id: LeaseColumnId): string {
  return id === 'lease' ? 'Lease' : COLUMNS[id].header
}

/** What the columns chosen say, by their headings. */
export function leaseColumnNotes(chosen: readonly LeaseColumnId[]): readonly ColumnNote[] {
  return chosen.flatMap((id) => {
    if (id === 'lease') return []
    const { header, metric } = COLUMNS[id]
    return metric === undefined ? [] : [{ header, metric, note: 'Of one lease a row.' }]
  })
}

/** The columns chosen; the lease itself is always there. */
export function leaseColumns(
  chosen: readonly LeaseColumnId[],
  ground: ColumnGround,
): readonly TableColumn<LeaseRow>[] {
  const columns = chosen.flatMap((id): readonly TableColumn<LeaseRow>[] => {
    if (id === 'lease') return []
    const { header, width, isNumber = false, render } = COLUMNS[id]
    return [
      {
        id,
        header,
        isSortable: SORTABLE.has(id),
        ...(isNumber ? { align: 'end' as const } : {}),
        className: `${width} break-words`,
        render: (row) => {
          const content = render(row, ground)
          return content === null ? null : (
            <>
              <PhoneLabel>{header}</PhoneLabel>
              {content}
            </>
          )
        },
      },
    ]
  })
  return [
    {
      id: 'lease',
      header: 'Lease',
      isSortable: true,
      isRowHeader: true,
      className: 'sm:w-36 max-sm:col-span-2',
      render: ({ lease: { id } }) => (
        <span className="tabular">{`${id.dseq}/${id.gseq}/${id.oseq}`}</span>
      ),
    },
    ...columns,
  ]
}
