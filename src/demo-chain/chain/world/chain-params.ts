import type { Params as GovParams } from '../../../chain/proto/generated/cosmos/gov/v1/gov.ts'
import type { Params as SlashingParams } from '../../../chain/proto/generated/cosmos/slashing/v1beta1/slashing.ts'
import type { Params as StakingParams } from '../../../chain/proto/generated/cosmos/staking/v1beta1/staking.ts'
import { encodeUtf8 } from '../../server/bytes.ts'
import type { Genesis } from '../script.ts'
import { akt, uaktCoins } from './coins.ts'
import { seconds } from './proto-times.ts'

export const MINUTE_MS = 60_000
export const VOTING_PERIOD_MS = 180 * MINUTE_MS
export const EXPEDITED_PERIOD_MS = 60 * MINUTE_MS
export const DEPOSIT_PERIOD_MS = 120 * MINUTE_MS

/** Deposits in AKT. */
export const MIN_DEPOSIT = 1000
export const EXPEDITED_DEPOSIT = 2000

const DAY = 86_400
const USDC = 'ibc/170C677610AC31DF0904FFE09CD3B5C657492170E7E52372E48756B71E56F2F1'

const percent = (amount: number): string =>
  `0.${String(amount * 10).padStart(3, '0')}${'0'.repeat(15)}`

/** A fraction as modules of the older kind hold it: an integer scaled by 10^18, in ASCII. */
const scaledPercent = (amount: number): Uint8Array => encodeUtf8(`${amount}${'0'.repeat(16)}`)

/** Akash's (recordings steady/026), with votes that end while one watches. */
export const GOV_PARAMS: GovParams = {
  minDeposit: uaktCoins(akt(MIN_DEPOSIT)),
  maxDepositPeriod: seconds(DEPOSIT_PERIOD_MS / 1000),
  votingPeriod: seconds(VOTING_PERIOD_MS / 1000),
  quorum: percent(20),
  threshold: percent(50),
  vetoThreshold: percent(33.4),
  minInitialDepositRatio: percent(25),
  proposalCancelRatio: percent(50),
  proposalCancelDest: '',
  expeditedVotingPeriod: seconds(EXPEDITED_PERIOD_MS / 1000),
  expeditedThreshold: percent(66.7),
  expeditedMinDeposit: uaktCoins(akt(EXPEDITED_DEPOSIT)),
  burnVoteQuorum: false,
  burnProposalDepositPrevote: false,
  burnVoteVeto: true,
  minDepositRatio: percent(1),
}

/** As recorded (steady/090). */
export const STAKING_PARAMS: StakingParams = {
  unbondingTime: seconds(21 * DAY),
  maxValidators: 100,
  maxEntries: 7,
  historicalEntries: 100,
  bondDenom: 'uakt',
  minCommissionRate: `5${'0'.repeat(16)}`,
}

/** Blocks over which absences are counted. */
export const SIGNED_BLOCKS_WINDOW = 1_000_000

/** As recorded (steady/135). */
export const SLASHING_PARAMS: SlashingParams = {
  signedBlocksWindow: BigInt(SIGNED_BLOCKS_WINDOW),
  minSignedPerWindow: scaledPercent(5),
  downtimeJailDuration: seconds(600),
  slashFractionDoubleSign: scaledPercent(5),
  slashFractionDowntime: scaledPercent(1),
}

/** Consensus versions of modules (steady/141). */
const MODULES =
  '07-tendermint:0 audit:3 auth:5 authz:3 awasm:1 bank:4 bme:1 cert:4 consensus:1 deployment:8 ' +
  'distribution:3 epochs:1 escrow:3 evidence:1 feegrant:2 genutil:1 gov:5 ibc:8 market:9 mint:2 ' +
  'oracle:2 params:1 provider:3 slashing:4 staking:5 transfer:6 upgrade:2 vesting:1 wasm:4'

export const MODULE_VERSIONS: Genesis['moduleVersions'] = MODULES.split(' ').map((module) => {
  const [name = '', version = '0'] = module.split(':')
  return { name, version: BigInt(version) }
})

/** Invented, in the order the bank module keeps them. */
export const SUPPLY: Genesis['supply'] = [
  { denom: USDC, amount: 214_530_118_402n },
  { denom: 'uact', amount: 3_871_204_557_310n },
  { denom: 'uakt', amount: 297_412_886_031_552n },
]

export const COMMUNITY_POOL: Genesis['communityPool'] = [
  { denom: USDC, amount: 18_204_331_870n },
  { denom: 'uakt', amount: 6_120_447_310_225n },
]

/** Scaled by 10^18. */
export const INFLATION = 112_400_000_000_000_000n
