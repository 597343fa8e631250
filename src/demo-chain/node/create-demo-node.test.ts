import { describe, expect, it } from 'vitest'
import type { Application } from '../application/living-application.ts'
import { valueAnswer } from '../application/query-answer.ts'
import type { Json, JsonObject } from '../server/json.ts'
import { isJsonObject, jsonAt } from '../server/json.ts'
import { METHODS } from '../server/method-table.ts'
import { createDemoNode } from './create-demo-node.ts'
import { createFakeLedger, FIRST_HEIGHT, fakeEvent, fakeVote } from './fake-ledger.ts'
import type { DemoNodeOptions } from './node-options.ts'
import { compareShapes } from './testing/json-shape.ts'
import { ask, textAt } from './testing/node-call.ts'
import { loadRecordedCalls, recordedAnswer } from './testing/recorded-answers.ts'

const steady = await loadRecordedCalls('steady')
const halt = await loadRecordedCalls('halt')
const BLOCKS = 400

const application: Application = {
  answer: ({ askedHeight }, { latestState }) =>
    valueAnswer(new Uint8Array(), askedHeight === 0n ? latestState : askedHeight),
}

/** At height 27,400,200 three votes, at 258 the end of a proposal. */
function createNode(options: Partial<DemoNodeOptions> = {}) {
  const ledger = createFakeLedger(BLOCKS)
  const voters = ['akash1aaaa', 'akash1bbbb', 'akash1cccc']
  const txs = voters.map((voter, index) => fakeVote(index, { proposalId: 353, voter }))
  ledger.setBlock(27_400_200n, { txs })
  const failed = fakeVote(0, { proposalId: 342, voter: 'akash1dddd', hasFailed: true })
  ledger.setBlock(27_400_122n, { txs: [failed] })
  const ended = { proposal_id: '342', proposal_result: 'proposal_passed', mode: 'EndBlock' }
  ledger.setBlock(27_400_258n, { events: [fakeEvent('active_proposal', ended)] })
  const node = createDemoNode(ledger, { moniker: 'demo-archive', ...options }, application)
  return { ledger, node, hash: txs[0]?.hash ?? new Uint8Array() }
}

/** What blocks carry in events is the ledger's; monikers are free texts. */
const isFree = (path: string): boolean =>
  /\.events\[\]|finalize_block_events\[\]|\.moniker$/.test(path)

describe('answers of a demo node', () => {
  it.each<[string, JsonObject, JsonObject | undefined]>([
    ['status', {}, undefined],
    ['health', {}, undefined],
    ['akash', {}, undefined],
    ['abci_info', {}, undefined],
    ['net_info', {}, undefined],
    ['header', { height: '27400300' }, undefined],
    ['commit', { height: '27400300' }, undefined],
    ['validators', { height: '27400300', page: '1', per_page: '100' }, undefined],
    ['blockchain', { minHeight: '27400190', maxHeight: '27400205' }, undefined],
    ['consensus_params', { height: '27400300' }, undefined],
    ['block', { height: '27400200' }, { height: '27400200' }],
    ['block', { height: '27400300' }, { height: '27400494' }],
    ['block_results', { height: '27400200' }, { height: '27400200' }],
    ['block_results', { height: '27400258' }, { height: '27400258' }],
    ['tx_search', { query: "proposal_vote.proposal_id='353'", prove: true }, undefined],
    ['block_search', { query: "active_proposal.proposal_id='342'" }, undefined],
  ])('have the form of recorded ones: %s %o', (method, params, recordedParams) => {
    const recorded = recordedAnswer(steady, method, recordedParams)
    const given = ask(createNode().node, method, params)
    const recordedProof = method === 'tx_search' ? proven() : recorded
    expect(compareShapes(recordedProof, given, isFree)).toEqual([])
  })

  /** steady/193 searched with proofs. */
  function proven(): Json {
    const found = steady.find(
      ({ call, result }) => call.method === 'tx_search' && call.args.prove === true && result,
    )
    return found?.result ?? null
  }

  it('have the form of recorded ones: a transaction, proven and failed', () => {
    const { node, hash } = createNode()
    const base64 = btoa(String.fromCharCode(...hash))
    const proof = steady.find(
      ({ call, result }) => call.method === 'tx' && call.args.prove === true && result,
    )
    expect(
      compareShapes(proof?.result ?? null, ask(node, 'tx', { hash: base64, prove: true }), isFree),
    ).toEqual([])
    const failedRecorded = steady.find(
      ({ call, result }) => call.method === 'tx' && jsonAt(result, 'tx_result', 'code') === 3,
    )
    const failed = ask(node, 'tx_search', { query: 'tx.height=27400122' })
    expect(
      compareShapes(failedRecorded?.result ?? null, jsonAt(failed, 'txs', 0) ?? null, isFree),
    ).toEqual([])
  })

  it('answers every method of the table, so that no client meets one that is missing', () => {
    const { node } = createNode()
    for (const { name, socketOnly } of METHODS) {
      if (socketOnly) continue
      expect(jsonAt(ask(node, name), 'error'), name).not.toBe('Method not found')
      expect(isJsonObject(ask(node, name)), name).toBe(true)
    }
  })

  it('agree on every hash: a block by its id, by the next header, by the commit and when looked up', () => {
    const { node } = createNode()
    const block = ask(node, 'block', { height: '27400300' })
    const hash = textAt(block, 'block_id', 'hash')
    expect(hash).toMatch(/^[0-9A-F]{64}$/)
    const next = ask(node, 'header', { height: '27400301' })
    expect(jsonAt(next, 'header', 'last_block_id')).toEqual(jsonAt(block, 'block_id'))
    const commit = ask(node, 'commit', { height: '27400300' })
    expect(jsonAt(commit, 'signed_header', 'commit', 'block_id')).toEqual(jsonAt(block, 'block_id'))
    expect(ask(node, 'header_by_hash', { hash })).toEqual(
      ask(node, 'header', { height: '27400300' }),
    )
    const bytes = hash.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)))
    expect(ask(node, 'block_by_hash', { hash: btoa(bytes) })).toEqual(block)
    expect(ask(node, 'header_by_hash', { hash: 'AB'.repeat(32) })).toEqual({ header: null })
    const results = ask(node, 'block_results', { height: '27400300' })
    const appHash = Buffer.from(textAt(results, 'app_hash'), 'base64').toString('hex').toUpperCase()
    expect(textAt(next, 'header', 'app_hash')).toBe(appHash)
    expect(textAt(next, 'header', 'last_results_hash')).toMatch(/^E3B0C442/)
  })

  it('leave absent validators without a signature, and call the newest commit not canonical', () => {
    const { node } = createNode()
    const commit = ask(node, 'commit')
    expect(jsonAt(commit, 'canonical')).toBe(false)
    const signatures = jsonAt(commit, 'signed_header', 'commit', 'signatures')
    expect(jsonAt(signatures, 5)).toEqual({
      block_id_flag: 1,
      validator_address: '',
      timestamp: '0001-01-01T00:00:00Z',
      signature: null,
    })
    expect(atob(textAt(signatures ?? null, 0, 'signature'))).toHaveLength(64)
    expect(jsonAt(ask(node, 'commit', { height: '27400300' }), 'canonical')).toBe(true)
  })

  it('take no transaction, in the words of a mempool', () => {
    const { node } = createNode()
    const transaction = { tx: 'CgA=' }
    expect(ask(node, 'broadcast_tx_sync', transaction)).toMatchObject({
      code: 37,
      log: 'the demo chain takes no transactions from outside: feature not supported',
      codespace: 'sdk',
    })
    const garbage = recordedAnswer(halt, 'broadcast_tx_sync')
    expect(ask(node, 'broadcast_tx_sync', { tx: 'AAEC' })).toEqual(garbage)
    expect(jsonAt(ask(node, 'broadcast_tx_commit', transaction), 'check_tx', 'code')).toBe(37)
    expect(jsonAt(ask(node, 'check_tx', transaction), 'code')).toBe(37)
    expect(ask(node, 'num_unconfirmed_txs')).toEqual({
      n_txs: '0',
      total: '0',
      total_bytes: '0',
      txs: null,
    })
  })
})

describe('refusals of a demo node', () => {
  it.each<[string, JsonObject, string]>([
    // steady/024, 249, 671; rpc/core/env.go; steady/259.
    ['validators', { page: '9', per_page: '3' }, 'page should be within [1, 2] range, given 9'],
    [
      'block',
      { height: '27500494' },
      'height 27500494 must be less than or equal to the current blockchain height 27400399',
    ],
    [
      'header',
      { height: '23939793' },
      'height 23939793 is not available, lowest height is 27400000',
    ],
    ['commit', { height: '0' }, 'height must be greater than 0, but got 0'],
    ['header', { height: '-1' }, 'height must be greater than 0, but got -1'],
    ['blockchain', { minHeight: '-1', maxHeight: '5' }, 'heights must be non-negative'],
    ['genesis_chunked', { chunk: '9999' }, 'there are 0 chunks, 9999 is invalid'],
    // steady/200, 206, 209, 196.
    ['tx_search', { query: 'proposal_vote.proposal_id=' }, 'offset 26: EOF'],
    [
      'tx_search',
      { query: "a.b='c'", order_by: 'sideways' },
      'expected order_by to be either `asc` or `desc` or empty',
    ],
    ['tx_search', { query: `a.b='${'c'.repeat(512)}'` }, 'maximum query length exceeded'],
    [
      'tx_search',
      { query: "proposal_vote.proposal_id='353'", page: '99' },
      'page should be within [1, 1] range, given 99',
    ],
    [
      'tx',
      { hash: 'AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=' },
      'tx (0101010101010101010101010101010101010101010101010101010101010101) not found',
    ],
  ])('are in the words of a real one: %s %o', (method, params, text) => {
    expect(ask(createNode().node, method, params)).toEqual({ error: text })
  })

  it('tell of an index that is switched off, in the status too', () => {
    const { node } = createNode({ hasIndex: false })
    expect(ask(node, 'tx', { hash: 'AQE=' })).toEqual({ error: 'transaction indexing is disabled' })
    expect(ask(node, 'tx_search', { query: "a.b='c'" })).toEqual({
      error: 'transaction indexing is disabled',
    })
    expect(ask(node, 'block_search', { query: "a.b='c'" })).toEqual({
      error: 'block indexing is disabled',
    })
    expect(textAt(ask(node, 'status'), 'node_info', 'other', 'tx_index')).toBe('off')
  })
})

describe('a node that has pruned', () => {
  it('names its lowest block, counts found blocks it dropped, and still finds their transactions', () => {
    const { node } = createNode({ keepBlocks: 100n })
    expect(textAt(ask(node, 'status'), 'sync_info', 'earliest_block_height')).toBe('27400300')
    expect(ask(node, 'block', { height: '27400001' })).toEqual({
      error: 'height 27400001 is not available, lowest height is 27400300',
    })
    expect(ask(node, 'blockchain', { minHeight: '27400001', maxHeight: '27400010' })).toEqual({
      error: "min height 27400300 can't be greater than max height 27400010",
    })
    expect(ask(node, 'block_search', { query: "active_proposal.proposal_id='342'" })).toEqual({
      blocks: [],
      total_count: '1',
    })
    const found = ask(node, 'tx_search', { query: "proposal_vote.proposal_id='353'", prove: true })
    expect(textAt(found, 'total_count')).toBe('3')
    expect(jsonAt(found, 'txs', 0, 'proof')).toBeUndefined()
  })

  it('hands the application its own limits', () => {
    let told: unknown
    const { ledger } = createNode()
    const watching: Application = {
      answer(query, limits) {
        told = limits
        return application.answer(query, limits)
      },
    }
    const node = createDemoNode(ledger, { moniker: 'pruned', keepStates: 100n }, watching)
    ask(node, 'abci_query', { path: '/x' })
    expect(told).toMatchObject({
      latestState: 27_400_399n,
      earliestState: 27_400_300n,
      initialHeight: FIRST_HEIGHT,
    })
  })
})

describe('a node beside the chain', () => {
  it('tells of the chain as it was some blocks ago when it lags', () => {
    const { node } = createNode({ lagBlocks: 200n })
    expect(textAt(ask(node, 'status'), 'sync_info', 'latest_block_height')).toBe('27400199')
    expect(ask(node, 'tx_search', { query: "proposal_vote.proposal_id='353'" })).toEqual({
      txs: [],
      total_count: '0',
    })
  })

  it('tells of blocks nobody else has when it is ahead, and answers for their states', () => {
    const { node } = createNode({ aheadBlocks: 7n })
    expect(textAt(ask(node, 'status'), 'sync_info', 'latest_block_height')).toBe('27400406')
    expect(textAt(ask(node, 'block'), 'block', 'header', 'height')).toBe('27400406')
    expect(textAt(ask(node, 'abci_query', { path: '/x' }), 'response', 'height')).toBe('27400406')
    expect(textAt(ask(node, 'akash'), 'node_version')).toBe('v2.1.0')
  })

  it('shifts the times it tells by what its clock is off, and names another chain and version when it has them', () => {
    const options = { clockSkewMs: -90_000, chainId: 'skydemo-other', appVersion: 'v9.9.9' }
    const { node } = createNode(options)
    const status = ask(node, 'status')
    const right = ask(createNode().node, 'status')
    const timeOf = (one: Json): number => Date.parse(textAt(one, 'sync_info', 'latest_block_time'))
    expect(timeOf(status) - timeOf(right)).toBe(-90_000)
    expect(textAt(status, 'node_info', 'network')).toBe('skydemo-other')
    expect(textAt(ask(node, 'abci_info'), 'response', 'version')).toBe('v9.9.9')
    expect(textAt(status, 'sync_info', 'latest_block_hash')).not.toBe(
      textAt(right, 'sync_info', 'latest_block_hash'),
    )
  })
})
