import { isRunning, type Lease } from '../../domain/market/lease.ts'
import type { LeaseDetail } from '../../queries/market/read-lease.ts'
import { formatCloseReason } from '../../ui/market/format-close-reason.ts'
import { Timeline, type TimelineStep } from '../../ui/page/Timeline.tsx'
import { HeightText } from '../../ui/text/HeightText.tsx'
import { TimeText } from '../../ui/text/TimeText.tsx'

export interface LeaseTimelineProps {
  readonly detail: LeaseDetail
  readonly lease: Lease
  readonly now: Date
}

/** From the deployment to the end, each step with its block. */
export function LeaseTimeline({ detail, lease, now }: LeaseTimelineProps) {
  return <Timeline steps={stepsOf(detail, lease, now)} />
}

function stepsOf(
  { deployment, order, bids, source }: LeaseDetail,
  lease: Lease,
  now: Date,
): readonly TimelineStep[] {
  const steps: TimelineStep[] = []
  const done = (key: string, title: string, height: bigint, more = '') =>
    steps.push({
      key,
      state: 'done',
      title,
      detail: (
        <>
          block <HeightText height={height} />
          {more}
        </>
      ),
    })
  const made = deployment.kind === 'known' ? deployment.value?.createdAt : undefined
  if (made !== undefined) done('deployment', 'Deployment created', made)
  if (order.kind === 'known' && order.value !== undefined) {
    done('order', 'Order opened', order.value.createdAt)
  }
  const bidHeights = bids.kind === 'known' ? bids.value.map(({ createdAt }) => createdAt) : []
  const firstBid = bidHeights.reduce<bigint | undefined>(
    (least, height) => (least === undefined || height < least ? height : least),
    undefined,
  )
  if (firstBid !== undefined) {
    done('bids', 'First bid', firstBid, bidHeights.length > 1 ? `, of ${bidHeights.length}` : '')
  }
  done('lease', 'Lease created', lease.createdAt)
  const { reclamation, closedOn } = lease
  if (reclamation !== undefined) {
    done('reclaim', 'Provider gave notice', reclamation.startedAt)
    if (isRunning(lease)) {
      steps.push({
        key: 'deadline',
        state: 'ahead',
        title: 'May be closed by the provider',
        detail: <TimeText date={reclamation.deadline} now={now} form="line" />,
      })
    }
  }
  if (isRunning(lease)) {
    steps.splice(steps.length - (reclamation === undefined ? 0 : 1), 0, {
      key: 'now',
      state: 'current',
      title: 'Runs and is paid for',
      detail: (
        <>
          block <HeightText height={source.height} />
        </>
      ),
    })
  } else if (closedOn !== undefined) {
    done('ended', 'Ended', closedOn, `: ${formatCloseReason(lease.reason).toLowerCase()}`)
  }
  return steps
}
