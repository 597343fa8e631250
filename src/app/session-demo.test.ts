import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { readProposalDetail } from '../queries/proposal-detail.ts'
import { proposalListQuery } from '../queries/proposal-list.ts'
import type { DemoNetwork } from './demo/demo-network.ts'
import { earlyKey, withEarlyAnswers } from './early/answers.ts'
import type { EndpointSearch } from './endpoint-choice.ts'
import type { PageConfig } from './page-config.ts'
import { createSessions } from './session.ts'

const DEMO = { network: 'demo' }
const SANDBOX = { network: 'sandbox' }
const ROW = {
  id: '1',
  bytes: Uint8Array.of(8, 1),
  height: '10',
  timeMs: undefined,
  endpoint: 'https://archive.demo.invalid',
}
const PICTURE = {
  proposalId: 1n,
  height: 10n,
  time: new Date(0),
  votes: [],
  validators: [],
  official: { yes: 0n, abstain: 0n, no: 0n, noWithVeto: 0n },
  bondedTokens: 0n,
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('the demo chain', () => {
  it('is asked within the page: nothing goes out, and its code comes with the first question', async () => {
    const { open, outgoing, demoUrls, opened } = setup('skydemo-3')
    const { chain } = open(DEMO)
    expect(opened()).toBe(0)
    await chain.transport.request({ method: 'status' })
    await chain.transport.request({ method: 'health' })
    expect(opened()).toBe(1)
    expect(demoUrls).toEqual(Array(2).fill('https://archive.demo.invalid/'))
    expect(outgoing).toEqual([])
  })

  it('never shows another chain, whatever claims to be it', async () => {
    const { chain } = setup('akashnet-2').open(DEMO)
    await expect(readProposalDetail(chain, 1n)).rejects.toThrow(
      'is a node of akashnet-2, not of the demo chain',
    )
  })

  it('shares no query key with any other choice, and no early answer either', async () => {
    const { open } = setup('skydemo-3')
    const searches: EndpointSearch[] = [DEMO, {}, { network: 'sandbox' }, { ...DEMO, height: '5' }]
    const keys = searches.map((search) => {
      const [key] = proposalListQuery(open(search).chain).queryKey
      return key
    })
    expect(new Set(keys).size).toBe(searches.length)
    const body = '{"jsonrpc":"2.0","id":0,"method":"status","params":{}}'
    const early = new Map([
      [
        earlyKey('https://archive.demo.invalid/', body),
        Promise.resolve({ status: 200, headers: new Headers(), text: statusText('akashnet-2') }),
      ],
    ])
    const mixed = setup('skydemo-3', {}, early)
    const { result } = await mixed.open(DEMO).chain.transport.request({
      method: 'status',
      params: {},
    })
    expect(JSON.stringify(result)).toContain('skydemo-3')
    expect(early.size).toBe(1)
  })

  it.each<[string, EndpointSearch, PageConfig]>([
    ['of the page itself', DEMO, {}],
    ['that an endpoint serves', {}, { endpoints: [{ url: '/rpc/0', name: 'http://127.0.0.1:1' }] }],
    ['that a link leads to', { rpc: 'https://linked.test' }, {}],
  ])('%s leaves nothing behind in this browser', async (_, search, config) => {
    const { open, stored } = setup('skydemo-3', config)
    const { chain } = open(search)
    await chain.openArchive('skydemo-3').save([ROW], '2')
    await (await chain.openVoteArchive('skydemo-3')).add(PICTURE)
    expect((await chain.openArchive('skydemo-3').load()).proposals).toEqual([ROW])
    expect(await indexedDB.databases()).toEqual([])
    expect(stored.size).toBe(0)
  })

  it('finds nothing that was kept of another chain, nor of another epoch of its own', async () => {
    const { open } = setup('skydemo-3')
    await open({}).chain.openArchive('akashnet-2').save([ROW], '2')
    await open(DEMO).chain.openArchive('skydemo-2').save([ROW], '2')
    const { chain } = open(DEMO)
    expect((await chain.openArchive('skydemo-3').load()).proposals).toEqual([])
    const databases = await indexedDB.databases()
    expect(databases.map(({ name }) => name)).toEqual(['skylight/akashnet-2'])
  })
})

describe('what stands in for a network that cannot be read', () => {
  it('is the demo chain of ?network=demo, and gives way again', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    try {
      const { open } = setup('skydemo-3')
      const asked = open(SANDBOX)
      expect(asked.standsInFor).toBeUndefined()
      asked.fallback.watch()
      await vi.advanceTimersByTimeAsync(1_100)
      await vi.dynamicImportSettled()
      await vi.advanceTimersByTimeAsync(3_000)
      await vi.waitFor(() => expect(asked.fallback.state().kind).toBe('demo'))
      const shown = open(SANDBOX)
      expect(shown.standsInFor).toBe(asked)
      expect(shown.chain).toBe(open(DEMO).chain)
      expect(open(SANDBOX)).toBe(shown)
      asked.fallback.goBack()
      expect(open(SANDBOX)).toBe(asked)
    } finally {
      vi.useRealTimers()
    }
  })
})

function setup(
  chainId: string,
  config: PageConfig = {},
  early?: Parameters<typeof withEarlyAnswers>[1],
) {
  const stored = new Map<string, string>()
  vi.stubGlobal('location', new URL('https://skylight.test/proposals'))
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  })
  const outgoing: string[] = []
  const demoUrls: string[] = []
  let openings = 0
  let opened: Promise<DemoNetwork> | undefined
  const sessions = createSessions({
    config,
    configProblem: undefined,
    consent: { has: () => true, give: () => undefined, all: () => [], withdraw: () => undefined },
    fetch: withEarlyAnswers((input) => {
      outgoing.push(String(input))
      return Promise.reject(new TypeError('no network'))
    }, early),
    openDemo: () => {
      opened ??= Promise.resolve().then(() => {
        openings += 1
        return createFakeDemo(chainId, demoUrls)
      })
      return opened
    },
    now: () => new Date('2026-11-21T03:05:26Z'),
    fixedNow: undefined,
    whenIdle: () => Promise.resolve(),
  })
  return {
    outgoing,
    demoUrls,
    stored,
    opened: () => openings,
    open(search: EndpointSearch) {
      const session = sessions(search)
      if (session.kind !== 'connected') throw new Error(session.kind)
      return session
    },
  }
}

/** Answers every call as a node's status. */
function createFakeDemo(chainId: string, urls: string[]): DemoNetwork {
  return {
    fetch: async (input, init) => {
      urls.push(String(input))
      const asked: unknown = JSON.parse(String(init?.body))
      const answers = (Array.isArray(asked) ? asked : [asked]).map((call) =>
        JSON.parse(statusText(chainId, Reflect.get(call, 'id'))),
      )
      return new Response(JSON.stringify(Array.isArray(asked) ? answers : answers[0]))
    },
    WebSocket: class {
      addEventListener(): void {}
      send(): void {}
      close(): void {}
    },
  }
}

function statusText(network: string, id = 0): string {
  const sync_info = {
    latest_block_height: '100',
    latest_block_time: '2026-11-21T03:05:21Z',
    earliest_block_height: '1',
    catching_up: false,
  }
  return JSON.stringify({ jsonrpc: '2.0', id, result: { node_info: { network }, sync_info } })
}
