import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDec } from '../../domain/decimal.ts'
import { arbitraryMessage, camelCase, type Limits } from './testing/arbitrary-message.ts'
import { type Codec, chainSdkCodec, cosmjsCodec, isFields, ourCodec } from './testing/codecs.ts'
import { type MessageDescriptor, readProtoImage } from './testing/proto-image.ts'

const image = readProtoImage()
const messages = [...image.messages.values()].filter(({ name }) => !name.startsWith('google.'))

/** Fields of v2.1.0 that chain-sdk 1.0.0-alpha.25 is too old for. Recorded bytes hold them: recorded-bytes.test.ts. */
const NEWER_THAN_CHAIN_SDK: ReadonlySet<string> = new Set([
  'akash.bme.v1.Params.min_mint',
  'akash.bme.v1.Params.max_pending_attempts',
  'akash.deployment.v1.Deployment.reclamation',
  'akash.deployment.v1beta4.MsgCreateDeployment.reclamation',
  'akash.escrow.v1.DepositAuthorization.spend_limits',
  'akash.market.v1.Lease.reclamation',
  'akash.market.v1beta5.Bid.reclamation_window',
  'akash.market.v1beta5.MsgCreateBid.reclamation_window',
  'akash.market.v1beta5.Order.reclamation',
  'akash.market.v1beta5.Params.min_reclamation_window',
  'akash.market.v1beta5.Params.max_reclamation_window',
])
const CHAIN_SDK_LIMITS: Limits = { unset: NEWER_THAN_CHAIN_SDK, canWrite: () => true }

/** cosmjs-types 0.11.0 takes bit 31 for a sign and cuts such integers short (its `writeVarint64`). */
const COSMJS_LIMITS: Limits = {
  unset: new Set(),
  canWrite: (value) => value < 2n ** 31n || value >= 2n ** 32n,
}

const NEWER_NAMES: ReadonlySet<string> = new Set(
  [...NEWER_THAN_CHAIN_SDK].map((field) => camelCase(field.slice(field.lastIndexOf('.') + 1))),
)

/** `Depositor.direct` was taken out of the official definition after alpha.25. */
const OLDER_NAMES: ReadonlySet<string> = new Set(['$type', 'direct'])

/** What neither oracle knows. */
const WITHOUT_ORACLE = [
  'akash.bme.v1.MsgFundVault',
  'akash.deployment.v1.DeploymentReclamation',
  'akash.market.v1.Reclamation',
  'akash.market.v1beta5.MsgLeaseStartReclaim',
  'akash.oracle.v2.AggregatedPrice',
  'akash.oracle.v2.DataID',
  'akash.oracle.v2.MsgAddPriceEntry',
  'akash.oracle.v2.MsgUpdateParams',
  'akash.oracle.v2.Params',
  'akash.oracle.v2.PriceData',
  'akash.oracle.v2.PriceDataRecordID',
  'akash.oracle.v2.PriceDataState',
  'akash.oracle.v2.PriceHealth',
  'akash.oracle.v2.PricesFilter',
  'akash.oracle.v2.QueryAggregatedPriceRequest',
  'akash.oracle.v2.QueryAggregatedPriceResponse',
  'akash.oracle.v2.QueryParamsRequest',
  'akash.oracle.v2.QueryParamsResponse',
  'akash.oracle.v2.QueryPricesRequest',
  'akash.oracle.v2.QueryPricesResponse',
  'ibc.core.client.v1.ClientUpdateProposal',
  'ibc.core.client.v1.UpgradeProposal',
]

/** An oracle's value in our shape: chain-sdk has Long, Date and decimals with their point. */
function toOurShape(theirs: unknown, ours: unknown): unknown {
  if (theirs instanceof Date) {
    const ms = theirs.getTime()
    return { seconds: BigInt(Math.floor(ms / 1_000)), nanos: (ms % 1_000) * 1_000_000 }
  }
  if (theirs instanceof Uint8Array) return Uint8Array.from(theirs)
  if (typeof ours === 'bigint') return BigInt(String(theirs))
  if (typeof ours === 'string' && /^\d+$/.test(ours) && theirs !== ours) {
    // LegacyDec: 12.5 is 12500000000000000000 on the wire.
    return formatDec(BigInt(ours)).replace(/\.?0+$/, '') === theirs ? ours : theirs
  }
  if (Array.isArray(theirs)) {
    return theirs.map((item, index) => toOurShape(item, Array.isArray(ours) ? ours[index] : item))
  }
  if (isFields(ours) && isFields(theirs)) return toOurFields(theirs, ours)
  return theirs
}

function toOurFields(
  theirs: Readonly<Record<string, unknown>>,
  ours: Readonly<Record<string, unknown>>,
) {
  const fields = Object.entries(theirs)
    .filter(([name]) => !OLDER_NAMES.has(name))
    .map(([name, value]) => [name, toOurShape(value, ours[name])])
  const newer = Object.entries(ours).filter(([name]) => NEWER_NAMES.has(name) && !(name in theirs))
  return Object.fromEntries([...fields, ...newer])
}

/** Names and values agree when they read our bytes, and we read theirs back to the same message. */
function expectAgreement(message: MessageDescriptor, theirs: Codec, limits: Limits): void {
  const ours = ourCodec(message)
  fc.assert(
    fc.property(arbitraryMessage(image, message, limits), (fields) => {
      const decoded = theirs.decode(ours.encode(fields))
      expect(toOurShape(decoded, fields)).toEqual(fields)
      const back = ours.decode(theirs.encode(decoded))
      expect(toOurShape(back, fields)).toEqual(fields)
    }),
    { numRuns: 20 },
  )
}

function knownTo(codecOf: (message: MessageDescriptor) => Codec | undefined) {
  return messages.flatMap((message) => {
    const codec = codecOf(message)
    return codec === undefined ? [] : [[message.name, message, codec] as const]
  })
}

describe('generated codecs', () => {
  it.each(knownTo(cosmjsCodec))(
    'agree with cosmjs-types on every field of %s, by name and on the wire',
    (_, message, codec) => expectAgreement(message, codec, COSMJS_LIMITS),
  )

  it.each(knownTo(chainSdkCodec))(
    'agree with chain-sdk on every field of %s, by name and on the wire',
    (_, message, codec) => expectAgreement(message, codec, CHAIN_SDK_LIMITS),
  )

  it('are without an oracle only where both are older than the chain', () => {
    const alone = messages.filter((message) => !cosmjsCodec(message) && !chainSdkCodec(message))
    expect(alone.map(({ name }) => name).sort()).toEqual(WITHOUT_ORACLE)
  })
})
