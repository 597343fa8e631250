import process from 'node:process'
import { buildApp, ROOT } from './start/build-app.ts'
import { describeBuild } from './start/describe-build.ts'

try {
  process.stdout.write(`${describeBuild(await buildApp(ROOT))}\n`)
} catch (error) {
  process.stderr.write(
    `The app does not build.\n${error instanceof Error ? error.message : error}\n`,
  )
  process.exitCode = 1
}
