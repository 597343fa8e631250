import { spawn } from 'node:child_process'
import process from 'node:process'

export interface CommandResult {
  /** null when a signal ended it. */
  readonly code: number | null
  /** stdout and stderr in the order they came. */
  readonly output: string
}

/** Runs a program to its end without input. Never rejects: a program that cannot be started failed like any other. */
export function runCommand(
  file: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(file, [...args], {
      cwd: options.cwd,
      env: { ...process.env, NO_COLOR: '1', ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const stop = () => child.kill('SIGTERM')
    process.once('exit', stop)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    }
    const finish = (code: number | null, more = '') => {
      process.removeListener('exit', stop)
      resolve({ code, output: output + more })
    }
    child.on('error', (cause) => finish(null, `${file}: ${cause.message}\n`))
    child.on('close', (code) => finish(code))
  })
}
