import { type ReactNode, type Ref, useId, useRef, useState } from 'react'
import {
  composeCsvFile,
  composeSvgFile,
  drawingMark,
  namePicture,
} from '../../../domain/export-file.ts'
import type { MetricId } from '../../../domain/market/metrics/metric.ts'
import { METRIC_DEFINITIONS } from '../../../domain/market/metrics/metric-definitions.ts'
import type { Source } from '../../../domain/source.ts'
import { saveBlob, saveFile } from '../../controls/save-file.ts'
import { MetricFigure } from '../../market/MetricFigure.tsx'
import { formatOrigin } from '../../page/SourceNote.tsx'
import { ChartTable } from './ChartTable.tsx'
import { composeDrawing, rasterise } from './export-drawing.ts'

/** The figures behind a chart, in words for the page and in whole for a file. */
export interface ChartTableData {
  readonly header: readonly string[]
  /** The first cell names the row. */
  readonly rows: readonly (readonly string[])[]
  /** For the file, where it says more. @default what the page shows */
  readonly file?: readonly (readonly string[])[]
}

export interface ChartFrameProps {
  readonly title: string
  /** It stands under no heading of a section, but is one. @default false */
  readonly isSection?: boolean
  /** What is drawn, in which unit. */
  readonly unit: string
  /** Of the files, in small letters: `gpus-by-model`. */
  readonly name: string
  /** The drawing: one SVG, inside the element that takes the reference; undefined: there is nothing to draw. */
  readonly draw: ((ref: Ref<HTMLDivElement>) => ReactNode) | undefined
  /** In its place where there is nothing to draw. @default 'There is nothing to draw.' */
  readonly absence?: string
  readonly table: ChartTableData
  /** Whose definitions stand below. */
  readonly metrics: readonly MetricId[]
  readonly source: Source
  readonly now: Date
  readonly children?: ReactNode
}

/** What stands around a chart: its unit, the table behind it, its definitions, and files of it. */
export function ChartFrame(props: ChartFrameProps) {
  const { title, unit, name, draw, table, metrics, source, now, children } = props
  const { isSection = false, absence = 'There is nothing to draw.' } = props
  const Title = isSection ? 'h2' : 'h3'
  const id = useId()
  const drawingRef = useRef<HTMLDivElement>(null)
  const [isTable, setIsTable] = useState(false)
  const [problem, setProblem] = useState<string>()
  const fileName = `${name}-${source.chainId}-${source.height}`
  const compose = (): string | undefined => {
    const drawing = drawingRef.current?.querySelector('svg')
    if (drawing == null) return undefined
    const mark = drawingMark(source.chainId)
    const origin = [source.chainId, mark, formatOrigin(source, now)]
      .filter((part) => part !== undefined)
      .join(', ')
    return composeDrawing(drawing, { title, unit, origin })
  }
  const saveCsv = () =>
    saveFile(composeCsvFile(source.chainId, fileName, table.file ?? [table.header, ...table.rows]))
  const saveSvg = () => {
    const svg = compose()
    if (svg !== undefined) saveFile(composeSvgFile(source.chainId, fileName, svg))
  }
  const savePng = async () => {
    const svg = compose()
    if (svg === undefined) return
    try {
      saveBlob(namePicture(source.chainId, fileName), await rasterise(svg))
      setProblem(undefined)
    } catch {
      setProblem('This browser could not make the picture; the SVG holds the same.')
    }
  }
  return (
    <figure aria-labelledby={id} className="min-w-0">
      <div className="mb-2 flex flex-wrap items-baseline gap-x-3 border-t border-rule-strong pt-2">
        <Title id={id} className="text-m">
          {title}
        </Title>
        <span className="text-xs text-ink-3">{unit}</span>
      </div>
      {draw === undefined ? (
        <p className="text-s text-ink-2">{absence}</p>
      ) : isTable ? (
        <ChartTable label={title} table={table} />
      ) : (
        draw(drawingRef)
      )}
      {children}
      <figcaption className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-ink-3">
        {metrics.map((metric) => (
          <MetricFigure key={metric} metric={metric} source={source} now={now}>
            {METRIC_DEFINITIONS[metric].label}
          </MetricFigure>
        ))}
        {draw !== undefined && (
          <span className="no-print ms-auto flex flex-wrap gap-x-1">
            <SmallButton onClick={() => setIsTable(!isTable)} isPressed={isTable} of={title}>
              Table
            </SmallButton>
            <SmallButton onClick={saveCsv} of={title}>
              CSV
            </SmallButton>
            <SmallButton onClick={saveSvg} of={title} isDisabled={isTable}>
              SVG
            </SmallButton>
            <SmallButton onClick={() => void savePng()} of={title} isDisabled={isTable}>
              PNG
            </SmallButton>
          </span>
        )}
      </figcaption>
      {problem !== undefined && (
        <p role="alert" className="text-xs text-warn">
          {problem}
        </p>
      )}
    </figure>
  )
}

function SmallButton({
  children,
  onClick,
  of,
  isPressed,
  isDisabled = false,
}: {
  readonly children: string
  readonly onClick: () => void
  readonly of: string
  readonly isPressed?: boolean
  readonly isDisabled?: boolean
}) {
  return (
    <button
      type="button"
      onClick={onClick}
      disabled={isDisabled}
      aria-pressed={isPressed}
      aria-label={`${children}: ${of}`}
      className="min-h-6 rounded-s px-1.5 underline decoration-rule-strong underline-offset-3 hover:text-ink disabled:opacity-50 aria-pressed:bg-ink aria-pressed:text-paper"
    >
      {children}
    </button>
  )
}
