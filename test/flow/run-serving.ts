import { spawn } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import type { ServingProcess } from '../../src/cli/serving-process.ts'

const ROOT = join(import.meta.dirname, '..', '..')

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** What to do once everything is served, with the addresses the command printed; it is interrupted afterwards. */
export type WhenReady = (urls: readonly string[]) => Promise<void>

/** A command that serves, run in this process to its end, which saves the start of another. */
export async function runServing(
  command: (args: readonly string[], process: ServingProcess) => Promise<number>,
  args: readonly string[],
  onReady?: WhenReady,
): Promise<Ended> {
  let out = ''
  let err = ''
  const code = await command(args, {
    say: (line) => {
      out += `${line}\n`
    },
    complain: (line) => {
      err += `${line}\n`
    },
    untilInterrupted: async () => onReady?.(readUrls(out)),
  })
  return { code, out, err }
}

/** The same as a process of its own, as a shell would start it, interrupted by Ctrl-C. */
export function spawnServing(
  name: string,
  args: readonly string[],
  onReady?: WhenReady,
): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', 'tsx', `src/cli/${name}.ts`, ...args], {
    cwd: ROOT,
  })
  let out = ''
  let err = ''
  let isReady = false
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (data) => {
      out += String(data)
      if (isReady || onReady === undefined || !out.includes('Ctrl-C stops')) return
      isReady = true
      onReady(readUrls(out))
        .catch(reject)
        .finally(() => child.kill('SIGINT'))
    })
    child.stderr.on('data', (data) => {
      err += String(data)
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, err }))
  })
}

function readUrls(out: string): readonly string[] {
  return [...out.matchAll(/http:\S+/g)].map(([url]) => url)
}
