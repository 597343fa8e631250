import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..')
const RECORDINGS = join('test', 'recordings')
const emptyFolder = mkdtempSync(join(tmpdir(), 'scene-'))

afterAll(() => rmSync(emptyFolder, { recursive: true }))

function start(...args: string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, ['--import', 'tsx', 'src/cli/replay-node.ts', ...args], {
    cwd: ROOT,
  })
}

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the command to its end; interrupts it as soon as it has printed `interruptAt`. */
function run(
  args: string[],
  interruptAt?: string,
  onReady?: (out: string) => Promise<void>,
): Promise<Ended> {
  const child = start(...args)
  let out = ''
  let err = ''
  let isReady = false
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (data) => {
      out += String(data)
      if (isReady || interruptAt === undefined || !out.includes(interruptAt)) return
      isReady = true
      const ready = onReady?.(out) ?? Promise.resolve()
      ready.catch(reject).finally(() => child.kill('SIGINT'))
    })
    child.stderr.on('data', (data) => {
      err += String(data)
    })
    child.on('close', (code) => resolve({ code, out, err }))
  })
}

describe('npm run replay-node', () => {
  it('says where it serves and at what time it stands still, and stops on Ctrl-C', async () => {
    const ended = await run([join(RECORDINGS, 'halt'), '--port', '0'], 'stops', async (out) => {
      const url = /halt as archive: (\S+)/.exec(out)?.[1] ?? ''
      const answer = await fetch(`${url}/status`)
      expect(await answer.json()).toMatchObject({ result: { node_info: { network: 'skydev-1' } } })
    })
    expect(ended.out).toContain('standing still at 2026-11-21T03:08:47.310Z, height 27400604')
    expect([ended.code, ended.err]).toEqual([0, ''])
  })

  it('serves several endpoints at once, and names those that were not running', async () => {
    const ended = await run(
      [join(RECORDINGS, 'halt-partial'), '--as', 'all', '--port', '0'],
      'stops',
    )
    const names = [...ended.out.matchAll(/halt-partial as (\w+): http/g)].map(([, name]) => name)
    expect(names).toEqual(['archive', 'pruned', 'nocors', 'v4', 'v5'])
    expect(ended.out).toContain('noindex was not running in this scene')
  })

  it.each([
    ['no folder', [], 'name one scene folder'],
    ['a folder that is not there', ['nowhere/scene'], 'there is no folder nowhere/scene'],
    ['a folder without recordings', [emptyFolder], `there are no recordings in ${emptyFolder}`],
    [
      'an endpoint the scene does not have',
      [join(RECORDINGS, 'market'), '--as', 'v9', '--port', '0'],
      'scene market has no endpoint v9, it has archive',
    ],
    [
      'an endpoint that was not running',
      [join(RECORDINGS, 'halt-partial'), '--as', 'noindex', '--port', '0'],
      'noindex was not running in scene halt-partial',
    ],
    [
      'a port that is none',
      [join(RECORDINGS, 'halt'), '--port', 'x'],
      '--port takes a number up to 65535, not x',
    ],
    ['an unknown option', [join(RECORDINGS, 'halt'), '--colour'], "Unknown option '--colour'"],
    [
      'a host that is not loopback',
      [join(RECORDINGS, 'halt'), '--host', '0.0.0.0', '--port', '0'],
      '0.0.0.0 is not a loopback address',
    ],
  ])('ends with code 2 and one line for %s', async (_, args, line) => {
    const ended = await run(args)
    expect(ended.err.startsWith(`replay-node: ${line}`)).toBe(true)
    expect([ended.code, ended.err.trimEnd().split('\n').length, ended.out]).toEqual([2, 1, ''])
  })

  it('ends with code 2 where the port is taken', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const address = other.address()
    const port = typeof address === 'object' && address !== null ? String(address.port) : ''
    const ended = await run([join(RECORDINGS, 'halt'), '--port', port])
    other.close()
    expect([ended.code, ended.err]).toEqual([2, `replay-node: port ${port} is taken\n`])
  })
}, 30_000)
