/** What one step of the test command found. */
export interface StepResult {
  readonly name: string
  readonly passed: number
  readonly failed: number
  /** Tests that were left out. */
  readonly skipped: number
  /** Tests among the passed that failed once and passed when they were tried again. */
  readonly repeated: number
  readonly durationMs: number
  /** What there is to read about failures, first ones of repeated tests included; '' when there are none. */
  readonly report: string
}

/** Lines of a failed step's report that are shown. */
const LINES = 120

/** One line for the step, with its failures below it, those that another try mended included. */
export function formatStep(step: StepResult): string {
  const { name, passed, failed, skipped, repeated, durationMs, report } = step
  const counts = [`${passed} passed`, `${failed} failed`]
  if (skipped > 0) counts.push(`${skipped} skipped`)
  if (repeated > 0) counts.push(`${repeated} at the second try`)
  const seconds = `${(durationMs / 1_000).toFixed(1)} s`
  const head = `${failed === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(25)} ${counts.join(', ')} (${seconds})`
  if (failed + repeated === 0 || report.trim() === '') return head
  const lines = report.trimEnd().split('\n')
  const more = lines.length > LINES ? [`… ${lines.length - LINES} more lines`] : []
  return [head, ...[...lines.slice(0, LINES), ...more].map((line) => `     ${line}`)].join('\n')
}

/** The last line of the test command. */
export function formatTotal(steps: readonly StepResult[]): string {
  const sum = (pick: (step: StepResult) => number) =>
    steps.reduce((total, step) => total + pick(step), 0)
  return `${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed`
}
