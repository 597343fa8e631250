import { ChartDrawing } from './ChartDrawing.tsx'
import { ChartFrame, type ChartFrameProps } from './ChartFrame.tsx'
import type { ChartRow } from './chart-row.ts'

export interface ChartFigureProps extends Omit<ChartFrameProps, 'draw'> {
  readonly rows: readonly ChartRow[]
  readonly rangeTitle?: string
}

/** A chart of bars. */
export function ChartFigure({ rows, rangeTitle, ...frame }: ChartFigureProps) {
  const { title } = frame
  return (
    <ChartFrame
      {...frame}
      draw={
        rows.length === 0
          ? undefined
          : (drawingRef) => <ChartDrawing {...{ title, rows, rangeTitle, drawingRef }} />
      }
    />
  )
}
