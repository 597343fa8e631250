import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { COMMANDS } from '../../src/cli/skylight/commands.ts'
import { OWN_OPTIONS, type OwnOption } from '../../src/cli/skylight/options.ts'
import { answerShape, NodeShape } from '../../src/cli/skylight/shapes.ts'
import { describeUsage } from '../../src/cli/skylight/usage.ts'
import { type ReplayNode, startReplayNode } from '../../src/demo-chain/http/replay-node.ts'
import { formatInteger } from '../../src/domain/format-integer.ts'
import { RECORDINGS } from './recorded-proposals.ts'
import { parseCsv, runSkylight } from './run-skylight.ts'

const TIMEOUT_MS = 30_000
const TENANT = 'akash10f0fzuxxwd7ckzwpmz5ms0ux7q4s3fzmlgu5q2'
const PROVIDER = 'akash1wj70ay78c36mnzg4khr2p8r7jfu442zw59m9aa'

/** Every command, with what else it needs to be run. */
const POSITIONALS: Readonly<Record<string, readonly string[]>> = {
  proposals: [],
  proposal: ['353'],
  tally: ['353'],
  votes: ['353'],
  nonvoters: ['353'],
  upgrades: [],
  upgrade: ['v2.1.0'],
  halt: [],
  plan: [],
  nodes: [],
  aeps: [],
  aep: ['76'],
  links: [],
  findings: [],
  sigs: [],
  market: [],
  leases: [],
  lease: [`${TENANT}/1/1/1/${PROVIDER}`],
  gpus: [],
  providers: [],
}
const NAMES = Object.keys(POSITIONALS)

const REGISTRY = ['aeps', 'aep', 'links', 'findings', 'sigs']

/** Which commands read an option, and what a refusal says of them. */
const READERS: Readonly<
  Record<OwnOption, { readonly commands: readonly string[]; readonly said: string }>
> = {
  height: {
    commands: NAMES.filter((name) => name !== 'halt'),
    said: 'every command but halt does',
  },
  watch: { commands: ['halt'], said: 'halt does' },
  exact: { commands: ['tally', 'votes'], said: 'tally and votes do' },
  check: { commands: ['plan'], said: 'plan does' },
  running: { commands: ['market'], said: 'market does' },
  state: { commands: ['leases'], said: 'leases does' },
  owner: { commands: ['leases'], said: 'leases does' },
  provider: { commands: ['leases'], said: 'leases does' },
  refresh: { commands: REGISTRY, said: 'aeps, aep, links, findings and sigs do' },
}

const VALUES: Partial<Readonly<Record<OwnOption, string>>> = {
  height: '99999999',
  state: 'active',
  owner: TENANT,
  provider: PROVIDER,
}

const PAIRS = NAMES.flatMap((name) => OWN_OPTIONS.map((option) => [name, option] as const))

let node: ReplayNode
beforeAll(async () => {
  node = await startReplayNode({ scene: join(RECORDINGS, 'steady') })
})
afterAll(() => node.close())
afterEach(() => vi.unstubAllGlobals())

function run(name: string, option: OwnOption) {
  const value = VALUES[option]
  const given = value === undefined ? [`--${option}`] : [`--${option}`, value]
  return runSkylight(name, ...(POSITIONALS[name] ?? []), ...given, '--rpc', node.url)
}

describe('options of single commands', { timeout: TIMEOUT_MS }, () => {
  it('are held against every command there is', () => {
    expect(NAMES).toEqual(Object.keys(COMMANDS))
  })

  it.each(PAIRS.filter(([name, option]) => !READERS[option].commands.includes(name)))(
    '%s refuses --%s, which it would ignore, and tells which commands read it',
    async (name, option) => {
      node.requests.reset()
      const { exitCode, stdout, stderr } = await run(name, option)
      expect([exitCode, stdout, stderr.split('\n')[0]]).toEqual([
        2,
        '',
        `${name} takes no --${option}; ${READERS[option].said}.`,
      ])
      expect(node.requests.httpRequests).toBe(0)
    },
  )

  it.each(OWN_OPTIONS)('--%s stands in the help with the commands that read it', (option) => {
    const { commands } = READERS[option]
    const line = describeUsage(COMMANDS)
      .split('\n')
      .find((text) => text.startsWith(`  --${option}`))
    const others = NAMES.filter((name) => !commands.includes(name))
    const readers =
      commands.length > others.length ? `all but ${others.join(', ')}` : commands.join(', ')
    expect(line).toContain(`(${readers})`)
  })

  it.each(READERS.height.commands.filter((name) => name !== 'nodes'))(
    '%s asks at the height it is given, which this node has not reached',
    async (name) => {
      const { exitCode, stdout, stderr } = await run(name, 'height')
      expect([exitCode, stdout]).toEqual([1, ''])
      expect(stderr).toContain(`${node.url} has not reached height 99999999 yet`)
    },
  )

  it.each([
    ['27399999', 'pruned', 'pruned'],
    ['27400000', 'kept', 'kept'],
    ['27400496', 'kept', 'kept'],
    ['27400497', 'not-reached', 'not reached'],
  ])('nodes tells who has block %s, and the rest as it stands now', async (height, kind, cell) => {
    const dead = 'http://127.0.0.1:9'
    const args = ['nodes', '--rpc', `${dead},${node.url}`, '--height', height]
    const { exitCode, stdout, stderr } = await runSkylight(...args, '--format', 'json')
    expect([exitCode, stderr]).toEqual([
      0,
      `All is told as it stands now, but for who has block ${formatInteger(BigInt(height))}; who keeps it may have pruned its state.\n`,
    ])
    const { provenance, data } = z.parse(answerShape(z.array(NodeShape)), JSON.parse(stdout))
    expect(provenance).toMatchObject({ height: 27_400_496, query: 'status' })
    expect(data).toMatchObject([
      { endpoint: dead, state: 'unreachable', blockAtHeight: null },
      { endpoint: node.url, latestHeight: 27_400_496, blockAtHeight: kind },
    ])
    const [header, ...rows] = parseCsv((await runSkylight(...args, '--format', 'csv')).stdout)
    expect([header, ...rows].map((row) => row?.at(-1))).toEqual([`block ${height}`, '', cell])
  })

  it('nodes without --height prints what it always did', async () => {
    const args = ['nodes', '--rpc', node.url]
    const { stdout, stderr } = await runSkylight(...args, '--format', 'json')
    expect(stderr).toBe('')
    expect(stdout).not.toContain('blockAtHeight')
    const [header] = parseCsv((await runSkylight(...args, '--format', 'csv')).stdout)
    expect(header?.at(-1)).toBe('ms')
  })

  it.each(REGISTRY)('%s --refresh reads the public index', async (name) => {
    const asked: string[] = []
    const { fetch } = globalThis
    vi.stubGlobal('fetch', (...args: Parameters<typeof fetch>) => {
      const address = `${args[0] instanceof Request ? args[0].url : args[0]}`
      if (address.startsWith(node.url)) return fetch(...args)
      asked.push(new URL(address).hostname)
      return Promise.reject(new TypeError('no network in tests'))
    })
    const { exitCode, stderr } = await run(name, 'refresh')
    expect([exitCode, [...new Set(asked)]]).toEqual([0, ['raw.githubusercontent.com']])
    expect(stderr).not.toBe('')
  })

  it('change what is answered', async () => {
    const table = async (...args: readonly string[]) =>
      (await runSkylight(...args, '--rpc', node.url)).stdout
    expect(await table('tally', '353')).toMatch(/^recomputed +not known$/m)
    expect(await table('tally', '353', '--exact')).toMatch(/^recomputed +\{"yes"/m)
  })
})

describe('a mistake on the command line', () => {
  it('is followed by a short hint, not by a help that it scrolls away with', async () => {
    const { stderr } = await runSkylight('proposals', '--exact')
    expect(stderr).toBe(
      'proposals takes no --exact; tally and votes do.\n\nUsage: npm run -s skylight -- <command> [options]; --help lists both.\n',
    )
  })

  it('of nothing at all is followed by the help, which has every command', async () => {
    const { exitCode, stdout, stderr } = await runSkylight()
    expect([exitCode, stdout]).toEqual([2, ''])
    expect(stderr).toBe(`No command given.\n\n${describeUsage(COMMANDS)}`)
    for (const name of NAMES) expect(stderr).toMatch(new RegExp(`^  ${name}[ [<]`, 'm'))
    expect((await runSkylight('leases', '--help')).stdout).toBe(describeUsage(COMMANDS))
  })
})
