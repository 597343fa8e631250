import type {
  Deposit,
  Params as GovParams,
  Proposal,
  TallyResult,
  Vote,
} from '../../../chain/proto/generated/cosmos/gov/v1/gov.ts'
import { Params } from '../../../chain/proto/generated/cosmos/gov/v1/gov.ts'
import type { ValidatorSigningInfo } from '../../../chain/proto/generated/cosmos/slashing/v1beta1/slashing.ts'
import { Params as SlashingParams } from '../../../chain/proto/generated/cosmos/slashing/v1beta1/slashing.ts'
import type {
  Delegation,
  Pool,
  Validator,
} from '../../../chain/proto/generated/cosmos/staking/v1beta1/staking.ts'
import { Params as StakingParams } from '../../../chain/proto/generated/cosmos/staking/v1beta1/staking.ts'
import type { Plan } from '../../../chain/proto/generated/cosmos/upgrade/v1beta1/upgrade.ts'
import type { createApplication } from '../living-application.ts'

type ChainLedger = Parameters<typeof createApplication>[0]
type ChainState = ReturnType<ChainLedger['stateAt']>

/** A state as plain values; what is left out is empty. */
export interface FakeState {
  readonly appVersion: string
  readonly proposals: readonly Proposal[]
  readonly nextProposalId: bigint
  readonly votes: ReadonlyMap<bigint, readonly Vote[]>
  readonly deposits: ReadonlyMap<bigint, readonly Deposit[]>
  readonly tallies: ReadonlyMap<bigint, TallyResult>
  readonly govParams: GovParams
  readonly constitution: string
  readonly validators: readonly Validator[]
  readonly delegations: readonly Delegation[]
  readonly pool: Pool
  readonly stakingParams: StakingParams
  readonly signingInfos: readonly ValidatorSigningInfo[]
  readonly slashingParams: SlashingParams
  readonly plan: Plan | undefined
  readonly appliedUpgrades: ReturnType<ChainState['appliedUpgrades']>
  readonly moduleVersions: ReturnType<ChainState['moduleVersions']>
  readonly supply: ReturnType<ChainState['supply']>
  readonly communityPool: ReturnType<ChainState['communityPool']>
  readonly inflation: bigint
}

const NOTHING: FakeState = {
  appVersion: 'v2.1.0',
  proposals: [],
  nextProposalId: 1n,
  votes: new Map(),
  deposits: new Map(),
  tallies: new Map(),
  govParams: Params.decode(new Uint8Array()),
  constitution: '',
  validators: [],
  delegations: [],
  pool: { bondedTokens: '0', notBondedTokens: '0' },
  stakingParams: StakingParams.decode(new Uint8Array()),
  signingInfos: [],
  slashingParams: SlashingParams.decode(new Uint8Array()),
  plan: undefined,
  appliedUpgrades: [],
  moduleVersions: [],
  supply: [],
  communityPool: [],
  inflation: 0n,
}

function createFakeState(parts: Partial<FakeState>, height: bigint): ChainState {
  const values = { ...NOTHING, ...parts }
  return {
    height,
    time: new Date(0),
    appVersion: values.appVersion,
    proposals: () => values.proposals,
    proposal: (id) => values.proposals.find((proposal) => proposal.id === id),
    nextProposalId: () => values.nextProposalId,
    votes: (id) => values.votes.get(id) ?? [],
    deposits: (id) => values.deposits.get(id) ?? [],
    tally: (id) => values.tallies.get(id),
    govParams: () => values.govParams,
    constitution: () => values.constitution,
    validators: () => values.validators,
    delegationsOf: (delegator) =>
      values.delegations.filter(({ delegatorAddress }) => delegatorAddress === delegator),
    delegationsTo: (operator) =>
      values.delegations.filter(({ validatorAddress }) => validatorAddress === operator),
    pool: () => values.pool,
    stakingParams: () => values.stakingParams,
    signingInfos: () => values.signingInfos,
    slashingParams: () => values.slashingParams,
    plan: () => values.plan,
    appliedUpgrades: () => values.appliedUpgrades,
    moduleVersions: () => values.moduleVersions,
    supply: () => values.supply,
    communityPool: () => values.communityPool,
    inflation: () => values.inflation,
  }
}

/** A ledger that holds one state at every height from 100 to `tip`, and no blocks. */
export function createFakeLedger(parts: Partial<FakeState>, tip = 200n): ChainLedger {
  return {
    chainId: 'skydemo-test',
    initialHeight: 100n,
    now: () => new Date(0),
    tip: () => tip,
    timeOf: () => new Date(0),
    haltsAt: () => false,
    stateAt(height) {
      if (height < 100n || height > tip) throw new RangeError(`no state at ${height}`)
      return createFakeState(parts, height)
    },
    blockAt() {
      throw new RangeError('no blocks')
    },
    eventfulHeights: () => [],
    validatorSetAt: () => [],
    submit() {
      throw new RangeError('no blocks')
    },
  }
}
