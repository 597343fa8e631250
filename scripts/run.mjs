#!/usr/bin/env node
/**
 * Every npm script goes through here: `node scripts/run.mjs <command> [args]`. Needs nothing but Node, because on a
 * fresh clone there is nothing else: it installs what the command needs, then runs it in this same process, so that
 * arguments, output, exit code and signals are the command's own.
 */
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { InstallError, installMissing } from './install.mjs'

const ROOT = new URL('..', import.meta.url)

/** `modules`: "runtime" leaves the devDependencies out, "full" has them all. */
const COMMANDS = {
  start: { entry: 'src/cli/start.ts', modules: 'runtime' },
  build: { entry: 'src/cli/build.ts', modules: 'runtime' },
  skylight: { entry: 'src/cli/skylight.ts', modules: 'runtime' },
  'replay-node': { entry: 'src/cli/replay-node.ts', modules: 'runtime' },
  'demo-node': { entry: 'src/cli/demo-node.ts', modules: 'runtime' },
  'registry:sync': { entry: 'src/cli/registry-sync.ts', modules: 'runtime' },
  test: { entry: 'src/cli/test.ts', modules: 'full' },
  bench: { entry: 'src/cli/bench.ts', modules: 'full' },
  proto: { entry: 'scripts/proto.mjs', modules: 'full' },
}

const MINIMUM_NODE = [20, 19]

function stop(sentence, exitCode) {
  process.stderr.write(`${sentence}\n`)
  process.exit(exitCode)
}

function expectNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [needMajor, needMinor] = MINIMUM_NODE
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return
  stop(
    `Skylight needs Node ${MINIMUM_NODE.join('.')} or later; this is ${process.versions.node}.`,
    1,
  )
}

/**
 * Ends with npm. npm passes a signal on to the shell it started us in, and that shell dies of it without telling us; what
 * is left of a command then would keep its port.
 */
function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const watch = () => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
  }
  setInterval(watch, 500).unref()
}

async function main([name, ...args]) {
  expectNode()
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (command === undefined) {
    stop(`Usage: node scripts/run.mjs <${Object.keys(COMMANDS).join('|')}> [arguments]`, 2)
  }
  try {
    await installMissing(fileURLToPath(ROOT), command.modules)
  } catch (error) {
    if (error instanceof InstallError) stop(error.message, 1)
    throw error
  }
  endWithNpm()
  const entry = new URL(command.entry, ROOT)
  process.argv = [process.execPath, fileURLToPath(entry), ...args]
  if (command.entry.endsWith('.ts')) {
    const { register } = await import('tsx/esm/api')
    register({ tsconfig: fileURLToPath(new URL('tsconfig.json', ROOT)) })
  }
  await import(entry.href)
}

await main(process.argv.slice(2))
