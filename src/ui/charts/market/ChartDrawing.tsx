import { type Ref, Suspense, useState } from 'react'
import { lazyPart } from '../../state/lazy-part.tsx'
import { useIsPrinting } from '../../table/use-is-printing.ts'
import { useNearView } from '../../use-near-view.ts'
import { useWidth } from '../../use-width.ts'
import {
  CHART_PADDING,
  CHART_ROW_HEIGHT,
  type ChartRow,
  chartHeight,
  isSameRows,
  readChartRow,
} from './chart-row.ts'
import { ReadableDrawing } from './ReadableDrawing.tsx'
import { useChartSteps } from './use-chart-steps.ts'

const ChartBars = lazyPart(async () => (await import('./ChartBars.tsx')).ChartBars)

export interface ChartDrawingProps {
  readonly title: string
  readonly rows: readonly ChartRow[]
  readonly rangeTitle?: string | undefined
  /** Around the drawing, for export. */
  readonly drawingRef: Ref<HTMLDivElement>
}

/** The drawing with its place held until it comes; read row by row with the arrow keys or the pointer. */
export function ChartDrawing({ title, rows: next, rangeTitle, drawingRef }: ChartDrawingProps) {
  const rows = useSteadyRows(next)
  const [ref, width] = useWidth()
  const isNear = useNearView(ref)
  const isPrinting = useIsPrinting()
  const steps = useChartSteps(rows.length)
  const row = steps.active === undefined ? undefined : rows[steps.active]
  const find = (_: number, y: number) => {
    const index = Math.floor((y - CHART_PADDING) / CHART_ROW_HEIGHT)
    return index >= 0 && index < rows.length ? index : undefined
  }
  return (
    <>
      <ReadableDrawing
        {...{ ref, drawingRef, steps, find }}
        label={`${title}. ${rows.length} rows; arrow keys read them.`}
        className="w-full"
        style={{ height: chartHeight(rows.length) }}
      >
        {width > 0 && (isNear || isPrinting) && (
          <Suspense fallback={null}>
            <ChartBars rows={rows} width={width} activeKey={row?.key} />
          </Suspense>
        )}
      </ReadableDrawing>
      <p aria-live="polite" className="mt-1 min-h-[1lh] text-xs text-ink-2">
        {row !== undefined && readChartRow(row, rangeTitle)}
      </p>
    </>
  )
}

/** The same rows for as long as they look the same: drawing them anew takes long. */
function useSteadyRows(rows: readonly ChartRow[]): readonly ChartRow[] {
  const [steady, setSteady] = useState(rows)
  if (steady === rows || isSameRows(steady, rows)) return steady
  setSteady(rows)
  return rows
}
