import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { valueAnswer } from '../application/query-answer.ts'
import { loadScene } from '../replay/load-scene.ts'
import type { NodeBackend } from '../server/backend.ts'
import type { Json } from '../server/json.ts'
import { jsonAt } from '../server/json.ts'
import { createDemoNode } from './create-demo-node.ts'
import {
  BLOCK_MS,
  createFakeLedger,
  FIRST_HEIGHT,
  FIRST_TIME,
  fakeEvent,
  fakeVote,
} from './fake-ledger.ts'
import type { DemoNodeOptions } from './node-options.ts'
import { compareShapes } from './testing/json-shape.ts'

const application = { answer: () => valueAnswer(new Uint8Array(), 0n) }
const BLOCKS = 10
const scene = await loadScene(join(import.meta.dirname, '../../../test/recordings/steady'))

beforeEach(() => {
  vi.useFakeTimers({ now: FIRST_TIME.getTime() + (BLOCKS - 1) * BLOCK_MS + 100 })
})

afterEach(() => {
  vi.useRealTimers()
})

function createNode(options: Partial<DemoNodeOptions> = {}) {
  const ledger = createFakeLedger(BLOCKS, () => new Date())
  const txs = [
    fakeVote(0, { proposalId: 353, voter: 'akash1ann' }),
    fakeVote(1, { proposalId: 353, voter: 'akash1bob' }),
    fakeVote(2, { proposalId: 353, voter: 'akash1cyd', hasFailed: true }),
  ]
  const events = [fakeEvent('active_proposal', { proposal_id: '342', mode: 'EndBlock' })]
  ledger.setBlock(FIRST_HEIGHT + 11n, { txs, events })
  return { ledger, node: createDemoNode(ledger, { moniker: 'demo', ...options }, application) }
}

function subscribe(node: NodeBackend, query: string) {
  const events: Json[] = []
  const outcome = node.subscribe(query, {
    event: (text) => events.push(JSON.parse(text)),
    cancelled: () => expect.unreachable(),
    disconnected: () => expect.unreachable(),
  })
  if (outcome.kind === 'refused') throw new Error(outcome.error.data)
  return { events, stop: outcome.stop }
}

function heights(events: readonly Json[], ...path: string[]): string[] {
  return events.map((event) => String(jsonAt(event, 'data', 'value', ...path)))
}

function recordedFrames(query: string): Json[] {
  const socket = scene.sockets.find((one) => one.query === query)
  return (socket?.frames ?? []).slice(1).map((frame) => jsonAt(frame, 'result') ?? null)
}

/** Attributes differ with the transaction, and so do the tags; no failed transaction was recorded in a block's frame. */
const isFree = (path: string): boolean =>
  /\.events\[\]$|^\[\]\.events$|\.tx_results\[\]\.(data|log|codespace)$/.test(path)

describe('subscriptions to blocks', () => {
  it('tell of every block once, when it comes and not before', () => {
    const { node } = createNode()
    const { events } = subscribe(node, "tm.event='NewBlockHeader'")
    vi.advanceTimersByTime(5800)
    expect(events).toEqual([])
    vi.advanceTimersByTime(200)
    expect(heights(events, 'header', 'height')).toEqual(['27400010'])
    vi.advanceTimersByTime(2 * BLOCK_MS)
    expect(heights(events, 'header', 'height')).toEqual(['27400010', '27400011', '27400012'])
  })

  it('catch up over blocks that came while the timer slept', () => {
    const { node } = createNode()
    const { events } = subscribe(node, "tm.event='NewBlockHeader'")
    vi.setSystemTime(Date.now() + 4 * BLOCK_MS)
    vi.advanceTimersByTime(BLOCK_MS)
    expect(heights(events, 'header', 'height').slice(0, 4)).toEqual([
      '27400010',
      '27400011',
      '27400012',
      '27400013',
    ])
  })

  it.each([
    "tm.event='NewBlockHeader'",
    "tm.event='NewBlock'",
    "tm.event='Tx' AND proposal_vote.proposal_id EXISTS",
    "tm.event='Vote'",
    "tm.event='NewRoundStep'",
  ])('have the frames of a real node: %s', (query) => {
    const { node } = createNode()
    const { events } = subscribe(node, query)
    vi.advanceTimersByTime(2 * BLOCK_MS)
    expect(events.length).toBeGreaterThan(0)
    expect(compareShapes(recordedFrames(query), events.slice(0, 5), isFree)).toEqual([])
    expect(jsonAt(events[0], 'query')).toBe(query)
  })

  it('tell of votes with all their tags, and of failed transactions only to who asks for all', () => {
    const { node } = createNode()
    const votes = subscribe(
      node,
      "tm.event='Tx' AND message.action='/cosmos.gov.v1.MsgVote' AND proposal_vote.proposal_id='353'",
    )
    const all = subscribe(node, "tm.event='Tx'")
    vi.advanceTimersByTime(2 * BLOCK_MS)
    expect(votes.events).toHaveLength(2)
    expect(jsonAt(votes.events[1], 'events')).toMatchObject({
      'tm.event': ['Tx'],
      'tx.height': ['27400011'],
      'proposal_vote.voter': ['akash1bob'],
    })
    expect(all.events).toHaveLength(3)
    // Zero values are left out, as in ws/tx-proposal_vote.jsonl.
    const first = jsonAt(all.events[0], 'data', 'value', 'TxResult')
    expect(Object.keys(first ?? {})).toEqual(['height', 'tx', 'result'])
    expect(jsonAt(all.events[2], 'data', 'value', 'TxResult', 'result')).toMatchObject({
      code: 3,
      codespace: 'gov',
    })
  })

  it('tell of the events of a block to who asks for one of them', () => {
    const { node } = createNode()
    const query = "tm.event='NewBlockEvents' AND active_proposal.proposal_id EXISTS"
    const { events } = subscribe(node, query)
    vi.advanceTimersByTime(4 * BLOCK_MS)
    expect(heights(events, 'height')).toEqual(['27400011'])
    expect(jsonAt(events[0], 'data', 'type')).toBe('tendermint/event/NewBlockEvents')
    expect(jsonAt(events[0], 'data', 'value', 'num_txs')).toBe('3')
  })

  it('follow the view of a node that lags', () => {
    const { node } = createNode({ lagBlocks: 3n })
    const { events } = subscribe(node, "tm.event='NewBlockHeader'")
    vi.advanceTimersByTime(BLOCK_MS)
    expect(heights(events, 'header', 'height')).toEqual(['27400007'])
  })

  it('stay open and silent on a halted node', () => {
    const { node } = createNode({ haltedAt: FIRST_HEIGHT + 10n })
    const blocks = subscribe(node, "tm.event='NewBlockHeader'")
    const votes = subscribe(node, "tm.event='Vote'")
    vi.advanceTimersByTime(10 * BLOCK_MS)
    expect(blocks.events).toEqual([])
    const toldOf = new Set(heights(votes.events, 'Vote', 'height'))
    expect([...toldOf]).toEqual(['27400010'])
  })
})

describe('subscriptions to rounds', () => {
  it('tell of the steps in order, then of the block', () => {
    const { node } = createNode()
    const steps = subscribe(node, "tm.event='NewRoundStep'")
    vi.advanceTimersByTime(2 * BLOCK_MS)
    const told = steps.events.map((event) => {
      const value = jsonAt(event, 'data', 'value')
      return `${jsonAt(value, 'height')} ${jsonAt(value, 'step')}`
    })
    const round = ['Propose', 'Prevote', 'Precommit', 'Commit']
    expect(told.slice(0, 9)).toEqual([
      ...round.map((step) => `27400010 RoundStep${step}`),
      '27400011 RoundStepNewHeight',
      ...round.map((step) => `27400011 RoundStep${step}`),
    ])
  })

  it('tell of each vote of each validator once', () => {
    const { node } = createNode()
    const { events } = subscribe(node, "tm.event='Vote'")
    vi.advanceTimersByTime(2 * BLOCK_MS)
    const ofOne = events
      .map((event) => jsonAt(event, 'data', 'value', 'Vote'))
      .filter((vote) => jsonAt(vote, 'height') === '27400010')
      .map((vote) => `${jsonAt(vote, 'type')} ${jsonAt(vote, 'validator_index')}`)
    expect(ofOne.sort()).toEqual(
      [1, 2].flatMap((type) => [0, 1, 2, 3, 4].map((index) => `${type} ${index}`)),
    )
  })
})

describe('the timer of subscriptions', () => {
  it('runs while somebody is subscribed, and only then', () => {
    const { node } = createNode()
    expect(vi.getTimerCount()).toBe(0)
    const one = subscribe(node, "tm.event='NewBlock'")
    const other = subscribe(node, "tm.event='Vote'")
    expect(vi.getTimerCount()).toBe(1)
    one.stop()
    expect(vi.getTimerCount()).toBe(1)
    other.stop()
    expect(vi.getTimerCount()).toBe(0)
    vi.advanceTimersByTime(BLOCK_MS)
    expect(other.events).toEqual([])
  })

  it('asks again while a block is overdue, and goes on after the halt', () => {
    const { ledger, node } = createNode()
    ledger.halt = { height: FIRST_HEIGHT + 9n, durationMs: 60_000 }
    const { events } = subscribe(node, "tm.event='NewBlockHeader'")
    vi.advanceTimersByTime(50_000)
    expect(events).toEqual([])
    vi.advanceTimersByTime(20_000)
    expect(heights(events, 'header', 'height')[0]).toBe('27400010')
  })
})

describe('a subscription that cannot be read', () => {
  it('is refused in the words of ws/bad.jsonl', () => {
    const { node } = createNode()
    expect(() => subscribe(node, 'tm.event=')).toThrow('failed to parse query: offset 9: EOF')
    expect(vi.getTimerCount()).toBe(0)
  })
})
