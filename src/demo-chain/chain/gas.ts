import type { Any } from '../../chain/proto/generated/google/protobuf/any.ts'

/** Gas as measured on recorded transactions: a base by message and an amount by byte of the transaction. */
interface GasCost {
  readonly base: number
  readonly perByte: number
  readonly wanted: bigint
}

const VOTE: GasCost = { base: 42_377, perByte: 40, wanted: 600_000n }
const STAKING: GasCost = { base: 128_000, perByte: 40, wanted: 600_000n }
const EXEC: GasCost = { base: 50_900, perByte: 60, wanted: 2_000_000n }
/** Submitting writes its text several times over. */
const SUBMIT: GasCost = { base: 48_078, perByte: 193.82, wanted: 3_000_000n }
const COSTS = new Map<string, GasCost>([
  ['/cosmos.gov.v1.MsgVote', VOTE],
  ['/cosmos.gov.v1.MsgVoteWeighted', { ...VOTE, base: 41_357 }],
  ['/cosmos.gov.v1.MsgDeposit', { base: 71_471, perByte: 40, wanted: 400_000n }],
  ['/cosmos.gov.v1.MsgCancelProposal', { base: 74_343, perByte: 40, wanted: 600_000n }],
  ['/cosmos.gov.v1.MsgSubmitProposal', SUBMIT],
  ['/cosmos.authz.v1beta1.MsgExec', EXEC],
])

/** Bytes of text from which a proposal needs the larger limits. */
const LONG_TEXT_BYTES = 10_000
const LONG_TEXT_STEP = 12_000_000n
const FAILED_MORE = 7_997

/** The limit a sender sets; proposals with long texts set larger ones. */
export function chooseGasWanted({ typeUrl, value }: Any): bigint {
  const { wanted } = COSTS.get(typeUrl) ?? STAKING
  if (typeUrl !== '/cosmos.gov.v1.MsgSubmitProposal' || value.length < LONG_TEXT_BYTES)
    return wanted
  return LONG_TEXT_STEP * BigInt(1 + Math.floor(value.length / 50_000))
}

export function estimateGasUsed({ typeUrl }: Any, length: number, hasFailed: boolean): bigint {
  const { base, perByte } = COSTS.get(typeUrl) ?? STAKING
  return BigInt(Math.round(base + perByte * length) + (hasFailed ? FAILED_MORE : 0))
}

/** uakt: 0.0025 for a unit of gas, and one more. */
export function computeFee(gasWanted: bigint): bigint {
  return (gasWanted * 25n) / 10_000n + 1n
}
