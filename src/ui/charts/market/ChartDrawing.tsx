import { type PointerEvent, type Ref, Suspense, useState } from 'react'
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
  const { active, setActive, move } = useChartSteps(rows.length)
  const row = active === undefined ? undefined : rows[active]
  const point = (event: PointerEvent<HTMLElement>) => {
    const y = event.clientY - event.currentTarget.getBoundingClientRect().top - CHART_PADDING
    const index = Math.floor(y / CHART_ROW_HEIGHT)
    setActive(index >= 0 && index < rows.length ? index : undefined)
  }
  return (
    <>
      <div
        ref={ref}
        role="application"
        aria-roledescription="chart"
        aria-label={`${title}. ${rows.length} rows; arrow keys read them.`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys read it
        tabIndex={0}
        onKeyDown={move}
        onPointerMove={point}
        onPointerLeave={() => setActive(undefined)}
        onBlur={() => setActive(undefined)}
        className="w-full"
        style={{ height: chartHeight(rows.length) }}
      >
        <div ref={drawingRef} aria-hidden="true">
          {width > 0 && (isNear || isPrinting) && (
            <Suspense fallback={null}>
              <ChartBars rows={rows} width={width} activeKey={row?.key} />
            </Suspense>
          )}
        </div>
      </div>
      <p aria-live="polite" className="min-h-[1lh] text-xs text-ink-2">
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
