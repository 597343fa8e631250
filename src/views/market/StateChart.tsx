import type { Market } from '../../domain/market/market.ts'
import { CountChart } from '../../ui/charts/market/CountChart.tsx'
import { formatLeaseState } from '../../ui/market/format-lease-state.ts'
import type { ShownMarket } from './shown-market.ts'

const STATES = ['active', 'reclaiming', 'insufficient_funds', 'closed'] as const

/** Leases by state: of the states that were read to their end. */
export function StateChart({ market, source, now }: ShownMarket) {
  const { leases } = market
  const rows = STATES.flatMap((state) => {
    const count = wholeCount(leases[state])
    return count === undefined ? [] : [{ key: state, label: formatLeaseState(state), count }]
  })
  const missing = STATES.filter((state) => wholeCount(leases[state]) === undefined)
  return (
    <CountChart
      title="Leases by state"
      unit="leases"
      of="State"
      name="leases-by-state"
      rows={rows}
      metrics={['leasesByState']}
      source={source}
      now={now}
    >
      {missing.length > 0 && (
        <p className="text-xs text-ink-2">
          Not read, or not to the end:{' '}
          {missing.map((state) => formatLeaseState(state).toLowerCase()).join(', ')}.
        </p>
      )}
    </CountChart>
  )
}

function wholeCount(list: Market['leases']['closed']): number | undefined {
  return list.kind === 'known' && list.value.isComplete ? list.value.items.length : undefined
}
