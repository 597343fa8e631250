import type { ReactNode } from 'react'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { formatInteger } from '../../domain/format-integer.ts'
import type { MetricId } from '../../domain/market/metrics/metric.ts'
import { METRIC_DEFINITIONS } from '../../domain/market/metrics/metric-definitions.ts'
import type { Source } from '../../domain/source.ts'
import { formatRelative, formatUtc, isRecorded } from '../../domain/time.ts'
import { CopyButton } from '../text/CopyButton.tsx'

export interface MetricNoteProps {
  readonly metric: MetricId
  readonly source: Source
  readonly now: Date
  readonly note?: ReactNode
}

/** What a number of the market says and where it was read: phrasing content, for a popover. */
export function MetricNote({ metric, source, now, note }: MetricNoteProps) {
  const { label, formula, caveat, queries, unit } = METRIC_DEFINITIONS[metric]
  return (
    <>
      <span className="mb-1.5 block font-semibold">{label}</span>
      <Row label={unit === undefined ? 'Definition' : `Definition (in ${unit})`}>{formula}</Row>
      {note !== undefined && <Row label="This number">{note}</Row>}
      {caveat !== undefined && <Row label="What it does not say">{caveat}</Row>}
      <Row label={queries.length === 1 ? 'Query' : 'Queries'}>
        {queries.map((query) => (
          <span key={query} className="block font-mono text-[0.92em]">
            {query}
          </span>
        ))}
      </Row>
      <Row label="Height">
        {formatInteger(source.height)}
        <CopyButton text={source.height.toString()} what="height" />
      </Row>
      <Row label="Block time">
        {isRecorded(source.time)
          ? `${formatUtc(source.time)}, ${formatRelative(source.time, now)}`
          : 'no node would tell'}
      </Row>
      <Row label="Node">{sanitizeChainText(source.endpoint)}</Row>
    </>
  )
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <span className="mb-1.5 block last:mb-0">
      <span className="block text-xs text-ink-3">{label}</span>
      <span className="chain-text block">{children}</span>
    </span>
  )
}
