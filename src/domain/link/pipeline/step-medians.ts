import { PIPELINE_STEPS, type PipelineEntry, type StepMedian } from './pipeline.ts'

/** Medians of the lengths that are known; the others are counted apart. */
export function computeStepMedians(entries: readonly PipelineEntry[]): readonly StepMedian[] {
  const steps = entries.flatMap((entry) => entry.steps)
  return PIPELINE_STEPS.map((kind) => {
    const lengths = steps.flatMap((step) => (step.kind === kind ? step.length : []))
    const days = lengths.flatMap((length) => (length.kind === 'known' ? length.days : []))
    return {
      kind,
      medianDays: medianOf(days),
      cases: days.length,
      running: lengths.filter((length) => length.kind === 'running').length,
      unknown: lengths.filter((length) => length.kind === 'unknown').length,
    }
  })
}

function medianOf(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  return upper === undefined || lower === undefined ? undefined : (upper + lower) / 2
}
