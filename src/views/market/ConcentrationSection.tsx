import { LorenzChart } from '../../ui/charts/market/LorenzChart.tsx'
import { ShareChart } from '../../ui/charts/market/ShareChart.tsx'
import { SegmentedControl } from '../../ui/controls/SegmentedControl.tsx'
import { Select } from '../../ui/controls/Select.tsx'
import { ConcentrationTable } from '../../ui/market/ConcentrationTable.tsx'
import { sharedMeasures } from '../../ui/market/share-holders.ts'
import { Section } from '../../ui/page/Heading.tsx'
import type { MarketSearch } from './pick-market-search.ts'
import type { ShownMarket } from './shown-market.ts'

const SIDES = [
  { value: 'providers', label: 'Providers' },
  { value: 'tenants', label: 'Tenants' },
] as const

/** How much of the market a few hold, on either side. */
export function ConcentrationSection({
  metrics,
  source,
  now,
  search,
  onChange,
}: ShownMarket & {
  readonly search: MarketSearch
  readonly onChange: (next: MarketSearch) => void
}) {
  const side = search.side === 'tenants' ? 'tenants' : 'providers'
  const measures = sharedMeasures(metrics, side)
  const measure = measures.find(({ id }) => id === search.by) ?? measures[0]
  return (
    <Section title="Concentration">
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <SegmentedControl
          label="Among whom"
          value={side}
          options={SIDES}
          onChange={(next) => onChange({ side: next === 'providers' ? undefined : next })}
        />
        <Select
          label="Share of"
          value={measure.id}
          options={measures.map(({ id, label }) => ({ value: id, label }))}
          onChange={(by) => onChange({ by: by === 'leases' ? undefined : by })}
        />
      </div>
      <ConcentrationTable side={side} metrics={metrics} source={source} now={now} />
      <div className="mt-6 grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_26rem]">
        <ShareChart side={side} measure={measure} source={source} now={now} />
        <LorenzChart side={side} measure={measure} source={source} now={now} />
      </div>
    </Section>
  )
}
