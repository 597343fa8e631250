import {
  QuerySupplyOfResponse,
  QueryTotalSupplyResponse,
} from 'cosmjs-types/cosmos/bank/v1beta1/query'
import {
  QueryDepositsResponse,
  QueryParamsResponse as QueryGovParamsResponse,
  QueryProposalResponse,
  QueryProposalsResponse,
  QueryTallyResultResponse,
  QueryVoteResponse,
  QueryVotesResponse,
} from 'cosmjs-types/cosmos/gov/v1/query'
import {
  QuerySigningInfosResponse,
  QueryParamsResponse as QuerySlashingParamsResponse,
} from 'cosmjs-types/cosmos/slashing/v1beta1/query'
import {
  QueryDelegatorDelegationsResponse,
  QueryPoolResponse,
  QueryParamsResponse as QueryStakingParamsResponse,
  QueryValidatorDelegationsResponse,
} from 'cosmjs-types/cosmos/staking/v1beta1/query'
import {
  QueryAppliedPlanResponse,
  QueryCurrentPlanResponse,
  QueryModuleVersionsResponse,
} from 'cosmjs-types/cosmos/upgrade/v1beta1/query'

interface Codec<T> {
  decode(bytes: Uint8Array): T
  encode(message: T): { finish(): Uint8Array }
}

/** Whether bytes come back the same once cosmjs-types has read and written them: it knew every field. */
type Survives = (bytes: Uint8Array) => boolean

function survival<T>(codec: Codec<T>): Survives {
  return (bytes) => Buffer.from(bytes).equals(codec.encode(codec.decode(bytes)).finish())
}

const GOV = '/cosmos.gov.v1.Query/'
const STAKING = '/cosmos.staking.v1beta1.Query/'
const SLASHING = '/cosmos.slashing.v1beta1.Query/'
const UPGRADE = '/cosmos.upgrade.v1beta1.Query/'
const BANK = '/cosmos.bank.v1beta1.Query/'

/** Every recorded answer survives these. Not so `Validators`, of which cosmjs-types writes amounts another way. */
export const COSMJS_CODECS: ReadonlyMap<string, Survives> = new Map([
  [`${GOV}Params`, survival(QueryGovParamsResponse)],
  [`${GOV}Proposals`, survival(QueryProposalsResponse)],
  [`${GOV}Proposal`, survival(QueryProposalResponse)],
  [`${GOV}Votes`, survival(QueryVotesResponse)],
  [`${GOV}Vote`, survival(QueryVoteResponse)],
  [`${GOV}TallyResult`, survival(QueryTallyResultResponse)],
  [`${GOV}Deposits`, survival(QueryDepositsResponse)],
  [`${STAKING}Pool`, survival(QueryPoolResponse)],
  [`${STAKING}Params`, survival(QueryStakingParamsResponse)],
  [`${STAKING}DelegatorDelegations`, survival(QueryDelegatorDelegationsResponse)],
  [`${STAKING}ValidatorDelegations`, survival(QueryValidatorDelegationsResponse)],
  [`${SLASHING}SigningInfos`, survival(QuerySigningInfosResponse)],
  [`${SLASHING}Params`, survival(QuerySlashingParamsResponse)],
  [`${UPGRADE}CurrentPlan`, survival(QueryCurrentPlanResponse)],
  [`${UPGRADE}AppliedPlan`, survival(QueryAppliedPlanResponse)],
  [`${UPGRADE}ModuleVersions`, survival(QueryModuleVersionsResponse)],
  [`${BANK}TotalSupply`, survival(QueryTotalSupplyResponse)],
  [`${BANK}SupplyOf`, survival(QuerySupplyOfResponse)],
])
