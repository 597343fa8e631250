import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { sha256 } from '@noble/hashes/sha2.js'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { MsgExec } from '../../chain/proto/generated/cosmos/authz/v1beta1/tx.ts'
import { TxMsgData } from '../../chain/proto/generated/cosmos/base/abci/v1beta1/abci.ts'
import {
  MsgCancelProposal,
  MsgDeposit,
  MsgSubmitProposal,
  MsgVote,
  MsgVoteWeighted,
} from '../../chain/proto/generated/cosmos/gov/v1/tx.ts'
import { TxBody, TxRaw } from '../../chain/proto/generated/cosmos/tx/v1beta1/tx.ts'
import type { Any } from '../../chain/proto/generated/google/protobuf/any.ts'
import { encodeHex, parseBase64 } from '../server/bytes.ts'
import { uaktOf } from './coins.ts'
import type { AbciEvent, LedgerTx } from './ledger.ts'
import type { ChainAction } from './script.ts'
import {
  account,
  at,
  createSmallLedger,
  pastProposal,
  submitting,
  voting,
} from './testing/small-script.ts'

const STEADY = join(import.meta.dirname, '../../../test/recordings/steady')

const Events = z.array(
  z.object({
    type: z.string(),
    attributes: z.array(z.object({ key: z.string(), value: z.string(), index: z.boolean() })),
  }),
)
const Tx = z.object({
  tx: z.string(),
  tx_result: z.object({
    code: z.number(),
    codespace: z.string(),
    log: z.string(),
    data: z.nullable(z.string()),
    gas_wanted: z.string(),
    gas_used: z.string(),
    events: Events,
  }),
})
type RecordedTx = z.infer<typeof Tx>
const Search = z.object({ response: z.object({ result: z.object({ txs: z.array(Tx) }) }) })
const Single = z.object({ response: z.object({ result: Tx }) })
const Results = z.object({
  response: z.object({ result: z.object({ finalize_block_events: Events }) }),
})

function readRecording(name: string): unknown {
  return JSON.parse(gunzipSync(readFileSync(join(STEADY, `${name}.json.gz`))).toString('utf8'))
}

function searched(name: string): RecordedTx[] {
  return Search.parse(readRecording(name)).response.result.txs
}

function bodyOf(tx: Uint8Array): TxBody {
  return TxBody.decode(TxRaw.decode(tx).bodyBytes)
}

function bytesOf(base64: string | null): Uint8Array {
  return parseBase64(base64 ?? '') ?? new Uint8Array()
}

/** The action that a recorded message is. */
function actionOf({ typeUrl, value }: Any): ChainAction {
  switch (typeUrl) {
    case '/cosmos.gov.v1.MsgVote': {
      const { proposalId, voter, option, metadata } = MsgVote.decode(value)
      return voteOf(proposalId, voter, [{ option, weight: '1.000000000000000000' }], metadata)
    }
    case '/cosmos.gov.v1.MsgVoteWeighted': {
      const { proposalId, voter, options, metadata } = MsgVoteWeighted.decode(value)
      return voteOf(proposalId, voter, options, metadata)
    }
    case '/cosmos.gov.v1.MsgDeposit': {
      const { proposalId, depositor, amount } = MsgDeposit.decode(value)
      return { kind: 'deposit', proposal: { id: proposalId }, depositor, amount: uaktOf(amount) }
    }
    case '/cosmos.gov.v1.MsgCancelProposal': {
      const { proposalId, proposer } = MsgCancelProposal.decode(value)
      return { kind: 'cancel-proposal', proposal: { id: proposalId }, proposer }
    }
    case '/cosmos.gov.v1.MsgSubmitProposal': {
      const { initialDeposit, expedited, ...fields } = MsgSubmitProposal.decode(value)
      const deposit = uaktOf(initialDeposit)
      return submitting('it', { ...fields, initialDeposit: deposit, isExpedited: expedited })
    }
    default:
      throw new Error(`no action is a ${typeUrl}`)
  }
}

function voteOf(
  id: bigint,
  voter: string,
  options: readonly { readonly option: number; readonly weight: string }[],
  metadata: string,
): ChainAction {
  const known = options.map(({ option, weight }) => {
    if (option !== 1 && option !== 2 && option !== 3 && option !== 4) throw new Error('no option')
    return { option, weight } as const
  })
  return { kind: 'vote', proposal: { id }, voter, options: known, metadata, grantee: undefined }
}

/** What the ledger makes of recorded transactions, on a chain whose next proposal has the recorded number. */
function replay(recorded: readonly RecordedTx[], nextProposalId: bigint): LedgerTx[] {
  const actions = recorded.map(({ tx }, index) => {
    const [message] = bodyOf(bytesOf(tx)).messages
    if (message === undefined) throw new Error('a recorded transaction has no message')
    return at(10 + index * 7, actionOf(message))
  })
  const plain = createSmallLedger({ actions: [] }, 0)
  const govParams = {
    ...plain.stateAt(plain.initialHeight).govParams(),
    minDeposit: [{ denom: 'uakt', amount: '1000000000' }],
  }
  const proposals = [pastProposal(353n, { status: 2 })]
  const genesis = { govParams, proposals: nextProposalId > 353n ? proposals : [], nextProposalId }
  const ledger = createSmallLedger({ actions, genesis }, 10 + recorded.length * 7 + 10)
  return ledger.eventfulHeights().flatMap((height) => [...ledger.blockAt(height).txs])
}

/** Events without what no other chain could have: the signature and how often the sender sent. */
function comparable(events: readonly AbciEvent[]) {
  return events.map(({ type, attributes }) => ({
    type,
    attributes: attributes.map(({ key, value, index }) => ({
      key,
      value: key === 'signature' ? '' : key === 'acc_seq' ? value.replace(/\d+$/, '') : value,
      index,
    })),
  }))
}

function expectAlike(made: LedgerTx | undefined, { tx, tx_result: result }: RecordedTx): void {
  const recordedBytes = bytesOf(tx)
  expect(encodeHex(TxBody.encode(bodyOf(made?.bytes ?? new Uint8Array())).finish())).toBe(
    encodeHex(TxRaw.decode(recordedBytes).bodyBytes),
  )
  // A sequence number is one byte or two.
  expect(Math.abs((made?.bytes.length ?? 0) - recordedBytes.length)).toBeLessThanOrEqual(2)
  expect(made).toMatchObject({ code: result.code, codespace: result.codespace, log: result.log })
  expect(made?.gasWanted).toBe(BigInt(result.gas_wanted))
  expect(Number(made?.gasUsed) / Number(result.gas_used)).toBeCloseTo(1, 1)
  expect(comparable(made?.events ?? [])).toEqual(comparable(result.events))
  const responses = (data: Uint8Array) =>
    TxMsgData.decode(data).msgResponses.map((any) => any.typeUrl)
  expect(responses(made?.data ?? new Uint8Array())).toEqual(responses(bytesOf(result.data)))
}

describe('a transaction of the demo chain', () => {
  it.each([
    ['191-txsearch-votes', 500n],
    ['192-txsearch-votes-p2', 500n],
    ['201-txsearch-submit', 353n],
    ['203-txsearch-deposit', 350n],
  ] as const)('has the body, events, gas and response of those recorded in %s', (name, next) => {
    const recorded = searched(name)
    const made = replay(recorded, next)
    expect(made).toHaveLength(recorded.length)
    for (const [index, each] of recorded.entries()) expectAlike(made[index], each)
    expect(recorded.length).toBeGreaterThan(0)
  })

  it('cancels as recorded: half goes back, half is burned', () => {
    const [cancel] = searched('202-txsearch-cancel')
    if (cancel === undefined) throw new Error('the cancellation is not recorded')
    const proposer = cancel.tx_result.events[0]?.attributes[0]?.value ?? ''
    const cancelling = actionOf(
      bodyOf(bytesOf(cancel.tx)).messages[0] ?? { typeUrl: '', value: new Uint8Array() },
    )
    const actions = [
      at(10, submitting('it', { proposer, initialDeposit: 300_000_000n })),
      at(20, cancelling),
    ]
    const ledger = createSmallLedger({ actions, genesis: { nextProposalId: 351n } }, 40)
    const height = ledger.eventfulHeights().at(-1) ?? 0n
    expectAlike(ledger.blockAt(height).txs[0], cancel)
  })

  it('fails as recorded when it votes where nobody can: with the events of the ante handler alone', () => {
    const failed = Single.parse(readRecording('291-tx-failed-vote')).response.result
    const [made] = replay([failed], 500n)
    expectAlike(made, failed)
    expect(made?.data).toHaveLength(0)
  })

  it('in the stead of another carries both indices, and tells of a failure as x/authz does', () => {
    const actions = [
      at(10, submitting('a')),
      at(20, voting('a', 'ann', 1, 'grantee')),
      at(30, voting('none', 'ann', 3, 'grantee')),
    ]
    const ledger = createSmallLedger({ actions }, 60)
    const [, sent, failed] = ledger
      .eventfulHeights()
      .flatMap((height) => ledger.blockAt(height).txs)
    const recorded = searched('289-txsearch-votes-p3')
      .flatMap(({ tx_result }) => tx_result.events)
      .find(({ attributes }) => attributes.some(({ key }) => key === 'authz_msg_index'))
    const keysOf = (event: AbciEvent | undefined) => event?.attributes.map(({ key }) => key)
    expect(keysOf(sent?.events.at(-1))).toEqual(keysOf(recorded))
    const [message] = bodyOf(sent?.bytes ?? new Uint8Array()).messages
    expect(MsgExec.decode(message?.value ?? new Uint8Array())).toMatchObject({
      grantee: account('grantee'),
      msgs: [{ typeUrl: '/cosmos.gov.v1.MsgVote' }],
    })
    const { msgResponses } = TxMsgData.decode(sent?.data ?? new Uint8Array())
    // One result, empty: as many as six in the recording, each `0a00`.
    expect(msgResponses.map(({ typeUrl, value }) => [typeUrl, encodeHex(value)])).toEqual([
      ['/cosmos.authz.v1beta1.MsgExecResponse', '0a00'],
    ])
    expect(failed?.log).toBe(
      `failed to execute message; message index: 0: failed to execute message; message voter:"${account('ann')}" option:VOTE_OPTION_NO : 0: inactive proposal`,
    )
  })

  it('is named by the hash of its bytes, and signed with as many as a signature has', () => {
    const ledger = createSmallLedger(
      { actions: [at(10, submitting('a')), at(20, submitting('b'))] },
      60,
    )
    const txs = ledger.eventfulHeights().flatMap((height) => ledger.blockAt(height).txs)
    for (const { hash, bytes } of txs) expect(hash).toEqual(sha256(bytes))
    expect(
      txs.map(({ bytes }) => TxRaw.decode(bytes).signatures.map(({ length }) => length)),
    ).toEqual([[64], [64]])
    expect(encodeHex(txs[0]?.hash ?? new Uint8Array())).not.toBe(
      encodeHex(txs[1]?.hash ?? new Uint8Array()),
    )
    // The second of one sender counts on from the first.
    const sequences = txs.map(({ events }) =>
      Number(
        events
          .flatMap(({ attributes }) => attributes)
          .find(({ key }) => key === 'acc_seq')
          ?.value.split('/')[1],
      ),
    )
    expect(sequences[1]).toBe((sequences[0] ?? 0) + 1)
  })

  it.each([
    [
      'a proposal without a title',
      { title: '' },
      'sdk',
      18,
      'proposal title cannot be empty: invalid request',
    ],
    [
      'less than the minimal first deposit',
      { initialDeposit: 249n },
      'gov',
      16,
      'was (249uakt), need (250uakt): minimum deposit is too small',
    ],
    [
      'less than that of an expedited one',
      { initialDeposit: 499n, isExpedited: true },
      'gov',
      16,
      'was (499uakt), need (500uakt): minimum deposit is too small',
    ],
    [
      'neither message nor metadata',
      { metadata: '' },
      'gov',
      11,
      'either metadata or Msgs length must be non-nil: no messages proposed',
    ],
    [
      'metadata that names another title',
      { metadata: '{"title":"other"}' },
      'gov',
      5,
      "metadata title 'other' must equal proposal title 'Title of a': invalid proposal content",
    ],
    [
      'metadata of more than 10,200 bytes',
      { metadata: 'é'.repeat(5101) },
      'gov',
      15,
      'got metadata with length 10202: metadata too long',
    ],
  ] as const)('refuses %s', (_what, fields, codespace, code, reason) => {
    const ledger = createSmallLedger({ actions: [at(10, submitting('a', fields))] }, 60)
    const [tx] = ledger.blockAt(ledger.eventfulHeights()[0] ?? 0n).txs
    const log = `failed to execute message; message index: 0: ${reason}`
    expect(tx).toMatchObject({ codespace, code, log })
    expect(ledger.stateAt(ledger.tip()).nextProposalId()).toBe(1n)
    expect(ledger.stateAt(ledger.tip()).proposals()).toEqual([])
  })

  it.each([
    ['the same option twice', [1, 1], ['0.5', '0.5'], 'duplicated vote option'],
    ['too much', [1, 2], ['0.5', '0.6'], 'total weight overflow 1.00'],
    ['too little', [1, 2], ['0.5', '0.4'], 'total weight lower than 1.00'],
  ] as const)('refuses a vote with %s', (_what, [one, two], [first, second], reason) => {
    const options = [
      { option: one, weight: first },
      { option: two, weight: second },
    ]
    const split: ChainAction = {
      kind: 'vote',
      proposal: { key: 'a' },
      voter: account('ann'),
      options,
      metadata: '',
      grantee: undefined,
    }
    const ledger = createSmallLedger({ actions: [at(10, submitting('a')), at(20, split)] }, 60)
    const [tx] = ledger.blockAt(ledger.eventfulHeights().at(-1) ?? 0n).txs
    const log = `failed to execute message; message index: 0: ${reason}: invalid vote option`
    expect(tx).toMatchObject({ codespace: 'gov', code: 7, log })
  })
})

describe('events of a block', () => {
  it('come in the order of the recording, with its attributes', () => {
    const recorded = Results.parse(readRecording('214-block_results-passed')).response.result
    const actions = [at(10, submitting('a')), at(20, voting('a', 'ann', 1))]
    const ledger = createSmallLedger({ actions }, 700)
    const height = ledger.eventfulHeights().at(-1) ?? 0n
    // The oracle tells of prices at the end of a block; this chain has none.
    const shapes = (events: readonly AbciEvent[]) =>
      events
        .map(({ type, attributes }) => `${type} ${attributes.map(({ key }) => key).join()}`)
        .filter((shape, index, all) => shape !== all[index - 1] && shape !== all[index - 2])
        .filter((shape) => !shape.startsWith('akash.oracle') && !shape.startsWith('liveness'))
    expect(shapes(ledger.blockAt(height).events)).toEqual(shapes(recorded.finalize_block_events))
  })

  it('name those who missed the commit of the block before', () => {
    const ledger = createSmallLedger({ actions: [] }, 600)
    const tip = ledger.tip()
    let named = 0
    for (let height = ledger.initialHeight + 1n; height <= tip; height++) {
      const missed = ledger.blockAt(height).events.filter(({ type }) => type === 'liveness').length
      expect(missed).toBe(ledger.blockAt(height - 1n).absent.size)
      named += missed
    }
    expect(named).toBeGreaterThan(10)
  })
})
