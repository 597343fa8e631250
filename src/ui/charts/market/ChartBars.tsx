import { Bar, BarChart, LabelList, Rectangle, XAxis, YAxis } from 'recharts'
import { fitLabel, layOutChart } from './chart-layout.ts'
import { CHART_PADDING, type ChartRow, chartHeight } from './chart-row.ts'

export interface ChartBarsProps {
  readonly rows: readonly ChartRow[]
  /** Pixels. */
  readonly width: number
  /** The row that is pointed at. */
  readonly activeKey: string | undefined
}

const TEXT = { fontSize: 12, fontFamily: 'var(--font)' } as const

/** Bars with their labels, and the ranges beside them: a drawing alone, told in words by what it stands in. */
export function ChartBars({ rows, width, activeKey }: ChartBarsProps) {
  const { labelWidth, right, valueDomain, rangeDomain } = layOutChart(rows, width)
  const fillOf = ({ key, isQuiet }: ChartRow) =>
    key === activeKey ? 'var(--accent)' : isQuiet === true ? 'var(--edge)' : 'var(--ink)'
  const data = rows.map((row) => ({
    row,
    value: row.value ?? 0,
    range: row.range === undefined ? undefined : [row.range.p10, row.range.p90],
  }))
  return (
    <BarChart
      layout="vertical"
      width={width}
      height={chartHeight(rows.length)}
      data={data}
      margin={{ top: CHART_PADDING, bottom: CHART_PADDING, left: 0, right }}
      barSize={14}
      accessibilityLayer={false}
    >
      <XAxis xAxisId="value" type="number" domain={[...valueDomain]} hide />
      <YAxis
        type="category"
        dataKey="row.key"
        width={labelWidth}
        tickLine={false}
        axisLine={false}
        interval={0}
        tick={({ x, y, index }) => (
          <text {...TEXT} x={x} y={y} dy="0.32em" textAnchor="end" fill="var(--ink-2)">
            {fitLabel(rows[index]?.label ?? '', labelWidth)}
          </text>
        )}
      />
      <Bar
        xAxisId="value"
        dataKey="value"
        isAnimationActive={false}
        shape={({ x, y, width: length, height, index }) => {
          const row = rows[index]
          if (row?.value === undefined) return null
          return <Rectangle x={x} y={y} width={length} height={height} fill={fillOf(row)} />
        }}
      >
        <LabelList dataKey="row.text" position="right" {...TEXT} fill="var(--ink)" />
      </Bar>
      {rangeDomain !== undefined && (
        <XAxis xAxisId="range" type="number" domain={[...rangeDomain]} hide />
      )}
      {/* Bars of one axis stand beside each other; these are to stand on the same line. */}
      {rangeDomain !== undefined && (
        <YAxis yAxisId="range" type="category" dataKey="row.key" hide />
      )}
      {rangeDomain !== undefined && (
        <Bar
          xAxisId="range"
          yAxisId="range"
          dataKey="range"
          isAnimationActive={false}
          shape={({ x, y, width: length, height, index }) => {
            const range = rows[index]?.range
            if (range === undefined) return null
            return <Range {...{ x, length, range }} y={y + height / 2} end={width} />
          }}
        />
      )}
    </BarChart>
  )
}

function Range({
  x,
  y,
  length,
  end,
  range: { p10, median, p90, text },
}: {
  readonly x: number
  readonly y: number
  readonly length: number
  readonly end: number
  readonly range: NonNullable<ChartRow['range']>
}) {
  const share = p90 > p10 ? (median - p10) / (p90 - p10) : 0
  return (
    <g>
      <line x1={x} x2={x + length} y1={y} y2={y} stroke="var(--ink-3)" strokeWidth={2} />
      <circle cx={x + share * length} cy={y} r={4} fill="var(--accent)" />
      <text {...TEXT} x={end} y={y} dy="0.32em" textAnchor="end" fill="var(--ink)">
        {text}
      </text>
    </g>
  )
}
