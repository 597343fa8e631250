import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ArchivedProposal } from '../archive/proposal-archive.ts'
import type { EndpointSearch } from './endpoint-choice.ts'
import type { PageConfig } from './page-config.ts'
import { createSessions } from './session.ts'

const LINKED = 'https://linked.test/rpc?key=secret'
const MAINNET_NODE = 'https://rpc.akashnet.net'

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('createSessions', () => {
  it('keeps what a linked endpoint says under the name of mainnet out of what mainnet said', async () => {
    const { open } = setup()
    await open({ rpc: LINKED }).chain.openArchive('akashnet-2').save([ROW], '345')
    const kept = async (search: EndpointSearch) =>
      (await open(search).chain.openArchive('akashnet-2').load()).proposals.length
    expect(await kept({})).toBe(0)
    expect(await kept({ rpc: MAINNET_NODE })).toBe(0)
    expect(await kept({ rpc: LINKED })).toBe(1)
  })

  it('keeps seen votes apart in the same way', async () => {
    const { open } = setup()
    const linked = await open({ rpc: LINKED }).chain.openVoteArchive('akashnet-2')
    await linked.add({
      proposalId: 1n,
      height: 10n,
      time: new Date(0),
      votes: [],
      validators: [],
      official: { yes: 0n, abstain: 0n, no: 0n, noWithVeto: 0n },
      bondedTokens: 0n,
    })
    const configured = await open({}).chain.openVoteArchive('akashnet-2')
    expect([await linked.load(1n), await configured.load(1n)]).toEqual([
      expect.objectContaining({ proposalId: '1' }),
      undefined,
    ])
  })

  it('lets endpoints the page was configured with share what is kept of their chain', async () => {
    const { open } = setup({ endpoints: [{ url: '/rpc/0', name: 'http://127.0.0.1:26657' }] })
    await open({}).chain.openArchive('own-1').save([ROW], undefined)
    expect((await open({}).chain.openArchive('own-1').load()).proposals).toHaveLength(1)
  })

  it('tells apart the same endpoint by the way it was chosen, for another chain is expected of it', () => {
    const endpoints = [{ url: MAINNET_NODE, name: MAINNET_NODE }]
    const configured = setup({ endpoints }).open({})
    const { open } = setup()
    const linked = open({ rpc: MAINNET_NODE })
    const ofMainnet = open({ network: 'mainnet', rpc: MAINNET_NODE })
    const keys = [configured, linked, ofMainnet].map(({ chain }) => chain.key)
    expect(new Set(keys).size).toBe(3)
    expect(open({ rpc: MAINNET_NODE })).toBe(linked)
  })

  it('takes what is known of an endpoint along to another list with it', () => {
    const { open } = setup()
    const [first] = open({}).connection.nodes
    const other = open({ network: 'mainnet', rpc: `${MAINNET_NODE},https://rpc.akt.dev/rpc` })
    const endpoint = first?.endpoints[0] ?? ''
    const call = { kind: 'result', request: { method: 'm' }, result: 1 } as const
    open({}).connection.health.learn({ endpoint, latencyMs: 7, calls: [call], cors: undefined })
    expect(other.connection.health.snapshot(endpoint).latencyMs).toBe(7)
  })

  it("does not show a provider's key in the name of an endpoint", () => {
    expect(setup().open({ rpc: LINKED }).endpoints).toEqual([
      { url: LINKED, name: 'https://linked.test/rpc', address: LINKED },
    ])
  })
})

const ROW: ArchivedProposal = {
  id: '1',
  bytes: Uint8Array.of(8, 1),
  height: '10',
  timeMs: undefined,
  endpoint: 'https://linked.test/rpc',
}

function setup(config: PageConfig = {}) {
  vi.stubGlobal('location', new URL('https://skylight.test/proposals'))
  const sessions = createSessions({
    config,
    configProblem: undefined,
    consent: { has: () => true, give: () => undefined, all: () => [], withdraw: () => undefined },
    fetch: () => Promise.reject(new Error('nothing is asked here')),
    openDemo: () => Promise.reject(new Error('no demo chain is opened here')),
    now: () => new Date('2026-11-21T03:05:26Z'),
    fixedNow: undefined,
    whenIdle: () => Promise.resolve(),
  })
  return {
    open(search: EndpointSearch) {
      const session = sessions(search)
      if (session.kind !== 'connected') throw new Error(session.kind)
      return session
    },
  }
}
