import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { formatInteger } from '../../domain/format-integer.ts'
import type { GpuCount } from '../../domain/market/metrics/leased-resources.ts'
import type { MarketMetrics } from '../../domain/market/metrics/market-metrics.ts'
import type { Source } from '../../domain/source.ts'
import { FigureTable } from '../../ui/market/FigureTable.tsx'
import { MetricFigure } from '../../ui/market/MetricFigure.tsx'
import { Section } from '../../ui/page/Heading.tsx'

interface GpuKindsProps {
  readonly metrics: MarketMetrics
  readonly source: Source
  readonly now: Date
}

/** GPUs by each part of their attribute path, and by the whole of it. */
export function GpuKinds({ metrics: { resources }, source, now }: GpuKindsProps) {
  const { kinds, byVendor, byMemory, byInterface, anyOf } = resources
  const table = (label: string, head: string, counts: readonly GpuCount[]) =>
    counts.length === 0 ? (
      <p className="text-s text-ink-2">{label}: only a choice is known of every one.</p>
    ) : (
      <FigureTable
        label={label}
        header={[head, 'GPUs', 'Leases']}
        rows={counts.map(({ value, gpus, leases }) => ({
          key: value ?? '',
          name:
            value === undefined ? (
              <span className="text-ink-3">not said</span>
            ) : (
              sanitizeChainText(value)
            ),
          cells: [
            <MetricFigure key="gpus" metric="leasedGpus" source={source} now={now} note={label}>
              {formatInteger(gpus)}
            </MetricFigure>,
            <MetricFigure key="leases" metric="gpuLeases" source={source} now={now} note={label}>
              {formatInteger(leases)}
            </MetricFigure>,
          ],
        }))}
      />
    )
  return (
    <>
      <Section title="By vendor, memory and interface">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-6 lg:grid-cols-3">
          {table('GPUs by vendor', 'Vendor', byVendor)}
          {table('GPUs by memory', 'Memory', byMemory)}
          {table('GPUs by interface', 'Interface', byInterface)}
        </div>
      </Section>
      <Section title="By the whole attribute path">{table('GPUs by kind', 'Kind', kinds)}</Section>
      {anyOf.length > 0 && (
        <Section title="A choice only">
          <p className="mb-2 max-w-measure text-s text-ink-2">
            What is known of these is what the tenant would take, not what runs: the bid offers the
            same choice, or nothing. They are in the sum of GPUs, in no model and in no price.
          </p>
          {table('GPUs of a choice', 'Any of', anyOf)}
        </Section>
      )}
    </>
  )
}
