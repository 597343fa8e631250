/** One category of a chart: what is drawn, and what is written beside it. */
export interface ChartRow {
  readonly key: string
  /** Safe to show. */
  readonly label: string
  /** Length of the bar; undefined: there is none to draw. */
  readonly value: number | undefined
  /** The value as it is written. */
  readonly text: string
  /** Prices beside the bar, where the chart has them. */
  readonly range?: ChartRange | undefined
  /** A quieter bar: the rest, or what stands apart. @default false */
  readonly isQuiet?: boolean
}

/** Where values lie: the tenth, the middle, and the tenth from the top. */
export interface ChartRange {
  readonly p10: number
  readonly median: number
  readonly p90: number
  /** The median as it is written. */
  readonly text: string
}

/** Pixels a row takes, in the drawing and in the placeholder. */
export const CHART_ROW_HEIGHT = 26

/** Pixels above and below the rows. */
export const CHART_PADDING = 4

export function chartHeight(rows: number): number {
  return rows * CHART_ROW_HEIGHT + 2 * CHART_PADDING
}

/** Whether two drawings of these rows look the same. */
export function isSameRows(a: readonly ChartRow[], b: readonly ChartRow[]): boolean {
  return a.length === b.length && a.every((row, index) => isSameRow(row, b[index]))
}

function isSameRow(a: ChartRow, b: ChartRow | undefined): boolean {
  return (
    b !== undefined &&
    a.key === b.key &&
    a.label === b.label &&
    a.value === b.value &&
    a.text === b.text &&
    a.isQuiet === b.isQuiet &&
    a.range?.p10 === b.range?.p10 &&
    a.range?.median === b.range?.median &&
    a.range?.p90 === b.range?.p90 &&
    a.range?.text === b.range?.text
  )
}

/** A row read aloud: `a100: 193; price per GPU-hour 1.2 ACT`. */
export function readChartRow({ label, text, range }: ChartRow, rangeTitle = ''): string {
  return range === undefined
    ? `${label}: ${text}`
    : `${label}: ${text}; ${rangeTitle} ${range.text}`
}
