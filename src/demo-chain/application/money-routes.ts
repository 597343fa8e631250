import { LEGACY_ONE } from '../chain/legacy-dec.ts'
import type { LedgerCoin } from '../chain/script.ts'
import { COIN } from '../protobuf/common-messages.ts'
import { encodeProto } from '../protobuf/message-writer.ts'
import { encodeUtf8 } from '../server/bytes.ts'
import type { Entry } from './entries.ts'
import type { LivingQuery, LivingRoute } from './living-route.ts'
import type { QueryAnswer } from './query-answer.ts'
import { invalidArgument, valueAnswer } from './query-answer.ts'
import { answerPage, pageCollection } from './sdk-paging.ts'
import { textEntries } from './store-queries.ts'
import { encodeBytesField, encodeRepeatedField, lastText } from './wire-fields.ts'

/** types/coin.go reDnmString */
const DENOM = /^[a-zA-Z][a-zA-Z0-9/:._-]{2,127}$/

function encodeCoin({ denom, amount }: LedgerCoin): Uint8Array {
  return encodeProto(COIN, { denom, amount: String(amount) })
}

/** x/bank keeps the supply under the denomination alone. */
function supplyEntries(supply: readonly LedgerCoin[]): readonly Entry[] {
  return textEntries(supply.map((coin) => ({ name: coin.denom, item: encodeCoin(coin) })))
}

function answerTotalSupply({ request, state, height }: LivingQuery): QueryAnswer {
  const entries = supplyEntries(state.supply())
  return answerPage({ entries, pager: pageCollection, pageField: 1 }, request, height)
}

function answerSupplyOf({ request, state, height }: LivingQuery): QueryAnswer {
  const denom = lastText(request, 1)
  if (!DENOM.test(denom)) return invalidArgument(`invalid denom: ${denom}`, height)
  const held = state.supply().find((coin) => coin.denom === denom)
  // Of what was never made there is nothing, says x/bank.
  const coin = held ?? { denom, amount: 0n }
  return valueAnswer(encodeBytesField(1, encodeCoin(coin)), height)
}

/** DecCoin, whose amounts are scaled by 10^18. */
function answerCommunityPool({ state, height }: LivingQuery): QueryAnswer {
  const coins = state
    .communityPool()
    .map(({ denom, amount }) => encodeCoin({ denom, amount: amount * LEGACY_ONE }))
  return valueAnswer(encodeRepeatedField(1, coins), height)
}

function answerInflation({ state, height }: LivingQuery): QueryAnswer {
  return valueAnswer(encodeBytesField(1, encodeUtf8(String(state.inflation()))), height)
}

export const MONEY_ROUTES: readonly LivingRoute[] = [
  ['/cosmos.bank.v1beta1.Query/TotalSupply', answerTotalSupply],
  ['/cosmos.bank.v1beta1.Query/SupplyOf', answerSupplyOf],
  ['/cosmos.distribution.v1beta1.Query/CommunityPool', answerCommunityPool],
  ['/cosmos.mint.v1beta1.Query/Inflation', answerInflation],
]
