import { CountChart } from '../../ui/charts/market/CountChart.tsx'
import { formatBin } from '../../ui/charts/market/format-bin.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { formatCloseReason } from '../../ui/market/format-close-reason.ts'
import { formatLeaseState } from '../../ui/market/format-lease-state.ts'
import { MarketProgress } from '../../ui/market/MarketProgress.tsx'
import { Section } from '../../ui/page/Heading.tsx'
import type { ShownMarket } from './shown-market.ts'

/** Why leases ended and how long they ran: read when somebody asks, since there are many. */
export function EndedSection({
  market,
  metrics,
  source,
  now,
  isWhole,
  onRead,
}: ShownMarket & { readonly isWhole: boolean; readonly onRead: () => void }) {
  const { leases, deployments } = market
  if (!isWhole) {
    return (
      <Section title="Ended leases">
        <p className="mb-3 max-w-measure text-s text-ink-2">
          Leases that have ended are not read yet: a chain can have hundreds of thousands, a
          thousand to a page. What they cost, how long they ran and why they ended comes with them.
        </p>
        <Button onClick={onRead}>Read the ended leases too</Button>
      </Section>
    )
  }
  const { durations } = metrics
  const reasons = [...metrics.closeReasons].flatMap(([state, counts]) =>
    state === 'active' || state === 'reclaiming'
      ? []
      : [...counts]
          .toSorted((a, b) => b[1] - a[1])
          .map(([reason, count]) => ({
            key: `${state} ${reason}`,
            label: `${formatLeaseState(state)}: ${formatCloseReason(reason).toLowerCase()}`,
            count,
            isQuiet: reason === 'lease_closed_invalid',
          })),
  )
  return (
    <Section title="Ended leases">
      <MarketProgress label="leases out of funds" list={leases.insufficient_funds} />
      <MarketProgress label="closed leases" list={leases.closed} />
      <MarketProgress label="closed deployments" list={deployments.closed} />
      {durations !== undefined && (
        <div className="mt-4 grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-8 lg:grid-cols-2">
          <CountChart
            title="Why leases ended"
            unit="leases"
            of="State and reason"
            name="close-reasons"
            rows={reasons}
            metrics={['closeReasons']}
            source={source}
            now={now}
          />
          {durations.bins === undefined ? (
            <p className="text-s text-ink-2">How long they ran: the block time is not known.</p>
          ) : (
            <CountChart
              title="How long ended leases ran"
              unit="leases"
              of="Duration"
              name="lease-duration"
              rows={durations.bins.map((bin) => ({
                key: bin.from.toString(),
                label: formatBin(bin),
                count: bin.count,
              }))}
              metrics={['leaseDuration']}
              source={source}
              now={now}
            />
          )}
        </div>
      )}
    </Section>
  )
}
