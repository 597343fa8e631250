import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import { runDemoNode } from '../../src/cli/demo-node/run-demo-node.ts'
import { isDemoChainId } from '../../src/domain/demo-chain.ts'
import { runServing, spawnServing, type WhenReady } from './run-serving.ts'
import { runSkylight } from './run-skylight.ts'

const run = (args: readonly string[], onReady?: WhenReady) => runServing(runDemoNode, args, onReady)

async function ask(url: string, call: string) {
  return (await fetch(`${url}/${call}`)).json()
}

describe('npm run demo-node', () => {
  it('serves an archive, a pruned and a light node of one chain, and stops on Ctrl-C', async () => {
    const ended = await spawnServing('demo-node', ['--port', '0'], async (urls) => {
      const answers = await Promise.all(urls.map((url) => ask(url, 'status')))
      const [archive, pruned, light] = answers.map(({ result }) => result)
      const networks = answers.map(({ result }) => result.node_info.network)
      expect(new Set(networks).size).toBe(1)
      expect(isDemoChainId(networks[0])).toBe(true)
      expect(answers.map(({ result }) => result.node_info.moniker)).toEqual([
        'archive',
        'pruned',
        'light',
      ])
      const kept = [archive, pruned, light].map(
        ({ sync_info: { latest_block_height: last, earliest_block_height: first } }) =>
          Number(last) - Number(first) + 1,
      )
      expect(kept.slice(1)).toEqual([1000, 100])
      expect(kept[0]).toBeGreaterThan(1000)
      expect([archive, light].map(({ node_info }) => node_info.other.tx_index)).toEqual([
        'on',
        'off',
      ])
    })
    expect(ended.out).toMatch(/^archive: http:.*\npruned: http:.*\nlight: http:/)
    expect(ended.out).toMatch(/chain skydemo-\S+ at height \d+; Ctrl-C stops/)
    expect([ended.code, ended.err]).toEqual([0, ''])
  })

  it('is read by skylight as any node is', async () => {
    await run(['--port', '0', '--endpoints', '1'], async ([url = '']) => {
      const listed = await runSkylight('proposals', '--rpc', url, '--format', 'json')
      expect([listed.exitCode, listed.stderr]).toEqual([0, ''])
      const { provenance, data } = JSON.parse(listed.stdout)
      expect(isDemoChainId(provenance.chainId)).toBe(true)
      const statuses = new Set(data.map(({ status }: { status: string }) => status))
      expect(statuses.size).toBeGreaterThan(2)
    })
  })

  it('has the marketplace it is asked to have', async () => {
    const options = ['--leases', '2000', '--missing-payments', '1']
    await run(['--port', '0', '--endpoints', '1', ...options], async ([url = '']) => {
      const read = await runSkylight('leases', '--rpc', url, '--format', 'json')
      expect(read.exitCode).toBe(0)
      expect(read.stderr).toContain('payment not found')
      const leases: readonly { state: string }[] = JSON.parse(read.stdout).data
      const running = leases.filter(({ state }) => state === 'active' || state === 'reclaiming')
      expect(leases.length).toBeGreaterThan(1_900)
      expect(leases.length).toBeLessThan(6_000)
      expect(running.length).toBeGreaterThan(1_400)
    })
  })

  it('tells subscribers of blocks as they come', async () => {
    await run(['--port', '0', '--endpoints', '1'], async ([url = '']) => {
      const socket = new WebSocket(`${url.replace('http', 'ws')}/websocket`)
      const query = "tm.event='NewBlockHeader'"
      const frames: unknown[] = []
      socket.on('message', (data) => frames.push(JSON.parse(String(data))))
      socket.once('open', () =>
        socket.send(
          JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'subscribe', params: { query } }),
        ),
      )
      await expect.poll(() => frames.length, { timeout: 15_000, interval: 50 }).toBeGreaterThan(1)
      expect(frames[1]).toMatchObject({
        result: { data: { type: 'tendermint/event/NewBlockHeader' } },
      })
      socket.terminate()
    })
  })

  it('stands still at a time, tells it, and gives the same chain for the same seed', async () => {
    const at = ['--now', '2026-11-21T12:00:00Z', '--port', '0', '--endpoints', '1']
    const seen: unknown[] = []
    for (const seed of ['7', '7', '8']) {
      await run([...at, '--seed', seed], async ([url = '']) => {
        const response = await fetch(`${url}/status`)
        expect(response.headers.get('x-replay-now')).toBe('2026-11-21T12:00:00Z')
        seen.push((await response.json()).result.sync_info.latest_app_hash)
      })
    }
    expect(seen[0]).toBe(seen[1])
    expect(seen[0]).not.toBe(seen[2])
  })

  it('gives faults to all endpoints or to one, and says what each does', async () => {
    const faults = ['--fault', 'unauthorized', '--fault', 'pruned:lag:100']
    const ended = await run(['--port', '0', '--endpoints', '2', ...faults], async (urls) => {
      const codes = await Promise.all(urls.map(async (url) => (await fetch(url)).status))
      expect(codes).toEqual([401, 401])
    })
    expect(ended.out.match(/HTTP 401/g)).toHaveLength(2)
    expect(ended.out).toMatch(/pruned: .*\n.*401\.\n {2}The node is 100 blocks behind the chain\./)
  })

  it('lists the faults', async () => {
    const ended = await run(['--list-faults'])
    expect(ended.out).toMatch(/^hang +Requests are taken and never answered\.$/m)
    expect([ended.code, ended.err]).toEqual([0, ''])
  })

  it('ends with the code of a mistake, and says it on stderr', async () => {
    const ended = await spawnServing('demo-node', ['--port', 'x'])
    expect(ended).toMatchObject({ code: 2, out: '' })
    expect(ended.err).toMatch(/^demo-node: --port takes a number .* \(usage: .*\)\n$/)
  })

  it.each([
    ['a port that is none', ['--port', 'x'], '--port takes a number from 0 to 65535, not x'],
    ['ports that run out', ['--port', '65534'], 'there are no 3 ports from 65534 on'],
    ['no endpoints', ['--endpoints', '0'], '--endpoints takes a number from 1 to 16, not 0'],
    [
      'leases that are none',
      ['--leases', 'many'],
      '--leases takes a number from 0 to 1000000, not many',
    ],
    [
      'more missing payments than a reader bears',
      ['--missing-payments', '26'],
      '--missing-payments takes a number from 0 to 25, not 26',
    ],
    ['a seed that is none', ['--seed', '-1'], "Option '--seed' argument is ambiguous"],
    [
      'a time that is none',
      ['--now', 'noon'],
      '--now takes a time as 2026-11-21T03:05:26Z, not noon',
    ],
    ['an unknown option', ['--colour'], "Unknown option '--colour'"],
    [
      'an unknown fault',
      ['--fault', 'hiccup'],
      'there is no fault hiccup; --list-faults names them, and the endpoints are archive, pruned, light',
    ],
    [
      'a fault of an endpoint that is not there',
      ['--endpoints', '1', '--fault', 'light:hang'],
      'there is no fault light:hang; --list-faults names them, and the endpoints are archive',
    ],
    ['a host that is not loopback', ['--host', '0.0.0.0'], '0.0.0.0 is not a loopback address'],
  ])('ends with code 2 and one line for %s', async (_, args, line) => {
    const ended = await run(args)
    expect(ended.err.startsWith(`demo-node: ${line}`)).toBe(true)
    expect([ended.code, ended.err.trimEnd().split('\n').length, ended.out]).toEqual([2, 1, ''])
  })

  it('ends with code 2 where a port is taken, and keeps none', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const address = other.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const ended = await run(['--port', String(port - 1), '--endpoints', '2'])
    other.close()
    expect([ended.code, ended.err, ended.out]).toEqual([
      2,
      `demo-node: port ${port} is taken\n`,
      '',
    ])
  })
}, 30_000)
