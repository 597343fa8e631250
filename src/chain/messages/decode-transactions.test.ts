import { describe, expect, it } from 'vitest'
import { z } from 'zod/mini'
import { TxBody, TxRaw } from '../proto/generated/cosmos/tx/v1beta1/tx.ts'
import { readRecordings, type Scene } from '../proto/testing/recordings.ts'
import { decodeMessage } from './decode-message.ts'
import type { AnyBytes } from './peek.ts'
import { flattenMessage, tableOfRows } from './testing/message-table.ts'

const SCENES: readonly Scene[] = ['steady', 'halt', 'halt-partial', 'resumed']

const base64 = z.string().check(z.regex(/^[A-Za-z0-9+/=]+$/))
const withTxs = z.object({ txs: z.array(z.object({ tx: base64 })) })
const withTx = z.object({ tx: base64 })
const withBlock = z.object({
  block: z.object({ data: z.object({ txs: z.array(base64) }) }),
})

/** Messages of every transaction in answers of tx_search, tx and block. */
function readTxMessages(scene: Scene): readonly AnyBytes[] {
  const txs = readRecordings(scene).flatMap(({ response: { result } }) => {
    const found = withTxs.safeParse(result)
    if (found.success) return found.data.txs.map(({ tx }) => tx)
    const one = withTx.safeParse(result)
    if (one.success) return [one.data.tx]
    const block = withBlock.safeParse(result)
    return block.success ? block.data.block.data.txs : []
  })
  return [...new Set(txs)].flatMap((tx) => {
    const { bodyBytes } = TxRaw.decode(Buffer.from(tx, 'base64'))
    return TxBody.decode(bodyBytes).messages
  })
}

describe('messages of recorded transactions', () => {
  it.each(SCENES)('of %s are all decoded, also those run for others', (scene) => {
    const messages = readTxMessages(scene).map(decodeMessage).flatMap(flattenMessage)
    expect(messages.filter(({ kind }) => kind === 'undecoded')).toEqual([])
  })

  it('give these rows', () => {
    const messages = SCENES.flatMap((scene) => readTxMessages(scene).map(decodeMessage))
    expect(tableOfRows(messages)).toMatchInlineSnapshot(`
      {
        "/akash.market.v1beta5.MsgCreateLease": [
          "bid_id.owner",
          "bid_id.dseq",
          "bid_id.gseq",
          "bid_id.oseq",
          "bid_id.provider",
          "bid_id.bseq",
        ],
        "/akash.market.v1beta5.MsgLeaseStartReclaim": [
          "id.owner",
          "id.dseq",
          "id.gseq",
          "id.oseq",
          "id.provider",
          "id.bseq",
          "reason",
        ],
        "/akash.oracle.v2.MsgAddPriceEntry": [
          "signer",
          "id.denom",
          "id.base_denom",
          "price",
          "timestamp",
        ],
        "/cosmos.authz.v1beta1.MsgExec": [
          "grantee",
        ],
        "/cosmos.gov.v1.MsgCancelProposal": [
          "proposal_id",
          "proposer",
        ],
        "/cosmos.gov.v1.MsgDeposit": [
          "proposal_id",
          "depositor",
          "amount",
        ],
        "/cosmos.gov.v1.MsgSubmitProposal": [
          "initial_deposit",
          "proposer",
          "metadata",
          "title",
          "summary",
          "expedited",
        ],
        "/cosmos.gov.v1.MsgVote": [
          "proposal_id",
          "voter",
          "option",
          "metadata",
        ],
        "/cosmos.gov.v1.MsgVoteWeighted": [
          "proposal_id",
          "voter",
          "options[].option",
          "options[].weight",
          "metadata",
        ],
      }
    `)
  })

  it('name a price of oracle v2 and a lease to be reclaimed, which no library knows', () => {
    const messages = SCENES.flatMap((scene) => readTxMessages(scene)).map(decodeMessage)
    const summaries = messages.flatMap((message) =>
      message.kind === 'decoded' ? [`${message.typeUrl}: ${message.summary}`] : [],
    )
    expect(summaries).toContainEqual(expect.stringMatching(/oracle\.v2\.MsgAddPriceEntry: /))
    expect(summaries).toContainEqual(expect.stringMatching(/MsgLeaseStartReclaim: /))
  })
})
