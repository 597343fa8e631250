import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { runCommand } from '../../src/cli/skylight/run-command.ts'

const ROOT = join(import.meta.dirname, '..', '..')

export interface Finished {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

/** `skylight` in this process, which saves the start of another. */
export function runSkylight(...args: readonly string[]): Promise<Finished> {
  return runOn(undefined, args)
}

/** The same on a terminal of so many characters a line. */
export function runOnTerminal(width: number, ...args: readonly string[]): Promise<Finished> {
  return runOn(width, args)
}

async function runOn(width: number | undefined, args: readonly string[]): Promise<Finished> {
  let stdout = ''
  let stderr = ''
  const exitCode = await runCommand(args, {
    write: async (text) => {
      stdout += text
    },
    note: (text) => {
      stderr += text
    },
    isTerminal: width !== undefined,
    ...(width === undefined ? {} : { width }),
  })
  return { exitCode, stdout, stderr }
}

/** `skylight` as a process of its own, as a shell would start it. */
export function spawnSkylight(...args: readonly string[]): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/skylight.ts', ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const stdout: Buffer[] = []
    const stderr: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
    child.on('error', reject)
    child.on('close', (exitCode) => {
      const text = (chunks: readonly Buffer[]) => Buffer.concat(chunks).toString('utf8')
      resolve({ exitCode, stdout: text(stdout), stderr: text(stderr) })
    })
  })
}

/** A CSV (RFC 4180) as rows of cells. */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? ''
    if (isQuoted) {
      if (char !== '"') cell += char
      else if (text[at + 1] === '"') {
        cell += char
        at++
      } else isQuoted = false
    } else if (char === '"') isQuoted = true
    else if (char === ',' || char === '\n') {
      row.push(char === ',' ? cell : cell.replace(/\r$/, ''))
      cell = ''
      if (char === '\n') {
        rows.push(row)
        row = []
      }
    } else cell += char
  }
  return rows
}
