import type { Coin } from '../../chain/proto/generated/cosmos/base/v1beta1/coin.ts'
import type { MsgCommunityPoolSpend } from '../../chain/proto/generated/cosmos/distribution/v1beta1/tx.ts'
import type { Params } from '../../chain/proto/generated/cosmos/gov/v1/gov.ts'
import type { Plan } from '../../chain/proto/generated/cosmos/upgrade/v1beta1/upgrade.ts'
import type { WireField } from '../application/wire-fields.ts'
import {
  allBytes,
  lastBytes,
  lastInteger,
  lastMessage,
  lastText,
  readFields,
} from '../application/wire-fields.ts'

/** `cosmos.upgrade.v1beta1.MsgSoftwareUpgrade`. @throws {WireFieldError} as the others do */
export function readUpgradePlan(message: Uint8Array): Plan | undefined {
  const fields = readFields(message)
  if (lastBytes(fields, 2) === undefined) return undefined
  const plan = lastMessage(fields, 2)
  const client = lastBytes(plan, 5)
  const clientFields = client && readFields(client)
  return {
    name: lastText(plan, 1),
    time: readSpan(plan, 2),
    height: BigInt.asIntN(64, lastInteger(plan, 3)),
    info: lastText(plan, 4),
    upgradedClientState: clientFields && {
      typeUrl: lastText(clientFields, 1),
      value: lastBytes(clientFields, 2) ?? new Uint8Array(),
    },
  }
}

/** `cosmos.distribution.v1beta1.MsgCommunityPoolSpend` */
export function readPoolSpend(
  message: Uint8Array,
): Pick<MsgCommunityPoolSpend, 'recipient' | 'amount'> {
  const fields = readFields(message)
  return { recipient: lastText(fields, 2), amount: readCoins(fields, 3) }
}

/** `cosmos.gov.v1.MsgUpdateParams` */
export function readGovParams(message: Uint8Array): Params | undefined {
  const fields = readFields(message)
  if (lastBytes(fields, 2) === undefined) return undefined
  const params = lastMessage(fields, 2)
  const isSet = (number: number): boolean => lastInteger(params, number) !== 0n
  return {
    minDeposit: readCoins(params, 1),
    maxDepositPeriod: readSpan(params, 2),
    votingPeriod: readSpan(params, 3),
    quorum: lastText(params, 4),
    threshold: lastText(params, 5),
    vetoThreshold: lastText(params, 6),
    minInitialDepositRatio: lastText(params, 7),
    proposalCancelRatio: lastText(params, 8),
    proposalCancelDest: lastText(params, 9),
    expeditedVotingPeriod: readSpan(params, 10),
    expeditedThreshold: lastText(params, 11),
    expeditedMinDeposit: readCoins(params, 12),
    burnVoteQuorum: isSet(13),
    burnProposalDepositPrevote: isSet(14),
    burnVoteVeto: isSet(15),
    minDepositRatio: lastText(params, 16),
  }
}

/** Of Ed25519; empty when there is none. */
export function readPubKey(message: Uint8Array): Uint8Array {
  return lastBytes(readFields(message), 1) ?? new Uint8Array()
}

function readCoins(fields: readonly WireField[], number: number): Coin[] {
  return allBytes(fields, number).map((bytes) => {
    const coin = readFields(bytes)
    return { denom: lastText(coin, 1), amount: lastText(coin, 2) }
  })
}

/** A `Timestamp` or a `Duration`. */
function readSpan(
  fields: readonly WireField[],
  number: number,
): { readonly seconds: bigint; readonly nanos: number } | undefined {
  if (lastBytes(fields, number) === undefined) return undefined
  const span = lastMessage(fields, number)
  return {
    seconds: BigInt.asIntN(64, lastInteger(span, 1)),
    nanos: Number(BigInt.asIntN(32, lastInteger(span, 2))),
  }
}
