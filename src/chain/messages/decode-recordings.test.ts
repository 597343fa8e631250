import { describe, expect, it } from 'vitest'
import { formatFieldText } from '../../domain/field-text.ts'
import type { Message } from '../../domain/message.ts'
import { Proposal, type Proposal as ProposalProto } from '../proto/generated/cosmos/gov/v1/gov.ts'
import {
  QueryProposalResponse,
  QueryProposalsResponse,
} from '../proto/generated/cosmos/gov/v1/query.ts'
import { chainSdkCodec, cosmjsCodec, isFields, ourCodec } from '../proto/testing/codecs.ts'
import { readProtoImage } from '../proto/testing/proto-image.ts'
import { readQueries, type Scene } from '../proto/testing/recordings.ts'
import { decodeMessage } from './decode-message.ts'
import type { AnyBytes } from './peek.ts'
import { flattenMessage, tableOfRows } from './testing/message-table.ts'

const SCENES: readonly Scene[] = ['steady', 'halt', 'halt-partial', 'resumed']
const image = readProtoImage()

function readProposals(scene: Scene): readonly ProposalProto[] {
  const byBytes = new Map<string, ProposalProto>()
  for (const { path, value } of readQueries(scene)) {
    const proposals =
      path === '/cosmos.gov.v1.Query/Proposals'
        ? QueryProposalsResponse.decode(value).proposals
        : path === '/cosmos.gov.v1.Query/Proposal'
          ? [QueryProposalResponse.decode(value).proposal ?? Proposal.decode(new Uint8Array())]
          : []
    for (const proposal of proposals) {
      byBytes.set(Buffer.from(Proposal.encode(proposal).finish()).toString('hex'), proposal)
    }
  }
  return [...byBytes.values()]
}

/** Every value a decoder of somebody else finds in a message: what a row has to show. */
function leavesOf(any: AnyBytes): readonly string[] {
  const descriptor = image.messages.get(any.typeUrl.slice(1))
  if (descriptor === undefined) return [`no decoder for ${any.typeUrl}`]
  const codec = cosmjsCodec(descriptor) ?? chainSdkCodec(descriptor) ?? ourCodec(descriptor)
  return leaves(codec.decode(any.value))
}

function leaves(value: unknown): readonly string[] {
  if (value instanceof Uint8Array)
    return value.length === 0 ? [] : [Buffer.from(value).toString('hex')]
  if (typeof value === 'string') return value === '' ? [] : [value]
  if (typeof value === 'bigint' || typeof value === 'number') return [value.toString()]
  if (Array.isArray(value)) return value.flatMap(leaves)
  if (!isFields(value)) return []
  const { typeUrl, value: bytes } = value
  if (typeof typeUrl === 'string' && bytes instanceof Uint8Array) {
    return image.messages.has(typeUrl.slice(1)) ? leavesOf({ typeUrl, value: bytes }) : [typeUrl]
  }
  // Times and durations are drawn as one value; their own tests hold them.
  if ('seconds' in value && 'nanos' in value) return []
  return Object.values(value).flatMap(leaves)
}

/** All text a reader of the message sees, bytes in hex. */
function shownText(message: Message): string {
  return flattenMessage(message)
    .flatMap((part) =>
      part.kind === 'undecoded'
        ? [Buffer.from(part.bytes).toString('hex')]
        : part.fields.map(({ value }) => shownValue(formatFieldText(value))),
    )
    .join('\n')
}

function shownValue(text: string): string {
  return `${text}\n${Buffer.from(text).toString('hex')}`
}

describe('messages of recorded proposals', () => {
  it.each(SCENES)('of %s are all decoded, and no value in them is dropped', (scene) => {
    const proposals = readProposals(scene)
    expect(proposals.length).toBeGreaterThan(0)
    const missing = proposals.flatMap(({ id, messages }) =>
      messages.flatMap((any) => {
        const message = decodeMessage(any)
        const text = shownText(message)
        const isWhole = flattenMessage(message).every(({ kind }) => kind === 'decoded')
        const lost = leavesOf(any).filter((leaf) => !text.includes(leaf))
        return isWhole && lost.length === 0 ? [] : [{ id, typeUrl: any.typeUrl, lost }]
      }),
    )
    expect(missing).toEqual([])
  })

  it('of steady give these rows', () => {
    const messages = readProposals('steady').flatMap(({ messages }) => messages.map(decodeMessage))
    expect(tableOfRows(messages)).toMatchInlineSnapshot(`
      {
        "/akash.deployment.v1beta4.MsgUpdateParams": [
          "authority",
          "params.min_deposits",
        ],
        "/akash.market.v1beta5.MsgUpdateParams": [
          "authority",
          "params.bid_min_deposit",
          "params.order_max_bids",
          "params.bid_min_deposits",
          "params.min_reclamation_window",
          "params.max_reclamation_window",
        ],
        "/cosmos.consensus.v1.MsgUpdateParams": [
          "authority",
          "block.max_bytes",
          "block.max_gas",
          "evidence.max_age_num_blocks",
          "evidence.max_age_duration",
          "evidence.max_bytes",
          "validator.pub_key_types[]",
          "abci.vote_extensions_enable_height",
        ],
        "/cosmos.distribution.v1beta1.CommunityPoolSpendProposal": [
          "title",
          "description",
          "recipient",
          "amount",
        ],
        "/cosmos.distribution.v1beta1.MsgCommunityPoolSpend": [
          "authority",
          "recipient",
          "amount",
        ],
        "/cosmos.gov.v1.MsgExecLegacyContent": [
          "authority",
        ],
        "/cosmos.gov.v1beta1.TextProposal": [
          "title",
          "description",
        ],
        "/cosmos.params.v1beta1.ParameterChangeProposal": [
          "title",
          "description",
          "changes[].subspace",
          "changes[].key",
          "changes[].value",
        ],
        "/cosmos.upgrade.v1beta1.MsgCancelUpgrade": [
          "authority",
        ],
        "/cosmos.upgrade.v1beta1.MsgSoftwareUpgrade": [
          "authority",
          "plan.name",
          "plan.time",
          "plan.height",
          "plan.info",
        ],
        "/cosmos.upgrade.v1beta1.SoftwareUpgradeProposal": [
          "title",
          "description",
          "plan.name",
          "plan.time",
          "plan.height",
          "plan.info",
        ],
        "/cosmwasm.wasm.v1.MsgExecuteContract": [
          "sender",
          "contract",
          "msg",
        ],
        "/cosmwasm.wasm.v1.MsgInstantiateContract": [
          "sender",
          "admin",
          "code_id",
          "label",
          "msg",
        ],
        "/cosmwasm.wasm.v1.MsgStoreCode": [
          "sender",
          "wasm_byte_code",
        ],
        "/ibc.core.client.v1.ClientUpdateProposal": [
          "title",
          "description",
          "subject_client_id",
          "substitute_client_id",
        ],
      }
    `)
  })

  it('of steady say in one sentence each what they do', () => {
    const sentences = new Map(
      readProposals('steady').flatMap(({ messages }) =>
        messages.map(decodeMessage).flatMap((message) => {
          const last = flattenMessage(message).at(-1)
          return message.kind === 'decoded' && last !== undefined
            ? [[last.typeUrl, message.summary] as const]
            : []
        }),
      ),
    )
    expect([...sentences.values()].sort()).toMatchInlineSnapshot(`
      [
        "Adopt a text; nothing is run on the chain",
        "Call contract akash1k7n…mwsq4",
        "Cancel the scheduled upgrade of the chain",
        "Change market.OrderMaxBids to 20, and 1 more",
        "Create the contract “price oracle” from code 3",
        "Pay 10,259 AKT from the community pool to akash174d…rvlgp",
        "Pay 21,470 AKT from the community pool to akash1x4u…rt40d",
        "Recover the IBC client 07-tendermint-63 with 07-tendermint-101",
        "Set the parameters of consensus",
        "Set the parameters of deployments",
        "Set the parameters of the market",
        "Store code of a smart contract",
        "Upgrade the chain to akashnet-2-upgrade-1 at height 455,200",
        "Upgrade the chain to v2.2.0 at height 27,400,605",
      ]
    `)
  })
})
