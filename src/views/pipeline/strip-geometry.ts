import type { PipelineStepKind } from '../../domain/link/pipeline/pipeline.ts'
import type { StepRow } from './step-rows.ts'

/** One AEP on a strip. */
export interface StripDot {
  readonly number: number
  readonly days: number
  /** Of the strip's width. */
  readonly percent: number
}

/** Every known length of a step as a dot, all strips to the scale of `longest` days; ascending. */
export function computeStrip(
  rows: readonly StepRow[],
  kind: PipelineStepKind,
  longest: number,
): readonly StripDot[] {
  return rows
    .flatMap(({ number, steps }) => {
      const length = steps.get(kind)?.length
      return length?.kind === 'known' ? [{ number, days: length.days }] : []
    })
    .toSorted((a, b) => a.days - b.days)
    .map((dot) => ({ ...dot, percent: percentOf(dot.days, longest) }))
}

/** The longest known length of any step, in days; at least one, so that it can be a scale. */
export function findLongest(rows: readonly StepRow[]): number {
  const days = rows.flatMap(({ steps }) =>
    [...steps.values()].flatMap(({ length }) => (length.kind === 'known' ? [length.days] : [])),
  )
  return Math.max(1, ...days)
}

/** Where a length stands on a strip, in percent of its width. */
export function percentOf(days: number, longest: number): number {
  return (days / longest) * 100
}
