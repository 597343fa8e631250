import type { CSSProperties, PointerEvent, ReactNode, Ref } from 'react'
import type { ChartSteps } from './use-chart-steps.ts'

export interface ReadableDrawingProps {
  /** What it shows, and that the arrow keys read it. */
  readonly label: string
  readonly steps: ChartSteps
  /** Which row or point is under the pointer, by its place from the left and the top in pixels; undefined: none. */
  readonly find: (x: number, y: number) => number | undefined
  readonly className: string
  readonly style?: CSSProperties | undefined
  readonly ref: Ref<HTMLDivElement>
  /** Around the drawing, for export. */
  readonly drawingRef: Ref<HTMLDivElement>
  readonly children: ReactNode
}

/** A drawing that is gone through with the arrow keys or the pointer; what is read is said beside it. */
export function ReadableDrawing(props: ReadableDrawingProps) {
  const { label, steps, find, className, style, ref, drawingRef, children } = props
  const { setActive, move } = steps
  const point = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLElement>) => {
    const { left, top } = currentTarget.getBoundingClientRect()
    setActive(find(clientX - left, clientY - top))
  }
  return (
    <div
      ref={ref}
      role="application"
      aria-roledescription="chart"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys read it
      tabIndex={0}
      onKeyDown={move}
      onPointerMove={point}
      onPointerLeave={() => setActive(undefined)}
      onBlur={() => setActive(undefined)}
      className={className}
      style={style}
    >
      <div ref={drawingRef} aria-hidden="true">
        {children}
      </div>
    </div>
  )
}
