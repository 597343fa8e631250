import { describe, expect, it } from 'vitest'
import { readVitestReport } from './vitest-report.ts'

const test = (status: string, fullName = 'adds up') => ({
  fullName,
  status,
  failureMessages: status === 'failed' ? ['AssertionError: expected 1 to be 2'] : [],
})

function report(overrides: object): string {
  return JSON.stringify({
    numPassedTests: 2,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    success: true,
    testResults: [],
    ...overrides,
  })
}

describe('readVitestReport', () => {
  it('counts what passed, and shows what failed by file and name', () => {
    const text = report({
      numFailedTests: 1,
      numPendingTests: 1,
      success: false,
      testResults: [
        {
          name: '/project/src/sum.test.ts',
          status: 'failed',
          message: '',
          assertionResults: [test('passed'), test('failed', 'adds nothing up'), test('skipped')],
        },
      ],
    })
    expect(readVitestReport(text, '', '/project')).toEqual({
      passed: 2,
      failed: 1,
      skipped: 1,
      repeated: 0,
      report: 'src/sum.test.ts: adds nothing up\n  AssertionError: expected 1 to be 2',
    })
  })

  it('names a test that passed only when it was tried again, with what went wrong before', () => {
    const flaky = { ...test('passed', 'opens'), failureMessages: ['TimeoutError: 15 s'] }
    const file = { name: '/project/src/a.test.ts', status: 'passed' }
    const text = report({ testResults: [{ ...file, assertionResults: [test('passed'), flaky] }] })
    expect(readVitestReport(text, '', '/project')).toEqual({
      ...{ passed: 2, failed: 0, skipped: 0, repeated: 1 },
      report: 'src/a.test.ts: opens (passed when tried again)\n  TimeoutError: 15 s',
    })
  })

  it('counts a file that does not load, in which no test can fail', () => {
    const broken = {
      name: '/project/a.test.ts',
      status: 'failed',
      message: 'no such module',
      assertionResults: [],
    }
    const { failed, report: shown } = readVitestReport(
      report({ success: false, testResults: [broken] }),
      '',
      '/project/',
    )
    expect([failed, shown]).toEqual([1, 'a.test.ts: cannot be run\n  no such module'])
  })

  it('counts a run that failed outside its tests, with all it said', () => {
    const counts = readVitestReport(report({ success: false }), 'Unhandled rejection', '/project')
    expect(counts).toEqual({
      passed: 2,
      failed: 1,
      skipped: 0,
      repeated: 0,
      report: 'Unhandled rejection',
    })
  })

  it('counts a folder in which nothing was run, for tests that are gone cannot fail', () => {
    const file = { name: '/project/src/a.test.ts', status: 'passed' }
    const text = report({ testResults: [{ ...file, assertionResults: [test('passed')] }] })
    const { failed, report: shown } = readVitestReport(text, '', '/project', ['src/', 'test/flow/'])
    expect([failed, shown]).toEqual([1, 'test/flow/: no test was run'])
  })

  it.each([undefined, '', '{"numPassedTests":'])(
    'takes a missing report for a failure, because a crash must not pass (%s)',
    (text) => {
      const counts = { passed: 0, failed: 1, skipped: 0, repeated: 0, report: 'killed' }
      expect(readVitestReport(text, 'killed', '/project')).toEqual(counts)
    },
  )
})
