import * as z from 'zod/mini'
import type { StepResult } from './step.ts'

/** The parts of Vitest's JSON report (the form Jest's has) that are counted and shown. */
const ReportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  success: z.boolean(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.optional(z.string()),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.optional(z.nullable(z.array(z.string()))),
        }),
      ),
    }),
  ),
})

type Counts = Omit<StepResult, 'name' | 'durationMs'>

/**
 * Counts a run. A test that passed only when it was tried again has passed, and is named with what went wrong before. A file that does not load has no failed test in it and is one failure all the same; so is a run that
 * failed outside its tests, left no report, or ran nothing in one of the `folders` (`test/flow/`).
 */
export function readVitestReport(
  text: string | undefined,
  output: string,
  root: string,
  folders: readonly string[] = [],
): Counts {
  const report = parse(text)
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0, repeated: 0, report: output }
  const lines: string[] = []
  const filled = new Set<string>()
  let brokenFiles = 0
  let repeated = 0
  for (const { name, status, message, assertionResults } of report.testResults) {
    const file = name.startsWith(root) ? name.slice(root.length).replace(/^[\\/]/, '') : name
    for (const folder of folders) {
      if (file.startsWith(folder) && assertionResults.length > 0) filled.add(folder)
    }
    const failures = assertionResults.filter((test) => test.status === 'failed')
    for (const { fullName, failureMessages } of failures) {
      lines.push(`${file}: ${fullName}`, indent((failureMessages ?? []).join('\n')))
    }
    for (const { fullName, status, failureMessages } of assertionResults) {
      const [first] = failureMessages ?? []
      if (status !== 'passed' || first === undefined) continue
      repeated += 1
      lines.push(`${file}: ${fullName} (passed when tried again)`, indent(first))
    }
    if (status === 'failed' && failures.length === 0) {
      brokenFiles += 1
      lines.push(`${file}: cannot be run`, indent(message ?? ''))
    }
  }
  const empty = folders.filter((folder) => !filled.has(folder))
  lines.push(...empty.map((folder) => `${folder}: no test was run`))
  const known = report.numFailedTests + brokenFiles + empty.length
  const failed = known === 0 && !report.success ? 1 : known
  if (failed > known) lines.push(output)
  return {
    passed: report.numPassedTests,
    failed,
    skipped: report.numPendingTests + report.numTodoTests,
    repeated,
    report: lines.join('\n'),
  }
}

function parse(text: string | undefined): z.infer<typeof ReportSchema> | undefined {
  if (text === undefined) return undefined
  try {
    const parsed = ReportSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

/** The first lines of a message; the rest is the inside of the test runner. */
function indent(message: string): string {
  const lines = message.split('\n').filter((line) => !/node_modules/.test(line))
  return lines
    .slice(0, 14)
    .map((line) => `  ${line}`)
    .join('\n')
}
