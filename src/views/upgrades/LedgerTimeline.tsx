import { Link } from '@tanstack/react-router'
import { cutText, sanitizeChainText } from '../../domain/format-chain-text.ts'
import { formatCount } from '../../domain/format-integer.ts'
import { formatUtc } from '../../domain/time.ts'
import { isAddressableName } from '../../domain/upgrades/ledger/addressable-name.ts'
import { momentOf } from '../../domain/upgrades/ledger/record-date.ts'
import type { UpgradeRecord } from '../../queries/upgrade-report.ts'
import { formatDowntime } from '../../ui/upgrade/UpgradeFigures.tsx'
import {
  BAR_SPACE,
  computeTimeline,
  LABEL_ROWS,
  LONGEST_LABEL,
  type TimelineEntry,
  type TimelineMark,
} from './timeline-geometry.ts'
import { useWidth } from './use-width.ts'

const TOP = 22
const BASE = TOP + BAR_SPACE
const ROW = 16
export const TIMELINE_HEIGHT = BASE + 20 + LABEL_ROWS * ROW + 18

/** Every dated upgrade on a line of time, its downtime as a bar. What it shows is in the table below it. */
export function LedgerTimeline({
  records,
  now,
}: {
  readonly records: readonly UpgradeRecord[]
  readonly now: Date
}) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const entries = records.flatMap(entryOf)
  const byKey = new Map(entries.map((entry) => [entry.key, entry]))
  const { marks, ticks } = computeTimeline(entries, now, width)
  const undated = records.filter(({ date }) => date.kind === 'not-known').length
  const unmeasured = entries.filter(({ downtimeMs }) => downtimeMs === undefined).length
  return (
    <figure className="mt-4 mb-2">
      <div ref={ref} className="overflow-hidden">
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no fieldset */}
        <svg
          role="group"
          aria-label="Applied upgrades along time"
          width={width}
          height={TIMELINE_HEIGHT}
          viewBox={`0 0 ${width} ${TIMELINE_HEIGHT}`}
          className="block tabular"
        >
          <line x1={0} x2={width} y1={BASE} y2={BASE} className="stroke-rule-strong" />
          {ticks.map(({ year, x }) => (
            <g key={year}>
              <line x1={x} x2={x} y1={BASE} y2={TIMELINE_HEIGHT - 14} className="stroke-rule" />
              <text
                x={x}
                y={TIMELINE_HEIGHT - 2}
                textAnchor="middle"
                className="fill-ink-3 text-[11px]"
              >
                {year}
              </text>
            </g>
          ))}
          {marks.map((mark) => {
            const entry = byKey.get(mark.key)
            return entry === undefined ? null : <Mark key={mark.key} mark={mark} entry={entry} />
          })}
        </svg>
      </div>
      <figcaption className="text-xs text-ink-3">
        Bars: how long the chain stood still, to one scale.{' '}
        {unmeasured > 0 &&
          `Open circles: ${formatCount(unmeasured, 'upgrade')} whose downtime no node here can tell. `}
        {undated > 0 && `${formatCount(undated, 'upgrade')} without a known date not drawn.`}
      </figcaption>
    </figure>
  )
}

function entryOf({ row, date, downtimeMs }: UpgradeRecord): readonly TimelineEntry[] {
  const at = momentOf(date)
  if (at === undefined) return []
  const { key, plan } = row
  return [
    {
      key,
      name: plan.name,
      at,
      downtimeMs: downtimeMs.kind === 'known' ? downtimeMs.value : undefined,
    },
  ]
}

function Mark({ mark, entry }: { readonly mark: TimelineMark; readonly entry: TimelineEntry }) {
  const { x, barHeight, labelRow } = mark
  const shown = cutText(entry.name, LONGEST_LABEL)
  const label = sanitizeChainText(shown === undefined ? entry.name : `${shown}…`)
  const downtime =
    entry.downtimeMs === undefined
      ? 'downtime not known'
      : `stood still ${formatDowntime(entry.downtimeMs)}`
  const words = `${sanitizeChainText(cutText(entry.name, 80) ?? entry.name)}, ${formatUtc(entry.at, 'date')}, ${downtime}`
  const labelY = BASE + 22 + (labelRow ?? 0) * ROW
  const drawing = (
    <>
      <title>{words}</title>
      <rect
        x={x - 10}
        y={TOP - 14}
        width={20}
        height={BASE - TOP + 26}
        className="fill-transparent"
      />
      {barHeight === undefined ? (
        <circle cx={x} cy={BASE} r={4.5} className="fill-paper stroke-ink-2" strokeWidth={1.5} />
      ) : (
        <>
          <rect
            x={x - 3}
            y={BASE - barHeight}
            width={6}
            height={barHeight}
            className="fill-accent"
          />
          <circle cx={x} cy={BASE} r={4.5} className="fill-ink" />
          <text
            x={x}
            y={BASE - barHeight - 6}
            textAnchor="middle"
            className="fill-ink-2 text-[11px]"
          >
            {entry.downtimeMs === undefined ? '' : formatDowntime(entry.downtimeMs)}
          </text>
        </>
      )}
      {labelRow !== undefined && (
        <>
          <line x1={x} x2={x} y1={BASE + 5} y2={labelY - 11} className="stroke-rule-strong" />
          <text x={x} y={labelY} textAnchor="middle" className="fill-ink text-[11px]">
            {label}
          </text>
        </>
      )}
    </>
  )
  return isAddressableName(entry.name) ? (
    <Link
      to="/upgrades/$name"
      params={{ name: entry.name }}
      search={{}}
      className="outline-offset-2"
    >
      {drawing}
    </Link>
  ) : (
    <g>{drawing}</g>
  )
}
