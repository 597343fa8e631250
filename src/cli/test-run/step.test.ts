import { describe, expect, it } from 'vitest'
import { formatStep, formatTotal, type StepResult } from './step.ts'

const step = (overrides: Partial<StepResult>): StepResult => ({
  name: 'unit',
  passed: 3,
  failed: 0,
  skipped: 0,
  repeated: 0,
  durationMs: 1_234,
  report: 'long output',
  ...overrides,
})

describe('a step of the test command', () => {
  it('is one line when it passed, whatever it printed', () => {
    expect(formatStep(step({}))).toBe('ok   unit                      3 passed, 0 failed (1.2 s)')
  })

  it('shows what failed, and counts what was left out', () => {
    const text = formatStep(step({ failed: 1, skipped: 2, report: 'a.test.ts: adds up\n' }))
    expect(text).toBe(
      'FAIL unit                      3 passed, 1 failed, 2 skipped (1.2 s)\n     a.test.ts: adds up',
    )
  })

  it('shows what passed only when it was tried again, which is not the same as passing', () => {
    const report = 'a.test.ts: opens (passed when tried again)'
    expect(formatStep(step({ repeated: 1, report }))).toBe(
      `ok   unit                      3 passed, 0 failed, 1 at the second try (1.2 s)\n     ${report}`,
    )
  })

  it('does not bury the others under its output', () => {
    const text = formatStep(step({ failed: 1, report: 'line\n'.repeat(500) }))
    expect(text.split('\n')).toHaveLength(122)
    expect(text).toMatch(/… 380 more lines$/)
  })
})

describe('the last line', () => {
  it('sums tests and steps', () => {
    const steps = [step({}), step({ passed: 0, failed: 2 }), step({ passed: 1 })]
    expect(formatTotal(steps)).toBe('4 passed, 2 failed')
  })
})
