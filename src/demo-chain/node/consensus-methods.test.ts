import { describe, expect, it } from 'vitest'
import { valueAnswer } from '../application/query-answer.ts'
import type { NodeBackend } from '../server/backend.ts'
import { jsonAt } from '../server/json.ts'
import { createDemoNode } from './create-demo-node.ts'
import { createFakeLedger } from './fake-ledger.ts'
import type { DemoNodeOptions } from './node-options.ts'
import { compareShapes } from './testing/json-shape.ts'
import { ask, textAt } from './testing/node-call.ts'
import { loadRecordedCalls, recordedAnswer } from './testing/recorded-answers.ts'

const steady = await loadRecordedCalls('steady')
const halt = await loadRecordedCalls('halt')
const application = { answer: () => valueAnswer(new Uint8Array(), 0n) }
const partial = await loadRecordedCalls('halt-partial')
const HALTED_AT = 27_400_605n

const isMoniker = (path: string): boolean => path.endsWith('.moniker')

describe.each([
  ['for good', (): NodeBackend => createHalted({ haltedAt: HALTED_AT })],
  ['with the whole chain, whose next block is overdue', (): NodeBackend => createHalted({})],
])('a node halted %s', (_, create) => {
  it('stands at its last block, which it has not executed', () => {
    const node = create()
    const status = ask(node, 'status')
    expect(textAt(status, 'sync_info', 'latest_block_height')).toBe('27400605')
    expect(textAt(status, 'sync_info', 'latest_block_time')).toBe('2026-11-21T03:00:30.5Z')
    expect(jsonAt(status, 'sync_info', 'catching_up')).toBe(false)
    expect(textAt(ask(node, 'abci_info'), 'response', 'last_block_height')).toBe('27400604')
    // halt/048, 058, 050, 047, 049.
    expect(ask(node, 'block_results')).toEqual({
      error: 'could not find results for height #27400605',
    })
    expect(ask(node, 'consensus_params')).toEqual({
      error:
        'could not find consensus params for height #27400606: value retrieved from db is empty',
    })
    expect(ask(node, 'header', { height: '27400606' })).toEqual({
      error: 'height 27400606 must be less than or equal to the current blockchain height 27400605',
    })
    expect(jsonAt(ask(node, 'commit', { height: '27400605' }), 'canonical')).toBe(false)
    expect(textAt(ask(node, 'validators'), 'block_height')).toBe('27400606')
  })

  it('sits in the commit step with the votes of that block', () => {
    const node = create()
    for (const method of ['consensus_state', 'dump_consensus_state']) {
      const recorded = recordedAnswer(halt, method)
      expect(compareShapes(recorded, ask(node, method), isMoniker), method).toEqual([])
    }
    const state = jsonAt(ask(node, 'consensus_state'), 'round_state')
    expect(jsonAt(state, 'height/round/step')).toBe('27400605/0/8')
    expect(jsonAt(state, 'height_vote_set', 0, 'precommits_bit_array')).toBe(
      'BA{6:xxxxx_} 106920000/112200000 = 0.95',
    )
    expect(jsonAt(state, 'height_vote_set', 1, 'prevotes_bit_array')).toBe(
      'BA{6:______} 0/112200000 = 0.00',
    )
  })
})

function createHalted(options: Partial<DemoNodeOptions>): NodeBackend {
  const ledger = createFakeLedger(700)
  if (options.haltedAt === undefined) ledger.halt = { height: HALTED_AT, durationMs: 1_800_000 }
  return createDemoNode(ledger, { moniker: 'halted', ...options }, application)
}

describe('consensus', () => {
  it('takes in prevotes and then precommits as the time to the next block passes', () => {
    const ledger = createFakeLedger(400)
    const node = createDemoNode(ledger, { moniker: 'demo' }, application)
    const start = ledger.elapsedMs
    const seen = [0, 2700, 3600, 4400, 5200, 5990].map((afterMs) => {
      ledger.elapsedMs = start + afterMs
      const state = jsonAt(ask(node, 'consensus_state'), 'round_state') ?? null
      const votes = jsonAt(state, 'height_vote_set', 0) ?? null
      const part = (kind: string): number =>
        Number(textAt(votes, `${kind}_bit_array`).split(' = ')[1])
      return {
        step: textAt(state, 'height/round/step'),
        prevotes: part('prevotes'),
        precommits: part('precommits'),
      }
    })
    expect(seen[0]).toEqual({ step: '27400400/0/1', prevotes: 0, precommits: 0 })
    expect(seen[1]?.step).toBe('27400400/0/3')
    expect(seen[3]).toMatchObject({ step: '27400400/0/4', prevotes: 0.95, precommits: 0 })
    expect(seen[5]).toEqual({ step: '27400400/0/6', prevotes: 0.95, precommits: 0.95 })
    const prevotes = seen.map((one) => one.prevotes)
    expect(prevotes).toEqual([...prevotes].sort((a, b) => a - b))
    expect(new Set(prevotes).size).toBeGreaterThan(2)
  })

  it('has the form of a recorded one while it waits for the next block', () => {
    const node = createDemoNode(createFakeLedger(400), { moniker: 'demo' }, application)
    for (const method of ['consensus_state', 'dump_consensus_state']) {
      const recorded = recordedAnswer(steady, method)
      expect(compareShapes(recorded, ask(node, method), isMoniker), method).toEqual([])
    }
  })
})

describe('a node that runs the new version while the chain stands still', () => {
  const HALT_MS = 240_000

  function createWaiting() {
    const ledger = createFakeLedger(606)
    ledger.halt = { height: HALTED_AT, durationMs: HALT_MS }
    const haltMs = ledger.timeOf(HALTED_AT + 1n).getTime() - ledger.timeOf(HALTED_AT).getTime()
    const beginMs = ledger.elapsedMs + haltMs
    const options = { moniker: 'archive', upgradesAfterMs: 40_000 }
    const node = createDemoNode(ledger, options, application)
    const stateAt = (seconds: number) => {
      ledger.elapsedMs = beginMs + seconds * 1000
      return jsonAt(ask(node, 'consensus_state'), 'round_state') ?? null
    }
    return { node, stateAt }
  }
  const powerOf = (state: ReturnType<ReturnType<typeof createWaiting>['stateAt']>): number =>
    Number(/\} (\d+)\//.exec(textAt(state, 'height_vote_set', 0, 'prevotes_bit_array'))?.[1])

  it('is old until it has upgraded, then has executed the block and waits at the next height', () => {
    const { node, stateAt } = createWaiting()
    expect(jsonAt(stateAt(39), 'height/round/step')).toBe('27400605/0/8')
    expect(textAt(ask(node, 'abci_info'), 'response', 'last_block_height')).toBe('27400604')
    expect(jsonAt(stateAt(41), 'height/round/step')).toBe('27400606/0/4')
    expect(textAt(ask(node, 'abci_info'), 'response', 'last_block_height')).toBe('27400605')
    expect(textAt(ask(node, 'status'), 'sync_info', 'latest_block_height')).toBe('27400605')
  })

  it('has stopped as soon as the block is made, for a vote told at the next height would count as a return', () => {
    const { stateAt } = createWaiting()
    expect(jsonAt(stateAt(-5.9), 'height/round/step')).toBe('27400605/0/8')
    expect(jsonAt(stateAt(-0.1), 'height/round/step')).toBe('27400605/0/8')
  })

  it('tells it in the recorded form', () => {
    const { node, stateAt } = createWaiting()
    stateAt(100)
    const recorded = recordedAnswer(partial, 'consensus_state')
    expect(compareShapes(recorded, ask(node, 'consensus_state'), isMoniker)).toEqual([])
  })

  it('hears of more and more who are back, two thirds only towards the end, and rounds after that', () => {
    const { stateAt } = createWaiting()
    const powers = [45, 90, 135, 180, 200, 230].map((seconds) => powerOf(stateAt(seconds)))
    expect(powers).toEqual([...powers].sort((a, b) => a - b))
    const twoThirds = (112_200_000 * 2) / 3
    expect(powers.at(-2)).toBeLessThan(twoThirds)
    expect(powers.at(-1)).toBeGreaterThan(twoThirds)
    expect(textAt(stateAt(239), 'height/round/step')).toMatch(/^27400606\/2\/4$/)
  })
})
