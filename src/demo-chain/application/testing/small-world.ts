import { bech32 } from '@scure/base'
import { PubKey } from '../../../chain/proto/generated/cosmos/crypto/ed25519/keys.ts'
import type { Proposal, Vote } from '../../../chain/proto/generated/cosmos/gov/v1/gov.ts'
import { Params as SlashingParams } from '../../../chain/proto/generated/cosmos/slashing/v1beta1/slashing.ts'
import type { Validator } from '../../../chain/proto/generated/cosmos/staking/v1beta1/staking.ts'
import { Params as StakingParams } from '../../../chain/proto/generated/cosmos/staking/v1beta1/staking.ts'
import type { FakeState } from './fake-chain.ts'

/** An address of 20 equal bytes. */
export function addressOf(byte: number, prefix = 'akash'): string {
  return bech32.encodeFromBytes(prefix, new Uint8Array(20).fill(byte))
}

function proposalOf(id: bigint, status: Proposal['status']): Proposal {
  return {
    id,
    messages: [],
    status,
    finalTallyResult: { yesCount: '7', abstainCount: '0', noCount: '0', noWithVetoCount: '0' },
    submitTime: undefined,
    depositEndTime: { seconds: 1_790_000_000n, nanos: 5 },
    totalDeposit: [],
    votingStartTime: undefined,
    votingEndTime: { seconds: 1_790_003_600n, nanos: 0 },
    metadata: '',
    title: `Proposal ${id}`,
    summary: '',
    proposer: '',
    expedited: false,
    failedReason: '',
  }
}

function voteOf(proposalId: bigint, voter: string): Vote {
  return { proposalId, voter, options: [{ option: 1, weight: '1.0' }], metadata: '' }
}

function validatorOf(byte: number, status: Validator['status'], tokens: string): Validator {
  const value = PubKey.encode({ key: new Uint8Array(32).fill(byte) }).finish()
  return {
    operatorAddress: addressOf(byte, 'akashvaloper'),
    consensusPubkey: { typeUrl: '/cosmos.crypto.ed25519.PubKey', value },
    jailed: false,
    status,
    tokens,
    delegatorShares: '2000000000000000000000000',
    description: undefined,
    unbondingHeight: 0n,
    unbondingTime: undefined,
    commission: undefined,
    minSelfDelegation: '1',
    unbondingOnHoldRefCount: 0n,
    unbondingIds: [],
  }
}

function delegationOf(delegator: number, operator: number, shares: string) {
  const [delegatorAddress, validatorAddress] = [
    addressOf(delegator),
    addressOf(operator, 'akashvaloper'),
  ]
  return { delegatorAddress, validatorAddress, shares }
}

/**
 * Three proposals, of which 2 is being voted on and 3 waits for deposits; two validators, of which the second is
 * unbonded and was slashed by a half.
 */
export const SMALL_WORLD: Partial<FakeState> = {
  proposals: [proposalOf(1n, 3), proposalOf(2n, 2), proposalOf(3n, 1)],
  nextProposalId: 4n,
  votes: new Map([[2n, [voteOf(2n, addressOf(1)), voteOf(2n, addressOf(2))]]]),
  deposits: new Map([
    [2n, [{ proposalId: 2n, depositor: addressOf(2), amount: [{ denom: 'uakt', amount: '5' }] }]],
    [3n, [{ proposalId: 3n, depositor: addressOf(1), amount: [{ denom: 'uakt', amount: '1' }] }]],
  ]),
  tallies: new Map([
    [2n, { yesCount: '11', abstainCount: '0', noCount: '0', noWithVetoCount: '0' }],
  ]),
  constitution: 'Be kind.',
  validators: [validatorOf(1, 3, '2000000'), validatorOf(2, 1, '1000000')],
  delegations: [
    delegationOf(1, 1, '1000000000000000000000000'),
    delegationOf(1, 2, '1000000000000000000'),
    delegationOf(3, 2, '999999000000000000000000'),
  ],
  pool: { bondedTokens: '2000000', notBondedTokens: '1000000' },
  stakingParams: { ...StakingParams.decode(new Uint8Array()), bondDenom: 'uakt' },
  slashingParams: { ...SlashingParams.decode(new Uint8Array()), signedBlocksWindow: 600n },
  signingInfos: [1, 2].map((byte) => ({
    address: addressOf(byte, 'akashvalcons'),
    startHeight: 1n,
    indexOffset: 0n,
    jailedUntil: { seconds: 0n, nanos: 0 },
    tombstoned: false,
    missedBlocksCounter: BigInt(byte),
  })),
  plan: {
    name: 'v3',
    time: { seconds: -62135596800n, nanos: 0 },
    height: 500n,
    info: '',
    upgradedClientState: undefined,
  },
  appliedUpgrades: [
    { name: 'v1', height: 20n },
    { name: 'v2', height: 120n },
  ],
  moduleVersions: [
    { name: 'gov', version: 5n },
    { name: 'staking', version: 5n },
  ],
  supply: [
    { denom: 'uakt', amount: 300n },
    { denom: 'ibc/AB', amount: 7n },
  ],
  communityPool: [{ denom: 'uakt', amount: 12n }],
  inflation: 130_000_000_000_000_000n,
}
