import type { MetricId } from '../../domain/market/metrics/metric.ts'
import { METRIC_DEFINITIONS } from '../../domain/market/metrics/metric-definitions.ts'
import { DefinitionList } from '../page/DefinitionList.tsx'

/** Every definition a screen counts by, at its end, closed until somebody asks. */
export function DefinitionsList({ metrics }: { readonly metrics: readonly MetricId[] }) {
  return (
    <details className="mt-8 border-t border-rule-strong pt-2">
      <summary className="min-h-6 text-m font-semibold">How every number is defined</summary>
      <div className="mt-2">
        <DefinitionList
          rows={metrics.map((metric) => {
            const { label, unit, formula, caveat, queries } = METRIC_DEFINITIONS[metric]
            return {
              key: metric,
              label,
              note: unit === undefined ? undefined : `in ${unit}`,
              value: (
                <>
                  <span className="block">{formula}</span>
                  {caveat !== undefined && <span className="block text-ink-2">{caveat}</span>}
                  <span className="chain-text block font-mono text-xs text-ink-3">
                    {queries.join(', ')}
                  </span>
                </>
              ),
            }
          })}
        />
      </div>
    </details>
  )
}
