import { QueryTotalSupplyResponse } from '../../../chain/proto/generated/cosmos/bank/v1beta1/query.ts'
import { Deposit, Proposal, Vote } from '../../../chain/proto/generated/cosmos/gov/v1/gov.ts'
import {
  QueryParamsResponse,
  QueryTallyResultResponse,
} from '../../../chain/proto/generated/cosmos/gov/v1/query.ts'
import { QueryInflationResponse } from '../../../chain/proto/generated/cosmos/mint/v1beta1/query.ts'
import { QueryParamsResponse as SlashingParamsResponse } from '../../../chain/proto/generated/cosmos/slashing/v1beta1/query.ts'
import { ValidatorSigningInfo } from '../../../chain/proto/generated/cosmos/slashing/v1beta1/slashing.ts'
import {
  QueryDelegatorDelegationsResponse,
  QueryPoolResponse,
  QueryParamsResponse as StakingParamsResponse,
} from '../../../chain/proto/generated/cosmos/staking/v1beta1/query.ts'
import { Validator } from '../../../chain/proto/generated/cosmos/staking/v1beta1/staking.ts'
import {
  QueryCurrentPlanResponse,
  QueryModuleVersionsResponse,
} from '../../../chain/proto/generated/cosmos/upgrade/v1beta1/query.ts'
import { GovState } from '../../replay/gov-state.ts'
import type { RecordedCall } from '../../replay/recorded-call.ts'
import { RecordedLists } from '../../replay/recorded-lists.ts'
import { answeredHeight, answeredValue } from '../../replay/recorded-queries.ts'
import { StakingState } from '../../replay/staking-state.ts'
import { bytesArgument, textArgument } from '../../server/backend.ts'
import { decodeUtf8 } from '../../server/bytes.ts'
import type { Entry } from '../entries.ts'
import { bigEndian64Value } from '../store-queries.ts'
import { allBytes, lastBytes, lastInteger, readFields } from '../wire-fields.ts'
import type { FakeState } from './fake-chain.ts'

/**
 * What a real node told of its state at one height, taken apart into the values a living chain keeps. `calls` are of
 * that state, or of one that does not differ in what they ask for.
 */
export function readRecordedChain(
  calls: readonly RecordedCall[],
  height: bigint,
): Partial<FakeState> {
  const lists = new RecordedLists(calls.filter((recorded) => answeredHeight(recorded) === height))
  const gov = new GovState(lists).at(height)
  const staking = new StakingState(lists).at(height)

  function values(path: string): { readonly data: Uint8Array; readonly value: Uint8Array }[] {
    return calls.flatMap((recorded) => {
      const value = answeredValue(recorded)
      const isAsked = textArgument(recorded.call.args, 'path') === path && value !== undefined
      return isAsked ? [{ data: bytesArgument(recorded.call.args, 'data'), value }] : []
    })
  }

  /** The first answer; of an empty message when nobody asked. */
  function single(path: string): Uint8Array {
    return values(path)[0]?.value ?? new Uint8Array()
  }

  const proposals = items(gov.proposals()).map((item) => Proposal.decode(item))
  const ids = proposals.map(({ id }) => id)
  const govParams = QueryParamsResponse.decode(single('/cosmos.gov.v1.Query/Params')).params
  const stakingParams = StakingParamsResponse.decode(
    single('/cosmos.staking.v1beta1.Query/Params'),
  ).params
  const slashingParams = SlashingParamsResponse.decode(
    single('/cosmos.slashing.v1beta1.Query/Params'),
  ).params
  const pool = QueryPoolResponse.decode(single('/cosmos.staking.v1beta1.Query/Pool')).pool
  const supply = QueryTotalSupplyResponse.decode(single('/cosmos.bank.v1beta1.Query/TotalSupply'))
  const inflation = QueryInflationResponse.decode(single('/cosmos.mint.v1beta1.Query/Inflation'))
  return {
    appVersion: decodeUtf8(single('/app/version')),
    proposals,
    nextProposalId: ids.reduce((next, id) => (id >= next ? id + 1n : next), 1n),
    votes: new Map(ids.map((id) => [id, items(gov.votes(id)).map((item) => Vote.decode(item))])),
    deposits: new Map(
      ids.map((id) => [id, items(gov.deposits(id)).map((item) => Deposit.decode(item))]),
    ),
    tallies: new Map(
      values('/cosmos.gov.v1.Query/TallyResult').flatMap(({ data, value }) => {
        const { tally } = QueryTallyResultResponse.decode(value)
        return tally === undefined ? [] : [[lastInteger(readFields(data), 1), tally]]
      }),
    ),
    ...(govParams && { govParams }),
    ...(stakingParams && { stakingParams }),
    ...(slashingParams && { slashingParams }),
    ...(pool && { pool }),
    validators: items(staking.validators()).map((item) => Validator.decode(item)),
    delegations: values('/cosmos.staking.v1beta1.Query/DelegatorDelegations').flatMap(({ value }) =>
      QueryDelegatorDelegationsResponse.decode(value).delegationResponses.flatMap(
        ({ delegation }) => (delegation === undefined ? [] : [delegation]),
      ),
    ),
    signingInfos: items(staking.signingInfos()).map((item) => ValidatorSigningInfo.decode(item)),
    plan: QueryCurrentPlanResponse.decode(single('/cosmos.upgrade.v1beta1.Query/CurrentPlan')).plan,
    appliedUpgrades: readApplied(calls),
    moduleVersions: QueryModuleVersionsResponse.decode(
      single('/cosmos.upgrade.v1beta1.Query/ModuleVersions'),
    ).moduleVersions,
    supply: supply.supply.map(({ denom, amount }) => ({ denom, amount: BigInt(amount) })),
    inflation: BigInt(decodeUtf8(inflation.inflation) || '0'),
  }
}

function items(entries: readonly Entry[] | undefined): readonly Uint8Array[] {
  return entries?.map(({ item }) => item) ?? []
}

/** Read a block or two later than the rest (steady/142). */
function readApplied(calls: readonly RecordedCall[]): FakeState['appliedUpgrades'] {
  const recorded = calls.find(
    ({ call }) =>
      textArgument(call.args, 'path') === '/store/upgrade/subspace' &&
      bytesArgument(call.args, 'data')[0] === 0x01,
  )
  const pairs = answeredValue(recorded) ?? new Uint8Array()
  return allBytes(readFields(pairs), 1).map((pair) => {
    const key = lastBytes(readFields(pair), 1) ?? new Uint8Array()
    return { height: bigEndian64Value(key.subarray(1, 9)), name: decodeUtf8(key.subarray(9)) }
  })
}
