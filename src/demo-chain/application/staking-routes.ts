import { encodeProto } from '../protobuf/message-writer.ts'
import {
  POOL,
  SLASHING_PARAMS_MESSAGE,
  STAKING_PARAMS_MESSAGE,
} from '../protobuf/staking-messages.ts'
import type { LivingQuery, LivingRoute } from './living-route.ts'
import { livingStaking } from './living-staking.ts'
import type { QueryAnswer } from './query-answer.ts'
import { valueAnswer } from './query-answer.ts'
import { answerSlashing } from './slashing-queries.ts'
import { answerStaking } from './staking-queries.ts'
import { encodeBytesField } from './wire-fields.ts'

const STAKING = '/cosmos.staking.v1beta1.Query/'
const SLASHING = '/cosmos.slashing.v1beta1.Query/'

const LISTS = [
  'Validators',
  'Validator',
  'DelegatorDelegations',
  'ValidatorDelegations',
  'Delegation',
]

function answerStakingList({ path, request, state, height }: LivingQuery): QueryAnswer | undefined {
  return answerStaking(path, request, livingStaking(state), height)
}

function answerSlashingList({
  path,
  request,
  state,
  height,
}: LivingQuery): QueryAnswer | undefined {
  return answerSlashing(path, request, livingStaking(state), height)
}

/** A response whose field 1 is the one message. */
function answerMessage(message: Uint8Array, height: bigint): QueryAnswer {
  return valueAnswer(encodeBytesField(1, message), height)
}

export const STAKING_ROUTES: readonly LivingRoute[] = [
  ...LISTS.map((method): LivingRoute => [`${STAKING}${method}`, answerStakingList]),
  [`${STAKING}Pool`, ({ state, height }) => answerMessage(encodeProto(POOL, state.pool()), height)],
  [
    `${STAKING}Params`,
    ({ state, height }) =>
      answerMessage(encodeProto(STAKING_PARAMS_MESSAGE, state.stakingParams()), height),
  ],
  [`${SLASHING}SigningInfos`, answerSlashingList],
  [`${SLASHING}SigningInfo`, answerSlashingList],
  [
    `${SLASHING}Params`,
    ({ state, height }) =>
      answerMessage(encodeProto(SLASHING_PARAMS_MESSAGE, state.slashingParams()), height),
  ],
]
