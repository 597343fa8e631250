import type { QueryAnswer } from '../application/query-answer.ts'
import { valueAnswer } from '../application/query-answer.ts'
import { encodeBytesField } from '../application/wire-fields.ts'
import { LEGACY_ONE, quoDec } from '../chain/legacy-dec.ts'
import { encodeProto } from '../protobuf/message-writer.ts'
import { UACT, UAKT } from './eras.ts'
import type { MarketQuestion } from './market-question.ts'
import type { MarketWorld } from './market-world.ts'
import { BME_PARAMS, STATUS_RESPONSE, VAULT_RESPONSE } from './money-messages.ts'
import { oracleAt } from './oracle.ts'

/** `MintStatus` of akash.bme.v1 */
const STATUS = { healthy: 1, warning: 2, haltRatio: 3, haltOracle: 4 } as const
const WARN = (LEGACY_ONE * 95n) / 100n
const HALT = (LEGACY_ONE * 90n) / 100n

const VAULT_AKT = 8_900_000_000_000n
/** ACT minted by the time the chain begins, and by every block since. */
const MINTED_BEFORE = 41_230_118_402_661n
const MINTED_A_BLOCK = 64_000n
/** uakt burned for it, in the long run. */
const AKT_A_BLOCK = 142_000n
const AKT_BURNED_BEFORE = 91_022_654_118_930n
const AKT_MINTED_BEFORE = 74_114_209_330_127n
const AKT_MINTED_A_BLOCK = 98_000n

/** ACT there is, in uact. */
function actSupply({ state }: MarketQuestion): bigint {
  return state.supply().find(({ denom }) => denom === UACT)?.amount ?? 0n
}

/** AKT in the vault, in uakt: what came in and was not paid out. */
function vaultAkt({ genesisHeight }: MarketWorld, height: bigint): bigint {
  return VAULT_AKT + (AKT_A_BLOCK - AKT_MINTED_A_BLOCK) * (height - BigInt(genesisHeight))
}

/** `Status`: how well ACT is covered by the vault at the oracle's price. */
export function answerBmeStatus(world: MarketWorld, query: MarketQuestion): QueryAnswer {
  const { height } = query
  const { twap, isHealthy } = oracleAt(world, Number(height))
  const worth = vaultAkt(world, height) * twap
  const supply = actSupply(query)
  const ratio = supply === 0n ? 0n : quoDec(worth, supply * LEGACY_ONE)
  const status = statusOf(ratio, isHealthy)
  const response = encodeProto(STATUS_RESPONSE, {
    status,
    collateralRatio: String(ratio),
    warnThreshold: String(WARN),
    haltThreshold: String(HALT),
    mintsAllowed: status < STATUS.haltRatio,
    refundsAllowed: status !== STATUS.haltOracle,
  })
  return valueAnswer(response, height)
}

function statusOf(ratio: bigint, isHealthy: boolean): number {
  if (!isHealthy) return STATUS.haltOracle
  if (ratio <= HALT) return STATUS.haltRatio
  return ratio <= WARN ? STATUS.warning : STATUS.healthy
}

/** `VaultState`: what was minted of ACT and not burned is what there is. */
export function answerVaultState(world: MarketWorld, query: MarketQuestion): QueryAnswer {
  const { height } = query
  const blocks = height - BigInt(world.genesisHeight)
  const minted = MINTED_BEFORE + MINTED_A_BLOCK * blocks
  const held = vaultAkt(world, height)
  const act = (amount: bigint) => ({ denom: UACT, amount: String(amount) })
  const akt = (amount: bigint) => ({ denom: UAKT, amount: String(amount) })
  const response = encodeProto(VAULT_RESPONSE, {
    vaultState: {
      balances: [akt(held)],
      totalBurned: [act(minted - actSupply(query)), akt(AKT_BURNED_BEFORE + AKT_A_BLOCK * blocks)],
      totalMinted: [act(minted), akt(AKT_MINTED_BEFORE + AKT_MINTED_A_BLOCK * blocks)],
      remintCredits: [akt((held * 47n) / 100n)],
    },
  })
  return valueAnswer(response, height)
}

/** `Params`, as recorded (steady/184). */
export function answerBmeParams({ height }: MarketQuestion): QueryAnswer {
  const params = encodeProto(BME_PARAMS, {
    circuitBreakerWarnThreshold: 9_500,
    circuitBreakerHaltThreshold: 9_000,
    minEpochBlocks: 10n,
    epochBlocksBackoffPercent: 10,
    mintSpreadBps: 25,
    settleSpreadBps: 0,
    maxEndblockerRecords: 50,
    minMint: [{ denom: UACT, amount: '10000000' }],
    maxPendingAttempts: 3,
  })
  return valueAnswer(encodeBytesField(1, params), height)
}
