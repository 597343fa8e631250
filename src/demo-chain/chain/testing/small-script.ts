import { sha256 } from '@noble/hashes/sha2.js'
import { bech32 } from '@scure/base'
import { PubKey } from '../../../chain/proto/generated/cosmos/crypto/ed25519/keys.ts'
import type {
  Params as GovParams,
  Proposal,
} from '../../../chain/proto/generated/cosmos/gov/v1/gov.ts'
import type {
  Delegation,
  Validator,
} from '../../../chain/proto/generated/cosmos/staking/v1beta1/staking.ts'
import { MsgSoftwareUpgrade } from '../../../chain/proto/generated/cosmos/upgrade/v1beta1/tx.ts'
import type { Any } from '../../../chain/proto/generated/google/protobuf/any.ts'
import { createLedger } from '../create-ledger.ts'
import type { ChainLedger } from '../ledger.ts'
import { consensusAccount, GOV_ACCOUNT } from '../module-account.ts'
import type { ChainAction, ChainScript, Genesis, PlannedHalt, TimedAction } from '../script.ts'
import { seededBytes } from '../seeded.ts'

export const START_HEIGHT = 1_000_000
export const START = Date.UTC(2026, 10, 21)
const ONE = 10n ** 18n
const MILLION = 1_000_000n

/** AKT of four validators; `dan` is not bonded. */
const STAKES = { ann: 40n, ben: 30n, cleo: 20n, dan: 10n } as const
type Operator = keyof typeof STAKES

/** An account by name. */
export function account(name: string): string {
  return bech32.encodeFromBytes('akash', seededBytes(name, 20))
}

/** The operator of this name's account. */
export function operator(name: Operator): string {
  return bech32.encodeFromBytes('akashvaloper', seededBytes(name, 20))
}

/** An action so many seconds after the first block. */
export function at(seconds: number, action: ChainAction): TimedAction {
  return { at: new Date(START + seconds * 1000), action }
}

/** Asks for enough to vote at once; text alone unless told. */
export function submitting(
  key: string,
  fields: Partial<Extract<ChainAction, { kind: 'submit-proposal' }>> = {},
): ChainAction {
  return {
    kind: 'submit-proposal',
    key,
    proposer: account('proposer'),
    messages: [],
    title: `Title of ${key}`,
    summary: 'Summary',
    metadata: 'ipfs://metadata',
    initialDeposit: fields.isExpedited === true ? 2000n : 1000n,
    isExpedited: false,
    ...fields,
  }
}

/** A vote with one option: 1 yes, 2 abstain, 3 no, 4 veto. */
export function voting(
  key: string,
  voter: string,
  option: 1 | 2 | 3 | 4,
  grantee?: string,
): ChainAction {
  return {
    kind: 'vote',
    proposal: { key },
    voter: account(voter),
    options: [{ option, weight: '1.000000000000000000' }],
    metadata: '',
    grantee: grantee === undefined ? undefined : account(grantee),
  }
}

export function upgradeMessage(name: string, height: number): Any {
  const plan = {
    name,
    height: BigInt(height),
    info: '',
    time: undefined,
    upgradedClientState: undefined,
  }
  return {
    typeUrl: '/cosmos.upgrade.v1beta1.MsgSoftwareUpgrade',
    value: MsgSoftwareUpgrade.encode({ authority: GOV_ACCOUNT, plan }).finish(),
  }
}

interface SmallWorld {
  readonly actions: readonly TimedAction[]
  readonly halts?: readonly PlannedHalt[]
  readonly genesis?: Partial<Genesis>
}

/** Votes last ten minutes, expedited ones three, deposits five; four validators, each with one delegator `<name>-d` of a tenth. */
export function createSmallScript({ actions, halts = [], genesis = {} }: SmallWorld): ChainScript {
  const sorted = [...actions].sort((a, b) => a.at.getTime() - b.at.getTime())
  return {
    genesis: { ...smallGenesis(), ...genesis },
    seed: 7,
    halts,
    actions: (from, to) => sorted.filter((action) => action.at > from && action.at <= to),
  }
}

/** Its ledger so many seconds after the first block. */
export function createSmallLedger(world: SmallWorld, seconds: number): ChainLedger {
  return createLedger(createSmallScript(world), () => new Date(START + seconds * 1000))
}

function smallGenesis(): Genesis {
  const names: readonly Operator[] = ['ann', 'ben', 'cleo', 'dan']
  const zero = { seconds: 0n, nanos: 0 }
  return {
    chainId: 'skydemo-small',
    height: BigInt(START_HEIGHT),
    time: new Date(START),
    validators: names.map(createValidator),
    absence: new Map([[operator('cleo'), 0.5]]),
    delegations: names.flatMap(createDelegations),
    signingInfos: names.map((name) => ({
      address: consensusAccount(sha256(keyOf(name)).subarray(0, 20)),
      startHeight: 1n,
      indexOffset: 5n,
      jailedUntil: zero,
      tombstoned: false,
      missedBlocksCounter: 0n,
    })),
    govParams: smallGovParams(),
    constitution: '',
    stakingParams: {
      unbondingTime: { seconds: 1_814_400n, nanos: 0 },
      maxValidators: 100,
      maxEntries: 7,
      historicalEntries: 10_000,
      bondDenom: 'uakt',
      minCommissionRate: '0',
    },
    slashingParams: {
      signedBlocksWindow: 10_000n,
      minSignedPerWindow: new Uint8Array(),
      downtimeJailDuration: undefined,
      slashFractionDoubleSign: new Uint8Array(),
      slashFractionDowntime: new Uint8Array(),
    },
    proposals: [],
    nextProposalId: 1n,
    plan: undefined,
    appliedUpgrades: [],
    moduleVersions: [],
    supply: [{ denom: 'uakt', amount: 1000n * MILLION }],
    communityPool: [{ denom: 'uakt', amount: 50n * MILLION }],
    inflation: ONE / 10n,
    appVersion: 'v1.0.0',
  }
}

function smallGovParams(): GovParams {
  return {
    minDeposit: [{ denom: 'uakt', amount: '1000' }],
    maxDepositPeriod: { seconds: 300n, nanos: 0 },
    votingPeriod: { seconds: 600n, nanos: 0 },
    quorum: '0.200000000000000000',
    threshold: '0.500000000000000000',
    vetoThreshold: '0.334000000000000000',
    minInitialDepositRatio: '0.250000000000000000',
    proposalCancelRatio: '0.500000000000000000',
    proposalCancelDest: '',
    expeditedVotingPeriod: { seconds: 180n, nanos: 0 },
    expeditedThreshold: '0.667000000000000000',
    expeditedMinDeposit: [{ denom: 'uakt', amount: '2000' }],
    burnVoteQuorum: false,
    burnProposalDepositPrevote: false,
    burnVoteVeto: true,
    minDepositRatio: '0.010000000000000000',
  }
}

function createValidator(name: Operator): Validator {
  const tokens = STAKES[name] * MILLION
  return {
    operatorAddress: operator(name),
    consensusPubkey: {
      typeUrl: '/cosmos.crypto.ed25519.PubKey',
      value: PubKey.encode({ key: keyOf(name) }).finish(),
    },
    jailed: false,
    status: name === 'dan' ? 1 : 3,
    tokens: String(tokens),
    delegatorShares: String(tokens * ONE),
    description: undefined,
    unbondingHeight: 0n,
    unbondingTime: undefined,
    commission: undefined,
    minSelfDelegation: '1',
    unbondingOnHoldRefCount: 0n,
    unbondingIds: [],
  }
}

function keyOf(name: Operator): Uint8Array {
  return seededBytes(`key of ${name}`, 32)
}

function createDelegations(name: Operator): Delegation[] {
  const shares = STAKES[name] * MILLION * ONE
  const own = (shares / 10n) * 9n
  const validatorAddress = operator(name)
  return [
    { delegatorAddress: account(name), validatorAddress, shares: String(own) },
    { delegatorAddress: account(`${name}-d`), validatorAddress, shares: String(shares - own) },
  ]
}

/** A proposal that an epoch begins with; by default passed. */
export function pastProposal(id: bigint, fields: Partial<Proposal> = {}): Proposal {
  return {
    id,
    messages: [],
    status: 3,
    finalTallyResult: undefined,
    submitTime: undefined,
    depositEndTime: undefined,
    totalDeposit: [],
    votingStartTime: undefined,
    votingEndTime: undefined,
    metadata: '',
    title: `Past proposal ${id}`,
    summary: '',
    proposer: '',
    expedited: false,
    failedReason: '',
    ...fields,
  }
}
