import type { Coin } from '../../chain/proto/generated/cosmos/base/v1beta1/coin.ts'
import type { Validator } from '../../chain/proto/generated/cosmos/staking/v1beta1/staking.ts'
import type { Timestamp } from '../../chain/proto/generated/google/protobuf/timestamp.ts'
import { COIN, TIMESTAMP } from '../protobuf/common-messages.ts'
import { describeMessage, encodeProto, list, message } from '../protobuf/message-writer.ts'
import { delegateCoinsEvents, transferEvents } from './bank-events.ts'
import { uakt, writeUakt } from './coins.ts'
import { createEvent } from './event.ts'
import type { BlockContext, LedgerStores } from './ledger-stores.ts'
import { LEGACY_ONE, quoDec, writeDec } from './legacy-dec.ts'
import { fail, type MessageResult, succeed } from './message-result.ts'
import { BONDED_POOL, NOT_BONDED_POOL } from './module-account.ts'
import type { ChainAction } from './script.ts'
import { writeTimestamp } from './wire-time.ts'

type DelegateAction = Extract<ChainAction, { kind: 'delegate' }>

const BONDED = 3

/** `cosmos.staking.v1beta1.MsgUndelegateResponse` */
const UNDELEGATE_RESPONSE = describeMessage<{
  readonly completion: Timestamp
  readonly amount: readonly Coin[]
}>({ completion: message(TIMESTAMP), amount: list(COIN) })

/** `MsgDelegate` of x/staking: shares at the rate of those there are. Rewards are not paid out. */
export function delegate(
  { delegator, operator, amount }: DelegateAction,
  block: BlockContext,
  { staking }: LedgerStores,
): MessageResult {
  const validator = staking.validator(operator, block.height)
  if (validator === undefined) return fail('noValidatorFound', '')
  const tokens = BigInt(validator.tokens)
  const allShares = BigInt(validator.delegatorShares)
  const issued =
    allShares === 0n || tokens === 0n ? amount * LEGACY_ONE : (allShares * amount) / tokens
  staking.putValidator(block.height, {
    ...validator,
    tokens: String(tokens + amount),
    delegatorShares: String(allShares + issued),
  })
  const shares = sharesOf(staking.delegationsOf(delegator, block.height), operator) + issued
  staking.putDelegation(block.height, {
    delegatorAddress: delegator,
    validatorAddress: operator,
    shares: String(shares),
  })
  return succeed(() => [
    ...delegateCoinsEvents(delegator, poolOf(validator), writeUakt(amount)),
    createEvent('delegate', [
      ['validator', operator],
      ['delegator', delegator],
      ['amount', writeUakt(amount)],
      ['new_shares', writeDec(issued)],
    ]),
  ])
}

/** `MsgUndelegate` of x/staking: tokens wait until `maturesAtMs`. `amount` in uakt, positive. */
export function undelegate(
  { delegator, operator }: DelegateAction,
  amount: bigint,
  maturesAtMs: number,
  block: BlockContext,
  { staking }: LedgerStores,
): MessageResult {
  const validator = staking.validator(operator, block.height)
  if (validator === undefined) return fail('noValidatorFound', '')
  const held = sharesOf(staking.delegationsOf(delegator, block.height), operator)
  if (held === 0n) return fail('noDelegation', '')
  const tokens = BigInt(validator.tokens)
  const allShares = BigInt(validator.delegatorShares)
  const leaving = (allShares * amount) / tokens
  if (leaving > held) return fail('badSharesAmount', '')
  const isEverything = leaving === allShares
  const returned = isEverything ? tokens : quoDec(leaving * tokens, allShares) / LEGACY_ONE
  staking.putValidator(block.height, {
    ...validator,
    tokens: String(tokens - returned),
    delegatorShares: String(allShares - leaving),
  })
  staking.putDelegation(block.height, {
    delegatorAddress: delegator,
    validatorAddress: operator,
    shares: String(held - leaving),
  })
  staking.addUnbonding(block.height, returned)
  const completion = writeTimestamp(maturesAtMs)
  return succeed(
    () => [
      ...(validator.status === BONDED
        ? transferEvents(BONDED_POOL, NOT_BONDED_POOL, writeUakt(returned))
        : []),
      createEvent('unbond', [
        ['validator', operator],
        ['delegator', delegator],
        ['amount', writeUakt(returned)],
        ['completion_time', new Date(maturesAtMs).toISOString().replace(/\.\d+Z$/, 'Z')],
      ]),
    ],
    encodeProto(UNDELEGATE_RESPONSE, { completion, amount: uakt(returned) }),
  )
}

function sharesOf(
  delegations: readonly { readonly validatorAddress: string; readonly shares: string }[],
  operator: string,
): bigint {
  const own = delegations.find(({ validatorAddress }) => validatorAddress === operator)
  return BigInt(own?.shares ?? '0')
}

function poolOf({ status }: Validator): string {
  return status === BONDED ? BONDED_POOL : NOT_BONDED_POOL
}
