import { useMemo } from 'react'
import type { Figure } from '../../domain/figure.ts'
import { formatCount, formatInteger } from '../../domain/format-integer.ts'
import { formatShare } from '../../domain/format-share.ts'
import type { Lease } from '../../domain/market/lease.ts'
import type { BlockTime, MarketList } from '../../domain/market/market.ts'
import { computeLeaseAges } from '../../domain/market/metrics/lease-age.ts'
import { computeCloseReasons } from '../../domain/market/metrics/lease-states.ts'
import type { Source } from '../../domain/source.ts'
import { Button } from '../controls/Button.tsx'
import { DataTable } from '../table/DataTable.tsx'
import { BlocksText } from './BlocksText.tsx'
import { formatCloseReason } from './format-close-reason.ts'
import { formatLeaseState } from './format-lease-state.ts'
import { HolderLeaseTable } from './HolderLeaseTable.tsx'
import { MarketProgress } from './MarketProgress.tsx'
import { MetricFigure } from './MetricFigure.tsx'

type EndedLists = readonly [lapsed: Figure<MarketList<Lease>>, closed: Figure<MarketList<Lease>>]

export interface EndedLeasesProps {
  readonly of: 'provider' | 'tenant'
  /** undefined: nobody asked for them yet. */
  readonly lists: EndedLists | undefined
  readonly onWant: () => void
  readonly onRetry: () => void
  readonly height: bigint
  readonly blockTime: BlockTime | undefined
  readonly source: Source
  readonly now: Date
}

/** What a provider or tenant had before: why it ended, how long it ran, and each lease of it. */
export function EndedLeases(props: EndedLeasesProps) {
  const { of, lists, onWant } = props
  if (lists === undefined) {
    return (
      <div className="text-s">
        <p className="mb-2 max-w-measure text-ink-2">
          Leases that ended stay on the chain for good; those of this {of} are read when you ask.
        </p>
        <Button onClick={onWant}>Read ended leases</Button>
      </div>
    )
  }
  return <ReadLeases {...props} lists={lists} />
}

function ReadLeases(props: EndedLeasesProps & { readonly lists: EndedLists }) {
  const { of, lists, onRetry, height, blockTime, source, now } = props
  const [lapsed, closed] = lists
  // They may be tens of thousands, and the page is drawn again as time goes by.
  const { leases, reasons } = useMemo(() => summarise([lapsed, closed]), [lapsed, closed])
  const { blocks } = useMemo(
    () => computeLeaseAges(leases, height, blockTime),
    [leases, height, blockTime],
  )
  const isWhole = lists.every((list) => list.kind === 'known' && list.value.isComplete)
  const hasFailed = lists.some(
    (list) => list.kind === 'failed' || (list.kind === 'known' && list.value.failure !== undefined),
  )
  return (
    <>
      <MarketProgress label="leases that ran out of funds" list={lapsed} />
      <MarketProgress label="closed leases" list={closed} />
      {hasFailed && (
        <div className="my-2">
          <Button onClick={onRetry}>Read them again</Button>
        </div>
      )}
      {leases.length === 0 ? (
        isWhole && <p className="text-s text-ink-2">No lease of it has ended.</p>
      ) : (
        <>
          <p className="mb-2 text-s text-ink-2">
            <MetricFigure metric="leasesByState" source={source} now={now}>
              {formatCount(leases.length, 'lease')}
            </MetricFigure>{' '}
            ended{isWhole ? '' : ' among those read so far'}
            {blocks.kind === 'known' && (
              <>
                ; half of them ran for{' '}
                <MetricFigure metric="leaseDuration" source={source} now={now}>
                  <BlocksText blocks={blocks.median} blockTime={blockTime} />
                </MetricFigure>{' '}
                or longer
              </>
            )}
            .
          </p>
          <div className="mb-6 max-w-measure">
            <DataTable
              label="Why leases ended"
              columns={[
                {
                  id: 'reason',
                  header: 'Why',
                  isRowHeader: true,
                  render: ({ reason }) => formatCloseReason(reason),
                },
                {
                  id: 'state',
                  header: 'State',
                  render: ({ state }) => formatLeaseState(state),
                },
                {
                  id: 'count',
                  header: 'Leases',
                  align: 'end',
                  className: 'max-sm:text-end',
                  render: ({ count }) => (
                    <MetricFigure metric="closeReasons" source={source} now={now}>
                      {formatInteger(count)}
                    </MetricFigure>
                  ),
                },
                {
                  id: 'share',
                  header: 'Share',
                  align: 'end',
                  className: 'max-sm:hidden',
                  render: ({ count }) => (
                    <MetricFigure
                      metric="closeReasons"
                      source={source}
                      now={now}
                      note={`Of ${formatCount(leases.length, 'ended lease')}.`}
                    >
                      {formatShare(BigInt(count), BigInt(leases.length))}
                    </MetricFigure>
                  ),
                },
              ]}
              rows={reasons}
              getKey={({ state, reason }) => `${state} ${reason}`}
            />
          </div>
          <HolderLeaseTable
            label="Ended leases"
            leases={leases}
            form="ended"
            {...{ of, height, blockTime, source, now }}
          />
        </>
      )}
    </>
  )
}

/** What has ended, the last first, and by which reasons, the most frequent first. */
function summarise(lists: EndedLists) {
  const leases = lists
    .flatMap((list) => (list.kind === 'known' ? list.value.items : []))
    .toSorted((a, b) => Number((b.closedOn ?? 0n) - (a.closedOn ?? 0n)))
  const reasons = [...computeCloseReasons(leases)]
    .flatMap(([state, counts]) => [...counts].map(([reason, count]) => ({ state, reason, count })))
    .toSorted((a, b) => b.count - a.count)
  return { leases, reasons }
}
