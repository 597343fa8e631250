import { describe, expect, it } from 'vitest'
import { isComparedRequest } from '../../src/chain/compared-paths.ts'
import { fetchTally } from '../../src/chain/gov.ts'
import { GOV_PATH } from '../../src/chain/gov-paths.ts'
import { fetchBlockTime } from '../../src/chain/node.ts'
import { QueryTallyResultResponse } from '../../src/chain/proto/generated/cosmos/gov/v1/query.ts'
import { NO_NODES } from '../../src/queries/nodes.ts'
import { readSecondOpinions } from '../../src/queries/read-second-opinions.ts'
import { createAnswerWitness } from '../../src/rpc/answer-witness.ts'
import { createConnection } from '../../src/rpc/connection.ts'
import type { Json } from '../../src/rpc/transport.ts'
import { createFakeChain } from '../fake-chain.ts'
import { statusOf } from '../fake-node.ts'
import { abciRefusal, abciValue, pathOf } from '../fake-transport.ts'

const TALLY = { kind: 'tally', id: 5n } as const
const BLOCK = { kind: 'block' } as const
const HEIGHT = 100n

describe('a second opinion', () => {
  it('confirms a tally that another node tells to the byte', async () => {
    const { opinions } = await compare([{ yes: 10 }, { yes: 10 }])
    expect(opinions.get('tally 5')).toEqual({
      kind: 'agreed',
      height: HEIGHT,
      endpoints: ['https://b.test'],
    })
  })

  it('raises an alarm with both values when one vote is told differently', async () => {
    const { opinions } = await compare([{ yes: 10 }, { yes: 11 }])
    expect(opinions.get('tally 5')).toEqual({
      kind: 'differs',
      fact: TALLY,
      height: HEIGHT,
      answers: [
        { value: 'yes 10, abstain 0, no 0, veto 0 (base units)', endpoints: ['https://a.test'] },
        { value: 'yes 11, abstain 0, no 0, veto 0 (base units)', endpoints: ['https://b.test'] },
      ],
    })
  })

  it('asks a third where two differ, and says on which side it stands', async () => {
    const { opinions } = await compare([{ yes: 10 }, { yes: 11 }, { yes: 10 }])
    expect(opinions.get('tally 5')).toMatchObject({
      answers: [
        { endpoints: ['https://a.test', 'https://c.test'] },
        { endpoints: ['https://b.test'] },
      ],
    })
  })

  it('asks nobody further once one has agreed', async () => {
    const { seen } = await compare([{ yes: 10 }, { yes: 10 }, { yes: 10 }])
    expect(seen.filter((call) => call.startsWith('https://c.test'))).toEqual([])
  })

  it.each([
    ['has pruned that height', { tally: abciRefusal(38, 'failed to load state at height 100') }],
    ['answers of another height', { height: 101n }],
    ['answers nonsense', { tally: { response: { code: 0 } } }],
  ])('is none from a node that %s, which is no alarm', async (_, other) => {
    const { opinions } = await compare([{ yes: 10 }, { yes: 11, ...other }])
    expect(opinions.get('tally 5')).toEqual({
      kind: 'alone',
      height: HEIGHT,
      sentence: 'https://b.test does not tell it at this height.',
    })
  })

  it('is looked for at the next node where one has none', async () => {
    const pruned = { tally: abciRefusal(38, 'failed to load state at height 100') }
    const { opinions } = await compare([{ yes: 10 }, pruned, { yes: 10 }])
    expect(opinions.get('tally 5')).toMatchObject({ kind: 'agreed', endpoints: ['https://c.test'] })
  })

  it('is none from a node of another chain', async () => {
    const { opinions } = await compare([{ yes: 10 }, { yes: 11, chainId: 'other-1' }])
    expect(opinions.get('tally 5')).toMatchObject({
      kind: 'alone',
      sentence: 'https://b.test is a node of another chain.',
    })
  })

  it('says so when there is nobody else to ask', async () => {
    const { opinions } = await compare([{ yes: 10 }])
    expect(opinions.get('tally 5')).toMatchObject({
      kind: 'alone',
      sentence: 'No other endpoint of this chain answers now.',
    })
  })

  it('sees a fork by the hashes of the header', async () => {
    const { opinions } = await compare([{ yes: 10 }, { yes: 10, appHash: 'FF'.repeat(32) }])
    expect(opinions.get('tally 5')?.kind).toBe('agreed')
    expect(opinions.get('block')).toMatchObject({
      kind: 'differs',
      answers: [{ value: expect.stringContaining('with state AAAAAAAAAAAA…') }, {}],
    })
  })

  it('is one request to the other node', async () => {
    const { requests } = await compare([{ yes: 10 }, { yes: 10 }])
    expect(requests.filter((url) => url.startsWith('https://b.test'))).toHaveLength(1)
  })

  it('is not asked for what was not read', async () => {
    const { chain } = await compare([{ yes: 10 }, { yes: 10 }])
    const facts = [{ kind: 'tally', id: 6n } as const]
    const source = { chainId: 'one-1', height: HEIGHT }
    expect(await readSecondOpinions(chain, { source, facts })).toEqual(new Map())
  })
})

interface Behaviour {
  readonly yes?: number
  readonly tally?: Json
  readonly height?: bigint
  readonly chainId?: string
  readonly appHash?: string
}

/** Nodes a, b, c…: the first is read, then the others are asked. */
async function compare(nodes: readonly Behaviour[]) {
  const seen: string[] = []
  const requests: string[] = []
  const urls = nodes.map((_, index) => `https://${'abc'[index]}.test`)
  const connection = createConnection(
    urls.map((url) => ({ url })),
    {
      http: {
        fetch: async (input, init) => {
          const url = String(input)
          const behaviour = nodes[urls.indexOf(url.replace(/\/$/, ''))] ?? {}
          const body: unknown = JSON.parse(String(init?.body))
          requests.push(url)
          const answer = (call: { id: number; method: string; params?: { path?: string } }) => {
            seen.push(`${url} ${call.method}`)
            return { jsonrpc: '2.0', id: call.id, result: answerOf(call, behaviour) }
          }
          return Response.json(Array.isArray(body) ? body.map(answer) : answer(Object(body)))
        },
      },
    },
  )
  const witness = createAnswerWitness(connection.transport, isComparedRequest)
  const chain = createFakeChain(witness.transport, {
    nodes: {
      ...NO_NODES,
      health: connection.health,
      recall: witness.recall,
      peers: connection.nodes.map((transport, index) => ({
        name: urls[index] ?? '',
        transport,
        isForwarded: false,
        openEvents: () => Promise.reject(new Error('no events here')),
      })),
    },
  })
  await Promise.all([
    fetchTally(chain.transport, 5n, HEIGHT),
    fetchBlockTime(chain.transport, HEIGHT),
  ])
  const picture = { source: { chainId: 'one-1', height: HEIGHT }, facts: [TALLY, BLOCK] }
  return { opinions: await readSecondOpinions(chain, picture), chain, seen, requests }
}

function answerOf(
  call: { readonly method: string; readonly params?: { readonly path?: string } },
  { yes = 0, tally, height = HEIGHT, chainId = 'one-1', appHash = 'AA'.repeat(32) }: Behaviour,
): unknown {
  if (call.method === 'status') return statusOf({ chainId })
  if (call.method === 'header') {
    const last_block_id = { hash: 'BB'.repeat(32) }
    return {
      header: {
        height: `${HEIGHT}`,
        time: '2026-11-21T03:05:24Z',
        last_block_id,
        app_hash: appHash,
      },
    }
  }
  if (pathOf({ method: '', params: { path: call.params?.path ?? '' } }) !== GOV_PATH.tally)
    return null
  if (tally !== undefined) return tally
  const bytes = QueryTallyResultResponse.encode({
    tally: { yesCount: `${yes}`, abstainCount: '0', noCount: '0', noWithVetoCount: '0' },
  }).finish()
  return abciValue(bytes, height)
}
