import { memo } from 'react'
import type { MeasuredMarket } from '../../queries/market/use-market-metrics.ts'
import { GpuChart } from '../../ui/charts/market/GpuChart.tsx'
import { DefinitionsList } from '../../ui/market/DefinitionsList.tsx'
import { Section } from '../../ui/page/Heading.tsx'
import { SourceNote } from '../../ui/page/SourceNote.tsx'
import { ConcentrationSection } from './ConcentrationSection.tsx'
import { DEFINED } from './defined.ts'
import { EndedSection } from './EndedSection.tsx'
import { LeaseCharts } from './LeaseCharts.tsx'
import { MarketLede } from './MarketLede.tsx'
import { MarketNumbers } from './MarketNumbers.tsx'
import type { MarketSearch } from './pick-market-search.ts'
import { ReadingNote } from './ReadingNote.tsx'
import { RunRateSection } from './RunRateSection.tsx'
import { SpendSection } from './SpendSection.tsx'

export interface MarketScreenProps {
  readonly measured: MeasuredMarket
  readonly search: MarketSearch
  /** The ended leases were asked for too. */
  readonly isWhole: boolean
  readonly now: Date
  readonly onChange: (next: MarketSearch) => void
}

/** The figures of a measured market; drawn again only with the next measure, not with every page that arrives. */
export const MarketScreen = memo(function MarketScreen({
  measured: { market, metrics },
  search,
  isWhole,
  now,
  onChange,
}: MarketScreenProps) {
  if (metrics === undefined || market.running.kind !== 'known') return null
  const { source } = market.running
  const shown = { market, metrics, source, now }
  return (
    <>
      <MarketLede {...shown} />
      <ReadingNote market={market} isWhole={isWhole} />
      <MarketNumbers {...shown} />
      <div className="mt-8">
        <GpuChart metrics={metrics} source={source} now={now} />
      </div>
      <RunRateSection {...shown} />
      <SpendSection {...shown} />
      <ConcentrationSection {...shown} search={search} onChange={onChange} />
      <Section title="Leases">
        <LeaseCharts {...shown} />
      </Section>
      <EndedSection {...shown} isWhole={isWhole} onRead={() => onChange({ ended: 'read' })} />
      <DefinitionsList metrics={DEFINED} />
      <SourceNote
        source={source}
        now={now}
        definition="Every number of this page is of this one height; what each says, and by which queries, is one click on it away."
      />
    </>
  )
})
