import { type Ref, useMemo } from 'react'
import type { LorenzCurve } from '../../../domain/market/lorenz.ts'
import { useWidth } from '../../use-width.ts'
import { describeLorenz } from './describe-lorenz.ts'
import { nearestHolders, type PlotPoint, placeLorenz, tracePath } from './lorenz-layout.ts'
import { ReadableDrawing } from './ReadableDrawing.tsx'
import { useChartSteps } from './use-chart-steps.ts'

export interface LorenzDrawingProps {
  readonly title: string
  readonly side: 'providers' | 'tenants'
  readonly curve: LorenzCurve
  /** As it is written: `0.72`. */
  readonly gini: string
  /** Around the drawing, for export. */
  readonly drawingRef: Ref<HTMLDivElement>
}

const TEXT = { fontSize: 12, fontFamily: 'var(--font)' } as const

/** Room for what is written around the plot. */
const LEFT = 46
const RIGHT = 20
const BOTTOM = 40
/** The whole is a square. */
const TOP = LEFT + RIGHT - BOTTOM

const MARKS = [0, 25, 50, 75, 100] as const

/** The curve below its diagonal; read holder by holder with the arrow keys or the pointer. */
export function LorenzDrawing({ title, side, curve, gini, drawingRef }: LorenzDrawingProps) {
  const [ref, width] = useWidth()
  const steps = useChartSteps(curve.holders)
  const length = Math.max(0, width - LEFT - RIGHT)
  const points = useMemo(() => placeLorenz(curve, length), [curve, length])
  // The first point is nobody, who need not be read.
  const holders = steps.active === undefined ? undefined : steps.active + 1
  const find = (x: number) => Math.max(0, nearestHolders(curve, x - LEFT, length) - 1)
  return (
    <div className="max-w-104">
      <ReadableDrawing
        {...{ ref, drawingRef, steps, find }}
        label={`${title}. ${curve.holders} points; arrow keys read them.`}
        className="aspect-square w-full"
      >
        {length > 0 && (
          <Plot
            {...{ side, gini, length, points }}
            marked={holders === undefined ? undefined : points[holders]}
          />
        )}
      </ReadableDrawing>
      <p aria-live="polite" className="mt-1.5 min-h-[2lh] text-xs text-ink-2">
        {describeLorenz(curve, holders ?? Math.ceil(curve.holders / 2), side)}
      </p>
    </div>
  )
}

interface PlotProps {
  readonly side: string
  readonly gini: string
  /** Of a side of the plot, in pixels. */
  readonly length: number
  readonly points: readonly PlotPoint[]
  readonly marked: PlotPoint | undefined
}

function Plot({ side, gini, length, points, marked }: PlotProps) {
  const path = tracePath(points)
  const width = LEFT + length + RIGHT
  const middle = length / 2
  const text = { ...TEXT, fill: 'var(--ink-2)' }
  return (
    <svg width={width} height={width} aria-hidden="true" className="block">
      <g transform={`translate(${LEFT} ${TOP})`}>
        <path d={`${path}Z`} fill="var(--unvoted)" />
        {MARKS.map((mark) => {
          const at = (mark / 100) * length
          return (
            <g key={mark}>
              <line x1={0} x2={length} y1={at} y2={at} stroke="var(--rule)" strokeWidth={1} />
              <text {...text} x={-8} y={length - at} dy="0.32em" textAnchor="end">
                {mark} %
              </text>
              <text {...text} x={at} y={length + 17} textAnchor="middle">
                {mark} %
              </text>
            </g>
          )
        })}
        <text {...text} x={middle} y={length + 34} textAnchor="middle">
          share of {side}, smallest first
        </text>
        <text {...text} x={-LEFT} y={-12}>
          share they hold together
        </text>
        <line x1={0} y1={length} x2={length} y2={0} stroke="var(--edge)" strokeWidth={1} />
        <text
          {...text}
          x={middle}
          y={middle - 7}
          textAnchor="middle"
          transform={`rotate(-45 ${middle} ${middle})`}
        >
          were all to hold the same
        </text>
        <path d={path} fill="none" stroke="var(--ink)" strokeWidth={2} />
        <text {...TEXT} x={10} y={22} fontSize={15} fontWeight={650} fill="var(--ink)">
          Gini {gini}
        </text>
        {marked !== undefined && (
          <>
            <path
              d={`M${marked.x} ${length}V${marked.y}H0`}
              fill="none"
              stroke="var(--accent)"
              strokeWidth={1}
              strokeDasharray="3 3"
            />
            <circle cx={marked.x} cy={marked.y} r={4.5} fill="var(--accent)" />
          </>
        )}
      </g>
    </svg>
  )
}
