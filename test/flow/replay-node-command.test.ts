import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runReplayNode } from '../../src/cli/replay-node/run-replay-node.ts'
import { runServing, spawnServing, type WhenReady } from './run-serving.ts'

const RECORDINGS = join('test', 'recordings')
const emptyFolder = mkdtempSync(join(tmpdir(), 'scene-'))

afterAll(() => rmSync(emptyFolder, { recursive: true }))

const run = (args: readonly string[], onReady?: WhenReady) =>
  runServing(runReplayNode, args, onReady)

describe('npm run replay-node', () => {
  it('says where it serves and at what time it stands still, and stops on Ctrl-C', async () => {
    const args = [join(RECORDINGS, 'halt'), '--port', '0']
    const ended = await spawnServing('replay-node', args, async ([url]) => {
      const answer = await fetch(`${url}/status`)
      expect(await answer.json()).toMatchObject({ result: { node_info: { network: 'skydev-1' } } })
    })
    expect(ended.out).toMatch(/halt as archive: http:.*\n.*; Ctrl-C stops\n$/)
    expect(ended.out).toContain('standing still at 2026-11-21T03:08:47.310Z, height 27400604')
    expect([ended.code, ended.err]).toEqual([0, ''])
  })

  it('serves several endpoints at once, and names those that were not running', async () => {
    const ended = await run([join(RECORDINGS, 'halt-partial'), '--as', 'all', '--port', '0'])
    const names = [...ended.out.matchAll(/halt-partial as (\w+): http/g)].map(([, name]) => name)
    expect(names).toEqual(['archive', 'pruned', 'nocors', 'v4', 'v5'])
    expect(ended.out).toContain('noindex was not running in this scene')
  })

  it('ends with the code of a mistake, and says it on stderr', async () => {
    const ended = await spawnServing('replay-node', [])
    expect(ended).toMatchObject({ code: 2, out: '' })
    expect(ended.err).toMatch(/^replay-node: name one scene folder \(usage: .*\)\n$/)
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
