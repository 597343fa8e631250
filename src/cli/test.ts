import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { ROOT } from './start/build-app.ts'
import { provideChromium } from './test-run/install-chromium.ts'
import { runCommand } from './test-run/run-command.ts'
import { formatStep, formatTotal, type StepResult } from './test-run/step.ts'
import { readVitestReport } from './test-run/vitest-report.ts'

/**
 * Everything there is to check, each step to its end whatever the others found. The last line is
 * `N passed, N failed`: every test counts, and every other step counts one.
 */
async function test(): Promise<number> {
  const reports = await mkdtemp(path.join(os.tmpdir(), 'skylight-test-'))
  const matrixFile = path.join(reports, 'failure-matrix.txt')
  const env: NodeJS.ProcessEnv = { CI: 'true', FAILURE_MATRIX_FILE: matrixFile }
  const steps: StepResult[] = []
  const say = (text: string) => process.stdout.write(`${text}\n`)

  const step = async (name: string, run: () => Promise<Counts>) => {
    const startedAt = performance.now()
    const counts = await run().catch(failOnce)
    const result = { name, ...counts, durationMs: performance.now() - startedAt }
    steps.push(result)
    say(formatStep(result))
  }
  const command = (name: string, script: string, ...args: string[]) =>
    step(name, async () => {
      const { code, output } = await runCommand(process.execPath, [script, ...args], {
        cwd: ROOT,
        env,
      })
      return { ...NOTHING, [code === 0 ? 'passed' : 'failed']: 1, report: output }
    })
  const vitest = async (...projects: (keyof typeof FOLDERS)[]) => {
    const file = path.join(reports, `${projects.join('-')}.json`)
    const chosen = projects.flatMap((project) => ['--project', project])
    const args = ['run', ...chosen, '--reporter=json', `--outputFile=${file}`]
    const script = 'node_modules/vitest/vitest.mjs'
    const { output } = await runCommand(process.execPath, [script, ...args], { cwd: ROOT, env })
    const text = await readFile(file, 'utf8').catch(() => undefined)
    return readVitestReport(
      text,
      output,
      ROOT,
      projects.map((project) => FOLDERS[project]),
    )
  }

  try {
    // Fetching one, where there is none, is waiting; the rest has work to do meanwhile.
    const chromium = provideChromium(ROOT, say)
    chromium.catch(() => undefined)
    // Two lanes for two cores; the browser tests fill both on their own.
    await Promise.all([
      (async () => {
        await command('lint', 'node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '.')
        await command('types', 'node_modules/typescript/bin/tsc', '--noEmit', '-p', '.')
        await command('build', 'scripts/run.mjs', 'build')
        await step('build tests', () => vitest('build'))
        await command('knip', 'node_modules/knip/bin/knip.js', '--no-progress')
      })(),
      step('unit, flow and lint rules', () => vitest('unit', 'flow', 'lint')),
    ])
    // What each way to fail does to each screen is a result to be read, not only to be counted.
    say(await readFile(matrixFile, 'utf8').catch(() => 'the failure matrix was not written'))
    await step('browser', async () => {
      env.CHROMIUM_PATH = await chromium
      return vitest('browser')
    })
  } finally {
    await rm(reports, { recursive: true, force: true })
  }
  say(formatTotal(steps))
  return steps.some(({ failed }) => failed > 0) ? 1 : 0
}

/** Where the tests of each project of `vitest.config.ts` are. */
const FOLDERS = {
  unit: 'src/',
  flow: 'test/flow/',
  lint: 'test/lint/',
  build: 'test/build/',
  browser: 'test/browser/',
} as const

type Counts = Omit<StepResult, 'name' | 'durationMs'>

const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0, repeated: 0, report: '' }

function failOnce(cause: unknown): Counts {
  return { ...NOTHING, failed: 1, report: cause instanceof Error ? cause.message : String(cause) }
}

process.exitCode = await test()
