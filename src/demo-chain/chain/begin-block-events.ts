import type { Validator } from '../../chain/proto/generated/cosmos/staking/v1beta1/staking.ts'
import { transferEvents } from './bank-events.ts'
import { writeUakt } from './coins.ts'
import { createEvent, withAttributes } from './event.ts'
import type { AbciEvent, ConsensusValidator } from './ledger.ts'
import { LEGACY_ONE, quoDec, writeDec } from './legacy-dec.ts'
import {
  consensusAccount,
  DISTRIBUTION_ACCOUNT,
  FEE_COLLECTOR,
  MINT_ACCOUNT,
} from './module-account.ts'

/** What the begin of a block is told from. Amounts in uakt, decimals scaled by 10^18. */
export interface BlockBegin {
  readonly height: number
  readonly minted: bigint
  /** What the block before minted and earned in fees. */
  readonly collected: bigint
  readonly inflation: bigint
  readonly annualProvisions: bigint
  readonly bondedTokens: bigint
  readonly supply: bigint
  /** Those that signed, or should have signed, the block before. */
  readonly signers: readonly ConsensusValidator[]
  readonly absent: ReadonlySet<string>
  validator(operatorAddress: string): Validator | undefined
  missed(consensusAddress: Uint8Array): bigint
}

/** Part of what is collected that goes to the validators; the community pool has the rest. */
const VALIDATORS_PERCENT = 98n

const MODE = [['mode', 'BeginBlock']] as const
/** Lists of rewards kept; of most blocks they are the same. */
const KEPT_REWARDS = 32

/**
 * Gives a function that tells of the begin of a block: distribution of what the block before earned, minting, and who
 * missed it, in the order of the modules.
 */
export function createBeginBlockEvents(): (begin: BlockBegin) => AbciEvent[] {
  const known = new Map<bigint, { readonly signers: unknown; readonly events: AbciEvent[] }>()

  function rewards(begin: BlockBegin): AbciEvent[] {
    const { collected, signers } = begin
    const found = known.get(collected)
    if (found?.signers === signers) return found.events
    if (known.size >= KEPT_REWARDS) known.clear()
    const events = withAttributes(rewardEvents(begin), MODE)
    known.set(collected, { signers, events })
    return events
  }

  return (begin) => [
    ...withAttributes(
      transferEvents(FEE_COLLECTOR, DISTRIBUTION_ACCOUNT, writeUakt(begin.collected)),
      MODE,
    ),
    ...rewards(begin),
    ...withAttributes([...mintEvents(begin), ...livenessEvents(begin)], MODE),
  ]
}

function rewardEvents({ collected, signers, validator }: BlockBegin): AbciEvent[] {
  const total = signers.reduce((sum, { power }) => sum + power, 0n)
  const shared = (collected * LEGACY_ONE * VALIDATORS_PERCENT) / 100n
  return signers.flatMap(({ operatorAddress, power }) => {
    const fraction = (power * LEGACY_ONE) / total
    const reward = (shared * fraction) / LEGACY_ONE
    const rate = BigInt(validator(operatorAddress)?.commission?.commissionRates?.rate ?? '0')
    const commission = (reward * rate) / LEGACY_ONE
    return [
      createEvent('commission', [
        ['amount', `${writeDec(commission)}uakt`],
        ['validator', operatorAddress],
      ]),
      createEvent('rewards', [
        ['amount', `${writeDec(reward)}uakt`],
        ['validator', operatorAddress],
      ]),
    ]
  })
}

function mintEvents(begin: BlockBegin): AbciEvent[] {
  const { minted, inflation, annualProvisions, bondedTokens, supply } = begin
  const amount = writeUakt(minted)
  const ratio = supply === 0n ? 0n : quoDec(bondedTokens * LEGACY_ONE, supply * LEGACY_ONE)
  return [
    createEvent('coin_received', [
      ['receiver', MINT_ACCOUNT],
      ['amount', amount],
    ]),
    createEvent('coinbase', [
      ['minter', MINT_ACCOUNT],
      ['amount', amount],
    ]),
    ...transferEvents(MINT_ACCOUNT, FEE_COLLECTOR, amount),
    createEvent('mint', [
      ['bonded_ratio', writeDec(ratio)],
      ['inflation', writeDec(inflation)],
      ['annual_provisions', writeDec(annualProvisions)],
      ['amount', String(minted)],
    ]),
  ]
}

function livenessEvents({ signers, absent, missed, height }: BlockBegin): AbciEvent[] {
  return signers
    .filter(({ operatorAddress }) => absent.has(operatorAddress))
    .map(({ address }) =>
      createEvent('liveness', [
        ['address', consensusAccount(address)],
        ['missed_blocks', String(missed(address))],
        ['height', String(height)],
      ]),
    )
}
