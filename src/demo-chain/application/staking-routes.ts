import { Params as SlashingParams } from '../../chain/proto/generated/cosmos/slashing/v1beta1/slashing.ts'
import {
  Pool,
  Params as StakingParams,
} from '../../chain/proto/generated/cosmos/staking/v1beta1/staking.ts'
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
  [
    `${STAKING}Pool`,
    ({ state, height }) => answerMessage(Pool.encode(state.pool()).finish(), height),
  ],
  [
    `${STAKING}Params`,
    ({ state, height }) =>
      answerMessage(StakingParams.encode(state.stakingParams()).finish(), height),
  ],
  [`${SLASHING}SigningInfos`, answerSlashingList],
  [`${SLASHING}SigningInfo`, answerSlashingList],
  [
    `${SLASHING}Params`,
    ({ state, height }) =>
      answerMessage(SlashingParams.encode(state.slashingParams()).finish(), height),
  ],
]
