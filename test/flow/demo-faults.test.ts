import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import {
  QueryProposalsRequest,
  QueryProposalsResponse,
  QueryTallyResultResponse,
  QueryVotesRequest,
  QueryVotesResponse,
} from '../../src/chain/proto/generated/cosmos/gov/v1/query.ts'
import { createLedger } from '../../src/demo-chain/chain/create-ledger.ts'
import { createDemoScript } from '../../src/demo-chain/chain/world/create-demo-script.ts'
import { createDemoEndpoints } from '../../src/demo-chain/faults/create-demo-endpoints.ts'
import type { DemoEndpoint } from '../../src/demo-chain/faults/demo-endpoint.ts'
import { FAULT_EXAMPLES } from '../../src/demo-chain/faults/fault-examples.ts'
import { parseFault } from '../../src/demo-chain/faults/parse-fault.ts'
import { type ServedNode, serveNode } from '../../src/demo-chain/http/serve-node.ts'

let now = new Date('2026-11-21T12:00:00Z')
const PROPOSALS = '/cosmos.gov.v1.Query/Proposals'
const VOTES = '/cosmos.gov.v1.Query/Votes'
const VOTING_PERIOD = 2

let honest: ServedNode
let served: ServedNode
let faulty: DemoEndpoint
let tip: bigint
/** The proposal in its voting period with the lowest id. */
let openVote: bigint

beforeAll(async () => {
  const ledger = createLedger(createDemoScript({ now }), () => now)
  const specs = [{ name: 'honest' }, { name: 'faulty' }]
  const [first, second] = createDemoEndpoints({ ledger, specs, now: () => now })
  if (first === undefined || second === undefined) throw new Error('two endpoints were asked for')
  faulty = second
  honest = await serveNode(first.server)
  served = await serveNode(second.server)
  tip = ledger.tip()
  const { proposals } = await listProposals(honest.url)
  openVote = proposals.find(({ status }) => status === VOTING_PERIOD)?.id ?? 0n
})

afterAll(async () => {
  await Promise.all([honest.close(), served.close()])
})

function misbehave(text: string): void {
  const fault = parseFault(text)
  if (fault === undefined) throw new Error(`there is no fault ${text}`)
  faulty.setFaults([fault])
}

interface Answer {
  readonly id?: number
  readonly result?: {
    readonly node_info: { readonly network: string }
    readonly sync_info: {
      readonly latest_block_height: string
      readonly earliest_block_height: string
      readonly latest_block_time: string
      readonly latest_block_hash: string
      readonly latest_app_hash: string
    }
    readonly response: {
      readonly code: number
      readonly log: string
      readonly value: string | null
      readonly height: string
    }
  }
  readonly error?: { readonly data: string }
}

function post(
  url: string,
  method: string,
  params: object = {},
  waitMs = 20_000,
): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    body: JSON.stringify({ jsonrpc: '2.0', id: 7, method, params }),
    redirect: 'manual',
    headers: { origin: 'https://page.example' },
    signal: AbortSignal.timeout(waitMs),
  })
}

async function ask(url: string, method: string, params: object = {}): Promise<Answer> {
  return (await post(url, method, params)).json()
}

async function status(url: string) {
  const { result } = await ask(url, 'status')
  if (result === undefined) throw new Error('no status')
  return result
}

async function query(url: string, path: string, data: Uint8Array, height = 0n) {
  const hex = Buffer.from(data).toString('hex')
  const params = { path, data: hex, height: String(height), prove: false }
  const response = (await ask(url, 'abci_query', params)).result?.response
  if (response === undefined) throw new Error('no response')
  return { ...response, bytes: Buffer.from(response.value ?? '', 'base64') }
}

const page = (limit: bigint, key: Uint8Array = new Uint8Array()) => ({
  ...{ key, offset: 0n, limit, countTotal: false, reverse: false },
})

const proposalsRequest = (limit: bigint, key?: Uint8Array): Uint8Array =>
  QueryProposalsRequest.encode({
    ...{ proposalStatus: 0, voter: '', depositor: '', pagination: page(limit, key) },
  }).finish()

async function listProposals(url: string, limit = 1000n, key?: Uint8Array) {
  const { bytes } = await query(url, PROPOSALS, proposalsRequest(limit, key))
  return QueryProposalsResponse.decode(bytes)
}

async function proposalIds(url: string, limit?: bigint, key?: Uint8Array): Promise<bigint[]> {
  return (await listProposals(url, limit, key)).proposals.map(({ id }) => id)
}

async function listVotes(url: string) {
  const data = QueryVotesRequest.encode({ proposalId: openVote, pagination: page(100_000n) })
  return QueryVotesResponse.decode((await query(url, VOTES, data.finish())).bytes).votes
}

/** What a plain fetch sees of a request for the status, in short. */
async function look(waitMs = 20_000): Promise<string> {
  try {
    const response = await post(served.url, 'status', {}, waitMs)
    const type = response.headers.get('content-type')?.split(';')[0] ?? ''
    return `${response.status} ${type} ${describeBody(await response.text())}`
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause
    if (cause.name === 'TimeoutError') return 'silence'
    const code = cause.cause instanceof Error && 'code' in cause.cause ? cause.cause.code : ''
    return `${cause.message} ${code}`.trim()
  }
}

function describeBody(text: string): string {
  if (text === '') return 'nothing'
  if (text.startsWith('<')) return 'a page'
  try {
    const json = JSON.parse(text)
    if (json.jsonrpc !== '2.0') return 'JSON'
    return json.id === 7 ? 'an answer' : 'an answer to another'
  } catch {
    return 'text'
  }
}

/** How an attempt to open a WebSocket ends, and the frames that came. */
async function lookAtSocket(frame?: object): Promise<string[]> {
  const socket = new WebSocket(`${served.url.replace('http', 'ws')}/websocket`)
  const seen: string[] = []
  socket.on('open', () => {
    seen.push('open')
    if (frame !== undefined) socket.send(JSON.stringify(frame))
  })
  socket.on('message', (data) => {
    const { error, result } = JSON.parse(String(data))
    seen.push(error?.data ?? (result.data === undefined ? 'confirmed' : 'event'))
    if (error !== undefined) socket.close()
  })
  socket.on('error', (cause) => seen.push(cause.message))
  await new Promise((resolve) => socket.once('close', (code) => resolve(seen.push(String(code)))))
  return seen
}

/** Each fault, and what somebody who asks notices of it. */
const NOTICED: readonly (readonly [string, () => Promise<void>])[] = [
  ...(
    [
      ['unreachable', 'fetch failed ECONNRESET'],
      ['dns', 'fetch failed ECONNRESET'],
      ['unauthorized', '401 application/json JSON'],
      ['forbidden', '403 text/html a page'],
      ['not-found', '404 text/html a page'],
      ['rate-limit', '429 text/plain text'],
      ['server-error', '500 text/plain text'],
      ['bad-gateway', '502 text/html a page'],
      ['redirect', '302 text/html a page'],
      ['cut', 'terminated UND_ERR_SOCKET'],
      ['junk', '200 application/json text'],
      ['not-json-rpc', '200 application/json JSON'],
      ['html', '200 text/html a page'],
      ['empty', '200 application/json nothing'],
      ['wrong-id', '200 application/json an answer to another'],
    ] as const
  ).map(([fault, sight]) => [fault, async () => expect(await look()).toBe(sight)] as const),
  [
    'hang',
    async () => {
      expect(await look(100)).toBe('silence')
      const socket = lookAtSocket()
      expect(await Promise.race([socket, pause(100).then(() => 'silence')])).toBe('silence')
      faulty.setFaults([])
    },
  ],
  [
    'trickle',
    async () => {
      const response = await post(served.url, 'health')
      const first = await response.body?.getReader().read()
      expect([response.status, (first?.value?.length ?? 99) < 20]).toEqual([200, true])
    },
  ],
  [
    'late:120',
    async () => {
      const startedMs = performance.now()
      expect(await look()).toBe('200 application/json an answer')
      expect(performance.now() - startedMs).toBeGreaterThan(115)
    },
  ],
  [
    'no-cors',
    async () => {
      const allowed = 'access-control-allow-origin'
      expect((await post(served.url, 'health')).headers.get(allowed)).toBeNull()
      expect((await post(honest.url, 'health')).headers.get(allowed)).toBe('*')
    },
  ],
  [
    'rate-limit:30',
    async () => {
      const { headers } = await post(served.url, 'health')
      expect(headers.get('retry-after')).toBe('30')
      expect(headers.get('access-control-expose-headers')).toBe('Retry-After')
    },
  ],
  [
    'rate-limit-after:1',
    async () => {
      expect([await look(), await look()]).toEqual([
        '200 application/json an answer',
        '429 text/plain text',
      ])
    },
  ],
  [
    'die-after:1',
    async () => {
      expect([await look(), await look()]).toEqual([
        '200 application/json an answer',
        'fetch failed ECONNRESET',
      ])
    },
  ],
  [
    'flap:150',
    async () => {
      expect(await look()).toBe('200 application/json an answer')
      await pause(160)
      expect(await look()).toBe('fetch failed ECONNRESET')
      await pause(150)
      expect(await look()).toBe('200 application/json an answer')
    },
  ],
  [
    'wrong-chain',
    async () => {
      const { network } = (await status(served.url)).node_info
      expect(network).toBe('skydemo-elsewhere')
      expect((await status(honest.url)).node_info.network).not.toBe(network)
    },
  ],
  ['lag:100', async () => expect(await heightOf(served.url)).toBe(tip - 100n)],
  ['ahead:100', async () => expect(await heightOf(served.url)).toBe(tip + 100n)],
  ['halt:now', async () => expect(await heightOf(served.url)).toBe(tip)],
  [
    'pruned:100',
    async () => {
      const { earliest_block_height: earliest } = (await status(served.url)).sync_info
      expect(BigInt(earliest)).toBe(tip - 99n)
      const old = await query(served.url, PROPOSALS, proposalsRequest(5n), tip - 200n)
      expect([old.code, old.log.startsWith('failed to load state at height')]).toEqual([38, true])
    },
  ],
  [
    'no-index',
    async () => {
      const { error } = await ask(served.url, 'tx_search', { query: 'tx.height>0' })
      expect(error?.data).toBe('transaction indexing is disabled')
    },
  ],
  [
    'clock-skew:60000',
    async () => {
      const timeAt = async (url: string) =>
        Date.parse((await status(url)).sync_info.latest_block_time)
      expect((await timeAt(served.url)) - (await timeAt(honest.url))).toBe(60_000)
      const { headers } = await post(served.url, 'health')
      expect(headers.get('date')).toBe('Sat, 21 Nov 2026 12:01:00 GMT')
    },
  ],
  [
    'no-websocket',
    async () => expect(await lookAtSocket()).toEqual(['Unexpected server response: 403', '1006']),
  ],
  ['socket-drop:30', async () => expect(await lookAtSocket()).toEqual(['open', '1006'])],
  [
    'lying-tally',
    async () => {
      const data = Uint8Array.of(8, ...varint(openVote))
      const tallyAt = async (url: string) => {
        const { bytes } = await query(url, '/cosmos.gov.v1.Query/TallyResult', data)
        return QueryTallyResultResponse.decode(bytes).tally
      }
      const [told, truth] = [await tallyAt(served.url), await tallyAt(honest.url)]
      expect(BigInt(told?.yesCount ?? 0)).toBe(BigInt(truth?.yesCount ?? 0) / 2n)
      expect(BigInt(truth?.yesCount ?? 0)).toBeGreaterThan(0n)
      expect(await listVotes(served.url)).toEqual(await listVotes(honest.url))
    },
  ],
  [
    'lying-votes',
    async () => {
      const [told, truth] = [await listVotes(served.url), await listVotes(honest.url)]
      const turned = told.filter(
        (vote, at) => vote.options[0]?.option !== truth[at]?.options[0]?.option,
      )
      expect(told.map(({ voter }) => voter)).toEqual(truth.map(({ voter }) => voter))
      expect(turned.length).toBeGreaterThan(0)
      expect(turned.length).toBeLessThan(truth.length / 2)
    },
  ],
  [
    'missing-row',
    async () => {
      const [told, truth] = [await proposalIds(served.url), await proposalIds(honest.url)]
      expect([told.length, truth.length - told.length]).toEqual([truth.length - 1, 1])
      const votes = await listVotes(honest.url)
      expect(await listVotes(served.url)).toHaveLength(votes.length - 1)
    },
  ],
  [
    'duplicate-rows',
    async () => {
      const [first = 0n, second = 0n] = await proposalIds(honest.url)
      expect(await proposalIds(served.url, 2n)).toEqual([first, first, second])
    },
  ],
  [
    'repeating-page',
    async () => {
      const { proposals, pagination } = await listProposals(served.url, 2n)
      const ids = proposals.map(({ id }) => id)
      expect(await proposalIds(served.url, 2n, pagination?.nextKey)).toEqual(ids)
    },
  ],
  [
    'next-key-refused',
    async () => {
      const { pagination } = await listProposals(served.url, 2n)
      const data = proposalsRequest(2n, pagination?.nextKey)
      expect(await query(served.url, PROPOSALS, data)).toMatchObject({ code: 18, value: null })
    },
  ],
  [
    'die-mid-page',
    async () => {
      const { pagination } = await listProposals(served.url, 2n)
      expect(await look()).toBe('200 application/json an answer')
      await expect(listProposals(served.url, 2n, pagination?.nextKey)).rejects.toThrow(
        'fetch failed',
      )
      expect(await look()).toBe('fetch failed ECONNRESET')
    },
  ],
  [
    'wrong-height',
    async () => {
      const { height } = await query(served.url, PROPOSALS, proposalsRequest(1n), tip - 5n)
      expect(BigInt(height)).toBe(tip - 15n)
    },
  ],
  [
    'disagree',
    async () => {
      const [told, truth] = [await status(served.url), await status(honest.url)]
      expect(told.sync_info.latest_block_hash).not.toBe(truth.sync_info.latest_block_hash)
      expect(told.sync_info.latest_app_hash).not.toBe(truth.sync_info.latest_app_hash)
      expect(told.sync_info.latest_block_hash).toMatch(/^[0-9A-F]{64}$/)
      const [theirs, ours] = [await listProposals(served.url), await listProposals(honest.url)]
      const others = theirs.proposals.filter(
        ({ votingEndTime }, at) =>
          votingEndTime?.seconds !== ours.proposals[at]?.votingEndTime?.seconds,
      )
      expect(others.map(({ id }) => id)).toEqual([openVote])
    },
  ],
  [
    'no-gov',
    async () => {
      const { code, log } = await query(served.url, PROPOSALS, proposalsRequest(1n))
      expect([code, log]).toEqual([6, 'unknown query path: unknown request'])
    },
  ],
  [
    'undecodable',
    async () => {
      const { code, bytes } = await query(served.url, PROPOSALS, proposalsRequest(3n))
      expect(code).toBe(0)
      expect(() => QueryProposalsResponse.decode(bytes)).toThrow()
    },
  ],
  [
    'socket-cancel',
    async () => {
      const params = { query: "tm.event='NewBlockHeader'" }
      const seen = lookAtSocket({ jsonrpc: '2.0', id: 1, method: 'subscribe', params })
      // A few blocks later.
      setTimeout(() => {
        now = new Date(now.getTime() + 30_000)
      }, 50)
      expect(await seen).toEqual([
        'open',
        'confirmed',
        'event',
        'subscription was canceled (reason: internal subscription event buffer is out of capacity)',
        '1005',
      ])
    },
  ],
]

async function heightOf(url: string): Promise<bigint> {
  return BigInt((await status(url)).sync_info.latest_block_height)
}

function varint(value: bigint): number[] {
  return value < 128n ? [Number(value)] : [Number(value & 127n) | 128, ...varint(value >> 7n)]
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

describe('an endpoint of the demo chain', () => {
  it('agrees with its peer where nothing is wrong', async () => {
    faulty.setFaults([])
    const [told, truth] = [await status(served.url), await status(honest.url)]
    expect(told.sync_info).toEqual(truth.sync_info)
    expect(await listVotes(served.url)).toEqual(await listVotes(honest.url))
    expect(openVote).toBeGreaterThan(0n)
  })

  it.each(NOTICED)('with %s shows it over HTTP', async (fault, notice) => {
    misbehave(fault)
    await notice()
  })

  it('is as it was when its faults are taken away', async () => {
    misbehave('unreachable')
    expect(await look()).toBe('fetch failed ECONNRESET')
    faulty.setFaults([])
    expect(await look()).toBe('200 application/json an answer')
  })

  it('shows every fault there is, so that none is untried', () => {
    const tried = new Set(NOTICED.map(([text]) => parseFault(text)?.kind))
    const untried = FAULT_EXAMPLES.map(({ kind }) => kind).filter((kind) => !tried.has(kind))
    expect(untried).toEqual([])
  })
})
