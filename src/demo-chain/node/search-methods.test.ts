import { describe, expect, it } from 'vitest'
import { valueAnswer } from '../application/query-answer.ts'
import type { AbciEvent } from '../chain/ledger.ts'
import type { NodeBackend } from '../server/backend.ts'
import type { Json } from '../server/json.ts'
import { jsonAt } from '../server/json.ts'
import { createDemoNode } from './create-demo-node.ts'
import { createFakeLedger, FIRST_HEIGHT, fakeEvent, fakeVote } from './fake-ledger.ts'
import { ask } from './testing/node-call.ts'

const application = { answer: () => valueAnswer(new Uint8Array(), 0n) }

/** Votes on 353 in blocks 10 and 12, on 354 in block 12; the ends of both in block 20. */
function createVoted(): NodeBackend {
  const ledger = createFakeLedger(50)
  ledger.setBlock(FIRST_HEIGHT + 10n, {
    txs: [
      fakeVote(0, { proposalId: 353, voter: 'akash1ann' }),
      fakeVote(1, { proposalId: 353, voter: 'akash1bob', hasFailed: true }),
    ],
  })
  const both = fakeVote(0, { proposalId: 353, voter: 'akash1bob' })
  const second = fakeVote(0, { proposalId: 354, voter: 'akash1cyd' })
  ledger.setBlock(FIRST_HEIGHT + 12n, {
    txs: [
      {
        ...both,
        events: [...both.events, ...second.events],
        messageEvents: [...both.messageEvents, ...second.messageEvents],
      },
      fakeVote(1, { proposalId: 354, voter: 'akash1ann' }),
    ],
  })
  ledger.setBlock(FIRST_HEIGHT + 20n, {
    events: [
      fakeEvent('active_proposal', { proposal_id: '353', proposal_result: 'proposal_passed' }),
      fakeEvent('active_proposal', { proposal_id: '354', proposal_result: 'proposal_rejected' }),
    ],
  })
  return createDemoNode(ledger, { moniker: 'demo' }, application)
}

/** As `<block after the first>/<index>`. */
function found(answer: Json): string[] {
  const txs = jsonAt(answer, 'txs')
  return (Array.isArray(txs) ? txs : []).map(
    (tx) => `${BigInt(String(jsonAt(tx, 'height'))) - FIRST_HEIGHT}/${jsonAt(tx, 'index')}`,
  )
}

describe('a search of transactions', () => {
  it.each([
    ["proposal_vote.proposal_id='353'", ['10/0', '12/0']],
    ["proposal_vote.proposal_id='353' AND proposal_vote.voter='akash1ann'", ['10/0']],
    // Voted on 353 and, in another event, cyd on 354: never both in one event.
    ["proposal_vote.proposal_id='353' AND proposal_vote.voter='akash1cyd'", []],
    // steady/198
    ["message.action='/cosmos.gov.v1.MsgVote' AND proposal_vote.proposal_id='353'", []],
    ["proposal_vote.proposal_id='353' AND tx.height>27400011", ['12/0']],
    ['tx.height=27400012', ['12/0', '12/1']],
    ['tx.height>27400009 AND tx.height<27400012', ['10/0', '10/1']],
    ['proposal_vote.voter EXISTS', ['10/0', '12/0', '12/1']],
    ["proposal_vote.voter CONTAINS 'cyd'", ['12/0']],
    ['proposal_vote.proposal_id>353', ['12/0', '12/1']],
    ["tm.event='Tx'", []],
    // Of a type that is not kept.
    ["tx.fee_payer='akash1bob'", ['10/1', '12/0']],
  ])('joins conditions within one event, height apart: %s', (query, expected) => {
    const answer = ask(createVoted(), 'tx_search', { query })
    expect(found(answer)).toEqual(expected)
    expect(jsonAt(answer, 'total_count')).toBe(String(expected.length))
  })

  it('goes by pages, in either order', () => {
    const node = createVoted()
    const query = 'proposal_vote.voter EXISTS'
    expect(found(ask(node, 'tx_search', { query, per_page: '2', order_by: 'desc' }))).toEqual([
      '12/1',
      '12/0',
    ])
    expect(
      found(ask(node, 'tx_search', { query, per_page: '2', page: '2', order_by: 'desc' })),
    ).toEqual(['10/0'])
  })

  it('by hash finds that transaction whatever else is asked', () => {
    const node = createVoted()
    const { hash } = fakeVote(0, { proposalId: 353, voter: 'akash1ann' })
    const hex = Buffer.from(hash).toString('hex')
    expect(found(ask(node, 'tx_search', { query: `tx.hash='${hex}' AND a.b='c'` }))).toEqual([
      '10/0',
    ])
    expect(ask(node, 'tx_search', { query: "tx.hash='xyz'" })).toEqual({
      error:
        "error during searching for a hash in the query: encoding/hex: invalid byte: U+0078 'x'",
    })
  })

  it('finds what came after the last search, and not what attributes keep out of the index', () => {
    const ledger = createFakeLedger(50)
    const node = createDemoNode(ledger, { moniker: 'demo' }, application)
    const query = 'proposal_vote.voter EXISTS'
    expect(found(ask(node, 'tx_search', { query }))).toEqual([])
    const vote = fakeVote(0, { proposalId: 1, voter: 'akash1ann' })
    const hide = (event: AbciEvent): AbciEvent => ({
      ...event,
      attributes: event.attributes.map((one) => ({ ...one, index: false })),
    })
    const [events, messageEvents] = [vote.events.map(hide), vote.messageEvents.map(hide)]
    ledger.setBlock(FIRST_HEIGHT + 50n, {
      txs: [vote, { ...vote, index: 1, events, messageEvents }],
    })
    ledger.elapsedMs += 6000
    expect(found(ask(node, 'tx_search', { query }))).toEqual(['50/0'])
  })

  it('of ten thousand takes little time, for a page of it is asked for again and again', () => {
    const ledger = createFakeLedger(2001)
    for (let block = 0n; block < 1000n; block++) {
      const txs = Array.from({ length: 10 }, (_, index) =>
        fakeVote(index, { proposalId: 353, voter: `akash1voter${block}x${index}` }),
      )
      ledger.setBlock(FIRST_HEIGHT + 2n * block, { txs })
    }
    const node = createDemoNode(ledger, { moniker: 'demo' }, application)
    const query = "proposal_vote.proposal_id='353'"
    const first = ask(node, 'tx_search', { query })
    expect(jsonAt(first, 'total_count')).toBe('10000')
    const start = performance.now()
    for (let run = 0; run < 10; run++) ask(node, 'tx_search', { query, page: '7' })
    const each = (performance.now() - start) / 10
    // The bound leaves room for a busy machine.
    expect(each).toBeLessThan(40)
  })
})

describe('a search of blocks', () => {
  function heights(query: string, order?: string): string[] {
    const answer = ask(createVoted(), 'block_search', { query, ...(order && { order_by: order }) })
    const blocks = jsonAt(answer, 'blocks')
    return (Array.isArray(blocks) ? blocks : []).map((one) =>
      String(jsonAt(one, 'block', 'header', 'height')),
    )
  }

  it('joins conditions within one event too', () => {
    expect(heights("active_proposal.proposal_id='354'")).toEqual(['27400020'])
    const query = (result: string): string =>
      `active_proposal.proposal_id='354' AND active_proposal.proposal_result='${result}'`
    expect(heights(query('proposal_rejected'))).toEqual(['27400020'])
    expect(heights(query('proposal_passed'))).toEqual([])
  })

  it('finds any block by height, the newest first unless asked otherwise', () => {
    expect(heights('block.height>27400046')).toEqual(['27400049', '27400048', '27400047'])
    expect(heights('block.height>27400047', 'asc')).toEqual(['27400048', '27400049'])
  })
})
