import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import type { ReplayNode } from '../../src/demo-chain/http/replay-node.ts'
import { startReplayNode } from '../../src/demo-chain/http/replay-node.ts'

const RECORDINGS = join(import.meta.dirname, '..', 'recordings')

let node: ReplayNode | undefined
let socket: WebSocket | undefined

afterEach(async () => {
  socket?.terminate()
  await node?.close()
})

interface Frame {
  readonly id?: unknown
  readonly result?: { readonly query?: string; readonly data?: { readonly type: string } }
  readonly error?: { readonly code: number; readonly message: string; readonly data: string }
}

async function connect(
  scene: string,
  replayEnd = false,
): Promise<{ frames: Frame[]; send(frame: unknown): void }> {
  node = await startReplayNode({
    scene: join(RECORDINGS, scene),
    pace: { eventEveryMs: 1, replayEnd },
  })
  const frames: Frame[] = []
  const opened = new WebSocket(`${node.url.replace('http', 'ws')}/websocket`)
  socket = opened
  opened.on('message', (data) => frames.push(JSON.parse(String(data))))
  await new Promise((resolve, reject) => {
    opened.once('open', resolve)
    opened.once('error', reject)
  })
  return {
    frames,
    send: (frame) => opened.send(typeof frame === 'string' ? frame : JSON.stringify(frame)),
  }
}

async function until(condition: () => boolean): Promise<void> {
  await expect.poll(condition, { timeout: 5000, interval: 5 }).toBe(true)
}

function subscribe(id: number | string, query: string): object {
  return { jsonrpc: '2.0', id, method: 'subscribe', params: { query } }
}

const HEADERS = "tm.event='NewBlockHeader'"

describe('WebSocket of a replay', () => {
  it('confirms a recorded subscription and sends its events in order, under the id of the request', async () => {
    const { frames, send } = await connect('steady')
    send(subscribe('mine', HEADERS))
    await until(() => frames.length === 15)
    expect(frames[0]).toEqual({ jsonrpc: '2.0', id: 'mine', result: {} })
    const heights = frames
      .slice(1)
      .map((frame) => JSON.stringify(frame).match(/"height":"(\d+)"/)?.[1])
    expect(heights).toEqual([...heights].sort())
    expect(new Set(frames.map(({ id }) => id))).toEqual(new Set(['mine']))
    expect(frames[1]?.result?.data?.type).toBe('tendermint/event/NewBlockHeader')
  })

  it('allows five subscriptions, refuses the sixth, and frees them, in the recorded words', async () => {
    const { frames, send } = await connect('steady')
    const queries = [
      HEADERS,
      "tm.event='NewBlock'",
      "tm.event='Vote'",
      "tm.event='NewRoundStep'",
      "tm.event='Tx' AND proposal_vote.proposal_id EXISTS",
      "tm.event='Tx' AND akash.market.v1.EventLeaseCreated.id EXISTS",
    ]
    for (const [id, query] of queries.entries()) send(subscribe(id, query))
    send({ jsonrpc: '2.0', id: 'off', method: 'unsubscribe', params: { query: HEADERS } })
    send({ jsonrpc: '2.0', id: 'off again', method: 'unsubscribe', params: { query: HEADERS } })
    send({ jsonrpc: '2.0', id: 'all', method: 'unsubscribe_all', params: {} })
    send({ jsonrpc: '2.0', id: 'status', method: 'status', params: {} })
    await until(() => frames.some(({ id }) => id === 'status'))
    const answerTo = (wanted: unknown): Frame | undefined => frames.find(({ id }) => id === wanted)
    expect(answerTo(4)?.result).toEqual({})
    expect(answerTo(5)?.error).toEqual({
      code: -32603,
      message: 'Internal error',
      data: 'max_subscriptions_per_client 5 reached',
    })
    expect(answerTo('off')?.result).toEqual({})
    expect(answerTo('off again')?.error?.data).toBe('subscription not found')
    expect(answerTo('all')?.result).toEqual({})
    expect(answerTo('status')?.result).toMatchObject({ node_info: { network: 'skydev-1' } })
    expect(node?.requests.socketFrames).toBe(10)
  })

  it('refuses what cannot be parsed as recorded, and says when a subscription was not recorded', async () => {
    const { frames, send } = await connect('steady')
    send(subscribe(1, 'tm.event='))
    send(subscribe(2, "tm.event='ValidatorSetUpdates'"))
    send('{"jsonrpc":')
    send({ jsonrpc: '2.0', id: 3, method: 'nope', params: {} })
    await until(() => frames.length === 4)
    expect(frames.map(({ error }) => error?.data ?? error?.code)).toEqual([
      'failed to parse query: offset 9: EOF',
      "not in this recording: subscription to tm.event='ValidatorSetUpdates'",
      'error unmarshaling request: unexpected end of JSON input',
      -32601,
    ])
  })

  it('falls silent at the halt with the connection open, as the halted nodes did', async () => {
    const { frames, send } = await connect('halt')
    send(subscribe(1, HEADERS))
    await until(() => frames.length === 17)
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(frames).toHaveLength(17)
    expect(JSON.stringify(frames.at(-1))).toContain('"height":"27400604"')
    expect(socket?.readyState).toBe(WebSocket.OPEN)
  })

  it('replays the end of the connection on demand, which came when the nodes were stopped', async () => {
    const { frames, send } = await connect('halt', true)
    send(subscribe(1, HEADERS))
    await until(() => socket?.readyState === WebSocket.CLOSED)
    expect(frames.at(-1)?.error).toEqual({
      code: -32000,
      message: 'Server error',
      data: 'subscription was canceled (reason: CometBFT exited)',
    })
  })
})
